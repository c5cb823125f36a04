import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { principalsOf, type Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { applyBatch } from '../engine/view-group.js';
import { actorOf } from '../facts/actor.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import type { Change, Missed } from '../store/view-store.js';
import { communityStory } from '../testing/community.js';
import { foldView, happened, type Told } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { positionOf } from '../testing/memory-feed.js';
import { allViews } from './index.js';
import type { HubEvent } from './hub-event.js';

const VIEWS = allViews.map(({ name }) => name);
const NO_LIMIT = 10_000;
const at: Told = { institutions: ['oakfield', 'riverbank'], actor: 'asha', stream: 'growth-asha' };

/** Asha is found by all, as she begins, and has published: what is taken from one reader begins here. */
const story = [
  ...communityStory(),
  happened('MemberJoined', { institution: 'oakfield', person: 'nia', from: '2025-09-01' }),
  happened('ExclusionLifted', { person: 'asha', other: 'cleo' }),
  happened('OpenToOffersSet', { person: 'asha', open: true }),
  happened('VisibilitySet', { person: 'asha', visibility: 'everyone' }),
];
const of = { person: 'asha', reflection: 'z-asha' };
const written = { ...of, mentorship: null, meeting: null, prompt: null, statements: [], title: 'Later', text: 'Later' };
/** What she does while it holds: she goes by another name, writes, publishes, and says what she can help with. */
const meanwhile = [
  happened('PersonRenamed', { person: 'asha', name: 'Asha Anew', names: {} }),
  happened('ReflectionWritten', written, at),
  happened('ReflectionShared', { ...of, mentorship: null, with: 'published' }, at),
  happened('ReflectionRevised', { ...of, title: 'Anew', text: 'Anew' }, at),
  happened('CapacityChanged', { mentor: 'asha', places: 7 }),
];
const taken = {
  excluded: (reader: string) => [
    happened('ExclusionAdded', { person: 'asha', other: reader }),
    ...meanwhile,
    happened('ExclusionLifted', { person: 'asha', other: reader }),
  ],
  hidden: () => [
    happened('VisibilitySet', { person: 'asha', visibility: 'nobody' }),
    ...meanwhile,
    happened('VisibilitySet', { person: 'asha', visibility: 'everyone' }),
  ],
};

const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, story)])));
const principalsFor = (reader: string) => new Set<Principal>(principalsOf(actorOf(reader as PersonId, look)));

/** What a reader is shown and told by each of these events in turn: all their rows, the changes that reach them, and what they missed. */
function metBy(reader: string, events: readonly Recorded<HubEvent>[]) {
  const principals = principalsFor(reader);
  const store = new MemoryViewStore();
  const members = allViews.map((view) => {
    store.prepare(view);
    const progress = { events: 0, firstAt: undefined, lastAt: undefined };
    return {
      view,
      checkpoint: undefined as Position | undefined,
      state: 'rebuilding' as 'rebuilding' | 'live',
      stopped: undefined,
      progress,
    };
  });
  const placed = [...story, ...events].map((event, index) => ({ ...event, position: positionOf(index + 1) }));
  applyBatch(store, members, placed.slice(0, story.length), true);
  for (const member of members) {
    store.serve(member.view);
    member.state = 'live';
  }
  const begins = positionOf(story.length);
  const rows = () => VIEWS.map((view) => [view, store.list(view, { for: [...principals] }).map(({ id, data }) => [id, data])]);
  const before = rows();
  const told = placed.slice(story.length).map((event) => {
    const { changes } = applyBatch(store, members, [event], false);
    const missed = store.changesAfter(begins, { views: VIEWS, for: [...principals], limitChanges: NO_LIMIT });
    return {
      live: changes.flatMap((change) => heardBy(principals, change)),
      missed: missed.kind === 'changes' ? missed.changes.map(said).sort() : missed.kind,
      rows: rows(),
    };
  });
  return { before, told };
}

const heardBy = (principals: ReadonlySet<Principal>, { view, id, before, row }: Change): readonly unknown[] =>
  row && meets(row.audience, principals) ? [['row', view, id, row.data]] : meets(before, principals) ? [['gone', view, id]] : [];
const said = ({ view, id, row }: Missed): string => JSON.stringify([row ? 'row' : 'gone', view, id, row?.data]);

describe('[R5] who is excluded meets the one who excludes them as they meet a person who hides', () => {
  // A colleague; one who asked; one with a role; a leader; a former member; and the other of a pair.
  test.each(['nia', 'cleo', 'dev', 'lea', 'kay', 'ben'])('as %s, in every view, live, on coming back and once it is lifted', (reader) => {
    const excluded = metBy(reader, taken.excluded(reader));
    const hidden = metBy(reader, taken.hidden());
    expect(excluded).toEqual(hidden);
    // The rows of before are all there again, renamed and with what was published meanwhile.
    expect(excluded.told[0]?.rows).not.toEqual(excluded.before);
  });

  test('which is told to a colleague as rows of hers that are gone, and nothing that she published is among them', () => {
    const [first] = metBy('nia', taken.excluded('nia')).told;
    expect(first?.live.map((one) => (one as readonly string[]).slice(0, 2).join(' ')).sort()).toEqual([
      ...['gone capacity', 'gone directory', 'gone person'],
    ]);
    expect(JSON.stringify(first?.rows)).toContain('canary-asha-open-published');
  });
});
