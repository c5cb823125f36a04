import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { MapRows } from '../engine/map-rows.js';
import { tell } from '../engine/tell.js';
import { applyBatch, type ViewProgress } from '../engine/view-group.js';
import type { Row, View } from '../engine/view.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import type { Side } from '../store/view-store.js';
import { communityStory } from '../testing/community.js';
import { happened } from '../testing/given-events.js';
import { positionOf } from '../testing/memory-feed.js';
import { seededRandom } from '../testing/seeded-random.js';
import { allViews } from './index.js';

const ROUNDS = 60;
const random = seededRandom('behind an erasure');
const FORGETTING = (allViews as readonly View[]).filter(({ forget }) => forget);
const PEOPLE = ['asha', 'ben', 'cleo', 'dev', 'lea', 'cora'] as PersonId[];

/** The community, with what its story leaves out: whom a mentee was shown, and an item of theirs that still waits. */
const story: readonly Recorded<Event>[] = [
  ...communityStory(),
  happened('SuggestionsShown', {
    ...{ person: 'ben', ranking: 'v1', weights: {}, through: '', on: '2026-03-02' },
    shown: [{ mentor: 'asha', score: 1, propensity: 1 }],
  }),
  happened('ItemCarriedOver', {
    ...{ mentorship: 'm1', meeting: 'k1', by: 'ben', wordedBy: 'ben' },
    item: { id: 'i-late', title: 'canary-ben-pair-late', minutes: 5 },
  }),
];

/** Who is erased, before which event of the story: what comes behind it was under way. */
type Erasures = ReadonlyMap<PersonId, number>;

function erasedAt(erasures: Erasures): readonly Recorded<Event>[] {
  const erased = (place: number) =>
    [...erasures].flatMap(([person, at]) =>
      at === place ? [happened('PersonErased', { person }, { institutions: ['oakfield', 'riverbank'] })] : [],
    );
  return [...story.flatMap((event, place) => [...erased(place), event]), ...erased(story.length)].map((event, index) => ({
    ...event,
    position: positionOf(index + 1),
  }));
}

const progress = { events: 0, firstAt: undefined, lastAt: undefined };
const begins = (view: View): ViewProgress => ({ view, checkpoint: undefined, state: 'rebuilding', stopped: undefined, progress });

/** Tells views of events in batches as they come. */
function take(store: MemoryViewStore, members: readonly ViewProgress[], events: readonly Recorded<Event>[], sizes: () => number): void {
  for (let next = 0; next < events.length;) {
    const size = sizes();
    expect(applyBatch(store, members, events.slice(next, next + size), members[0]?.state !== 'live').stopped).toEqual([]);
    next += size;
  }
}

/** A process that begins to serve at some place of the story, and follows from there. */
function follows(events: readonly Recorded<Event>[], servesAt: number, sizes: () => number): MemoryViewStore {
  const store = new MemoryViewStore();
  for (const view of FORGETTING) store.prepare(view);
  const members = FORGETTING.map(begins);
  take(store, members, events.slice(0, servesAt), sizes);
  for (const member of members) {
    store.serve(member.view);
    member.state = 'live';
  }
  take(store, members, events.slice(servesAt), sizes);
  return store;
}

/** Builds all views again in a store that knows already who is erased; a restart comes between. */
function builtAgain(store: MemoryViewStore, events: readonly Recorded<Event>[], restartsAt: number, sizes: () => number): void {
  for (const view of FORGETTING) store.reset(view);
  const members = FORGETTING.map(begins);
  take(store, members, events.slice(0, restartsAt), sizes);
  take(
    store,
    members.map(({ view, checkpoint }) => ({ ...begins(view), checkpoint })),
    events.slice(restartsAt),
    sizes,
  );
  for (const view of FORGETTING) store.serve(view);
}

function rowsIn(store: MemoryViewStore, view: View, side: Side = 'served'): MapRows<unknown> {
  const rows = new MapRows<unknown>();
  for (const { id } of store.list(view.name, { for: 'all' })) {
    const row = store.draft(view, id, side) as Row<unknown>;
    rows.put(id, { audience: row.audience, data: row.data, ...(row.about && { about: row.about }) });
  }
  return rows;
}

/** Whom a row is about leads the view to it and is shown to nobody. */
const shown = ({ all }: MapRows<unknown>) => Object.fromEntries([...all].map(([id, { audience, data }]) => [id, { audience, data }]));

/** Rows as they are once the person is forgotten in each that is about them. */
function forgotten(view: View, rows: MapRows<unknown>, person: PersonId): MapRows<unknown> {
  const left = rows.copy();
  for (const id of left.about(person)) view.forget?.(left, id, person);
  return left;
}

describe('[R9] what comes behind an erasure', () => {
  const afterAll = (person: PersonId) => follows(erasedAt(new Map([[person, story.length]])), 1, () => story.length + 1);
  const usual = new Map(PEOPLE.map((person) => [person, afterAll(person)]));
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const places = () => [random.pick(PEOPLE), random.below(story.length)] as const;
    // Each person before all that they do, then one or two people anywhere.
    const first = PEOPLE[round];
    const erasures: Erasures = new Map(first ? [[first, 0]] : round % 3 === 0 ? [places(), places()] : [places()]);
    const sizes = () => 1 + random.below(40);
    const events = erasedAt(erasures);
    const store = follows(events, 1 + random.below(events.length - 1), sizes);
    return { said: { ...random.at(round), erasures: [...erasures] }, people: [...erasures.keys()], sizes, events, store };
  });

  test.each(FORGETTING.map((view) => [view.name, view] as const))('leaves the rows of %s as an erasure after all of it does', (_, view) => {
    const alone = rounds.filter(({ people }) => people.length === 1);
    const wanted = alone.map(({ said, people: [person] }) => [said, shown(rowsIn(usual.get(person as PersonId) as MemoryViewStore, view))]);
    expect(alone.length).toBeGreaterThan(ROUNDS / 2);
    expect(alone.map(({ said, store }) => [said, shown(rowsIn(store, view))])).toEqual(wanted);
  });

  test.each(FORGETTING.map((view) => [view.name, view] as const))(
    'leaves nothing in %s that forgetting them would still take',
    (_, view) => {
      for (const { said, people, store } of rounds) {
        const rows = rowsIn(store, view);
        const left = people.reduce((before, person) => forgotten(view, before, person), rows);
        expect([said, shown(left)]).toEqual([said, shown(rows)]);
      }
    },
  );

  test('is the same once views are built again, in a store that knows from the start who is erased', () => {
    for (const { said, events, store, sizes } of rounds) {
      const live = FORGETTING.map((view) => [view.name, shown(rowsIn(store, view))]);
      builtAgain(store, events, 1 + random.below(events.length - 1), sizes);
      expect([said, FORGETTING.map((view) => [view.name, shown(rowsIn(store, view))])]).toEqual([said, live]);
    }
  });

  test('is something to forget in every view that can, where nothing is done about it', () => {
    const left = FORGETTING.filter((view) =>
      PEOPLE.some((person) => {
        const rows = new MapRows<unknown>();
        for (const event of erasedAt(new Map([[person, 0]]))) tell(view, event, rows);
        return JSON.stringify(shown(forgotten(view, rows, person))) !== JSON.stringify(shown(rows));
      }),
    );
    expect(left.map(({ name }) => name)).toEqual(FORGETTING.map(({ name }) => name));
  });
});
