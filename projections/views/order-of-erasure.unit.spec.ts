import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { applyBatch, type ViewProgress } from '../engine/view-group.js';
import type { View } from '../engine/view.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { communityStory } from '../testing/community.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { positionOf } from '../testing/memory-feed.js';
import { seededRandom } from '../testing/seeded-random.js';
import { allViews } from './index.js';
import { memberView } from './member.view.js';
import { mentorshipView } from './mentorship.view.js';
import { isPrivate } from './private-rows.js';
import { requestView } from './request.view.js';

const VIEWS = allViews as readonly View[];
const PEOPLE = ['asha', 'ben', 'cleo', 'dev', 'lea', 'kay', 'gone'] as PersonId[];
const PLACES_EACH = Number(process.env['ERASURE_PLACES'] ?? 2);
const random = seededRandom('the order of an erasure');
/** One moment for every event: a day’s figures, which were true when it ended, are no part of this. */
const MOMENT = '2026-03-05T18:13:00.000Z' as Recorded['at'];

type Events = readonly Recorded<Event>[];
/** An id may stand for another in the streams of two owners, so each event has its own. */
const on = (stream: string, ...[type, data]: Parameters<typeof happened>): Recorded<Event> =>
  happened(type, data, { institutions: ['oakfield', 'riverbank'], at: MOMENT, stream });

/** The community, with what its story does not leave open: a request, a pair that needs another mentor, mentors who pause, a goal that the other achieves. */
const story: Events = [
  ...communityStory(),
  on('caseload-asha', 'MentoringRequested', {
    ...{ request: 'r9', mentor: 'asha', mentee: 'ben', note: 'canary-ben-pair-note-r9', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  }),
  on('mentorship-m3', 'MentorshipStarted', { mentorship: 'm3', mentor: 'asha', mentee: 'ben', request: null, aims: [] }),
  on('mentorship-m3', 'HandoverNeeded', { mentorship: 'm3', mentor: 'asha', mentee: 'ben' }),
  ...['asha', 'ben'].map((person) => on(`person-${person}`, 'MentoringPaused', { person, until: '2026-05-05' })),
  on('goals-m3', 'GoalAgreed', {
    ...{ mentorship: 'm3', goal: 'g9', mentee: 'ben', by: 'ben', tag: null, statements: [], due: null },
    description: { title: '', why: '', success: '' },
  }),
  on('goals-m3', 'GoalAchieved', { mentorship: 'm3', goal: 'g9', by: 'asha', evidence: '' }),
].map((event) => ({ ...event, at: MOMENT }));
/** A join behind an erasure is none, so that joins are told apart. */
const withoutJoins = story.filter(({ type }) => type !== 'RecordsJoined');

/** What the hub closes once a person is erased. */
function closingsOf(person: PersonId): Events {
  const [pairs, requests, memberships] = [given(mentorshipView, story), given(requestView, story), given(memberView, story)];
  const rowsIn = <Data>({ rows }: { readonly rows: () => ReadonlyMap<string, { readonly data: Data }> }) =>
    [...rows().values()].map(({ data }) => data);
  return [
    ...rowsIn(pairs).flatMap(({ mentorship, mentor, mentee, ...pair }) =>
      [mentor, mentee].includes(person) && !isOver(pair)
        ? [on(`mentorship-${mentorship}`, 'MentorshipEnded', { mentorship, mentor, mentee, by: person, reason: '', wantsAnother: false })]
        : [],
    ),
    ...rowsIn(requests).flatMap(({ request, mentor, mentee, status }) =>
      [mentor, mentee].includes(person) && status === 'open'
        ? [on(`caseload-${mentor}`, 'RequestWithdrawn', { request, mentor, mentee })]
        : [],
    ),
    ...rowsIn(memberships).flatMap(({ institution, person: member, left }) =>
      member === person && left === null ? [on(`institution-${institution}`, 'MemberLeft', { institution, person })] : [],
    ),
  ];
}
const closings = new Map(PEOPLE.map((person) => [person, closingsOf(person)]));
const erasures = new Map(PEOPLE.map((person) => [person, on(`person-${person}`, 'PersonErased', { person })]));

/** A person is erased before an event of a story, and the hub closes what is open at its end. */
function erasedAt(person: PersonId, place: number, told: Events): Events {
  // Each event has the same position wherever the erasure stands.
  const placed = (events: Events, from: number) => events.map((event, index) => ({ ...event, position: positionOf(from + 2 * index) }));
  return [
    ...placed(told.slice(0, place), 2),
    ...placed([erasures.get(person) as Recorded<Event>], 2 * place + 1),
    ...placed([...told.slice(place), ...(closings.get(person) as Events)], 2 * place + 2),
  ];
}

const progress = { events: 0, firstAt: undefined, lastAt: undefined };
const begin = (view: View): ViewProgress => ({ view, checkpoint: undefined, state: 'rebuilding', stopped: undefined, progress });

/** Builds views of events in batches, and serves them after the first. */
function built(store: MemoryViewStore, events: Events, size: number): MemoryViewStore {
  const members = VIEWS.map(begin);
  for (let next = 0; next < events.length; next += size) {
    expect(applyBatch(store, members, events.slice(next, next + size), next === 0).stopped).toEqual([]);
    if (next > 0) continue;
    for (const member of members) {
      store.serve(member.view);
      member.state = 'live';
    }
  }
  return store;
}

function emptyStore(): MemoryViewStore {
  const store = new MemoryViewStore();
  for (const view of VIEWS) store.prepare(view);
  return store;
}

/** Rows that say nothing: made for the person and empty since, or never made. */
const SAYS_NOTHING: Readonly<Record<string, (data: never) => boolean>> = {
  'looking-count': ({ looking, began }: { looking: object; began: { looking: object } }) =>
    JSON.stringify([looking, began.looking]) === '[{},{}]',
};
const isEmptyList = (id: string, data: unknown): boolean => isPrivate(id) && Array.isArray(data) && data.length === 0;

function rowsOf(store: MemoryViewStore, { name }: View, saysNothing = SAYS_NOTHING[name] as ((data: unknown) => boolean) | undefined) {
  const rows = store.list(name, { for: 'all' }).filter(({ id, data }) => !isEmptyList(id, data) && (isPrivate(id) || !saysNothing?.(data)));
  return Object.fromEntries(rows.map(({ id, audience, data }) => [id, { audience, data }]));
}

const sorted = (rows: Readonly<Record<string, unknown>>) => Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1));

const after = (person: PersonId, place: number, told: Events) => {
  const events = erasedAt(person, place, told);
  return built(emptyStore(), events, events.length);
};

describe('[R9] an erasure, wherever other processes write what was under way', () => {
  const told = withoutJoins;
  const rounds = PEOPLE.flatMap((person) => {
    const last = after(person, told.length, told);
    const places = [0, ...Array.from({ length: PLACES_EACH }, () => random.below(told.length))];
    return places.map((place) => ({ person, place, last, early: after(person, place, told) }));
  });

  test.each(VIEWS.map((view) => [view.name, view] as const))('leaves the rows of %s as one behind all of it does', (_, view) => {
    const differing = rounds.flatMap(({ person, place, early, last }) => {
      const [is, shouldBe] = [rowsOf(early, view), rowsOf(last, view)].map((rows) => JSON.stringify(sorted(rows)));
      return is === shouldBe ? [] : [{ person, place, is, shouldBe }];
    });
    // The first says enough.
    expect(differing.slice(0, 1)).toEqual([]);
  });

  test('is behind a join, or there is none: only what follows joins differs by it', () => {
    const ben = 'ben' as PersonId;
    const [first, last] = [after(ben, 0, story), after(ben, story.length, story)];
    const differing = VIEWS.filter((view) => JSON.stringify(rowsOf(first, view)) !== JSON.stringify(rowsOf(last, view)));
    expect(differing.map(({ name }) => name).sort()).toEqual(['joining', 'late-grant', 'said']);
  });

  test.each(Object.keys(SAYS_NOTHING))('%s keeps rows that say nothing in one of both', (name) => {
    const view = VIEWS.find((one) => one.name === name) as View;
    const ids = (store: MemoryViewStore) => Object.keys(rowsOf(store, view, () => false));
    expect(rounds.some(({ early, last }) => ids(early).join() !== ids(last).join())).toBe(true);
  });

  test('gives the rows that are told live once they are built again, in a store that knows from the start who is erased', () => {
    for (const person of PEOPLE)
      for (const place of [0, random.below(story.length), random.below(story.length)]) {
        const events = erasedAt(person, place, story);
        const store = built(emptyStore(), events, 1 + random.below(60));
        const rows = () => VIEWS.map((view) => JSON.stringify([person, place, view.name, rowsOf(store, view)]));
        const live = rows();
        for (const view of VIEWS) store.reset(view);
        built(store, events, 1 + random.below(60));
        const again = rows();
        expect(again.filter((one, index) => one !== live[index])).toEqual([]);
      }
  });
});
