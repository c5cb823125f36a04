import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Event } from '@alongside/domain/kernel/decider.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { mapPersonal, personalPlacesOf, personalValuesOf } from '@alongside/domain/kernel/catalogue.js';
import { eventShapeOf } from '@alongside/domain/protocol/registry.js';
import { writersIn } from '@alongside/domain/protocol/writers.js';
import { MapRows } from '../engine/map-rows.js';
import { applyBatch } from '../engine/view-group.js';
import type { Row, View } from '../engine/view.js';
import { MemoryViewStore } from '../store/memory-view-store.js';
import { positionOf } from '../testing/memory-feed.js';
import { communityStory } from '../testing/community.js';
import { foldView, happened } from '../testing/given-events.js';
import { allViews } from './index.js';
import { isPrivate } from './private-rows.js';

const story = communityStory();
const erased = happened('PersonErased', { person: 'ben' }, { institutions: ['oakfield', 'riverbank'] });

/** What readers of the log meet once a person's key is gone: blanks where their words were. */
function unreadable(event: Recorded<Event>, person: string): Recorded<Event> {
  const shape = eventShapeOf(event.type);
  if (!shape) throw new Error(`Nobody knows ${event.type}.`);
  const data = mapPersonal(personalPlacesOf(shape), event.data, event.actor, (one) => (one.owner === person ? one.erased : one.value));
  return { ...event, data };
}

const wordsIn = (of: unknown, person: string): readonly string[] => [
  ...new Set((JSON.stringify(of) ?? '').match(new RegExp(`canary-${person}-[a-z0-9-]+`, 'g')) ?? []),
];
const asTold = (events: readonly Recorded<Event>[]) =>
  allViews.map((view) => [view.name, Object.fromEntries(foldView(view, events))] as const);
/** Whom a row is about leads the view to it and is shown to nobody: what an erased person wrote leads nowhere, and may be longer. */
const withoutTrails = (rows: Readonly<Record<string, Row<unknown>>>) =>
  Object.fromEntries(Object.entries(rows).map(([id, { audience, data }]) => [id, { audience, data }]));

/** A walk that nobody watches. */
const NONE = { events: 0, firstAt: undefined, lastAt: undefined };

describe('erasing a person', () => {
  const before = asTold(story);
  const after = asTold([...story, erased]);

  test('the story marks every personal field of every event about pairs and people, so that nothing is missed', () => {
    const marked = new Set<string>();
    const wanted = new Set<string>();
    for (const event of story) {
      const shape = eventShapeOf(event.type);
      if (!shape) throw new Error(`Nobody knows ${event.type}.`);
      const nameOf = (at: string) => `${event.type}.${at.replace(/\.\d+\./, '.*.')}`;
      for (const { at, owner, value } of personalValuesOf(personalPlacesOf(shape), event.data, event.actor)) {
        // A timetable is personal, but has no room for a word.
        if (at !== 'availability') wanted.add(nameOf(at));
        if (owner === 'ben' && wordsIn(value, 'ben').length > 0) marked.add(nameOf(at));
      }
    }
    expect([...marked].sort()).toEqual([...wanted].sort());
  });

  test.each(after)('[R9] %s holds none of their words, in any row, private ones included', (_name, rows) => {
    expect(wordsIn(rows, 'ben')).toEqual([]);
  });

  test('the views held their words before, wherever words are kept', () => {
    const holding = before.filter(([, rows]) => wordsIn(rows, 'ben').length > 0).map(([name]) => name);
    expect(holding).toEqual([
      ...[
        'account',
        'action',
        'carried-over',
        'directory',
        'ending',
        'feedback',
        'goal',
        'help-offer',
        'help',
        'invitation',
        'meeting-content',
        'meeting',
        'mentorship',
        'message',
        'open-to-offers',
        'person',
      ],
      ...['profile', 'published-words', 'reflection', 'request', 'roster', 'saved-search'],
    ]);
  });

  describe('what was under way and came behind it', () => {
    // Everything that Ben ever wrote arrives a second time, readable, after his erasure.
    const late = story.filter((event) => writersIn(event).includes('ben' as PersonId));
    const asWritten = [...story, erased, ...late].map((event, index) => ({ ...event, position: positionOf(index + 1) }));
    const lateIn = (events: readonly Recorded<Event>[]) => {
      const store = new MemoryViewStore();
      const members = allViews.map((view) => {
        store.prepare(view);
        return { view, checkpoint: undefined, state: 'rebuilding' as const, stopped: undefined, progress: NONE };
      });
      // In two batches: the second begins behind the erasure, as after a restart.
      const cut = story.length + 1;
      for (const batch of [events.slice(0, cut), events.slice(cut)]) applyBatch(store, members, batch, true);
      return new Map(
        allViews.map((view) => {
          store.serve(view);
          return [view.name, store.list(view.name, { for: 'all' }).map(({ id, audience, data }) => ({ id, audience, data }))] as const;
        }),
      );
    };
    const live = lateIn(asWritten);
    const rebuilt = lateIn(asWritten.map((event) => unreadable(event, 'ben')));

    test('[R9] is much', () => expect(late.length).toBeGreaterThan(20));

    test.each(allViews.map(({ name }) => name))('[R9] leaves no word in %s, which is as a rebuild makes it', (name) => {
      expect(wordsIn(live.get(name), 'ben')).toEqual([]);
      expect(live.get(name)).toEqual(rebuilt.get(name));
    });
  });

  test('[R9] others keep their own words', () => {
    expect(wordsIn(after, 'asha')).toEqual(wordsIn(before, 'asha'));
    expect(wordsIn(before, 'asha').length).toBeGreaterThan(20);
  });

  test.each(asTold([...story.map((event) => unreadable(event, 'ben')), erased]))(
    '[R9] %s rebuilt from what is left of the log is what it became when they were erased',
    (name, rebuilt) => {
      expect(withoutTrails(rebuilt)).toEqual(withoutTrails(Object.fromEntries(after)[name] ?? {}));
    },
  );

  describe('the mentor, who wrote for the mentee as well', () => {
    const gone = happened('PersonErased', { person: 'asha' }, { institutions: ['oakfield', 'riverbank'] });
    const live = asTold([...story, gone]);

    /** Without what views note for themselves: three still hold a day or a choice of a person who is gone, which shows nothing. */
    const shown = (rows: Readonly<Record<string, Row<unknown>>>) =>
      withoutTrails(Object.fromEntries(Object.entries(rows).filter(([id]) => !isPrivate(id))));

    test('[R9] leaves no word in any view, and the mentee keeps theirs', () => {
      expect(live.flatMap(([name, rows]) => wordsIn(rows, 'asha').map((word) => `${name}: ${word}`))).toEqual([]);
      expect(wordsIn(live, 'ben')).toEqual(wordsIn(before, 'ben'));
    });

    test.each(asTold([...story.map((event) => unreadable(event, 'asha')), gone]))(
      '[R9] leaves %s as a rebuild makes it',
      (name, rebuilt) => {
        expect(shown(rebuilt)).toEqual(shown(Object.fromEntries(live)[name] ?? {}));
      },
    );
  });

  test('[R9] no row is left that was theirs alone, but for places, certificates and ends, whose words are gone and which others count on', () => {
    const left = after.filter(([, rows]) => Object.values(rows).some(({ audience }) => audience.join() === 'person:ben'));
    expect(left.map(([name]) => name)).toEqual(['caseload', 'credential', 'ending']);
  });

  test('[R9] nobody may look up who they were: the row says that somebody was erased', () => {
    expect(Object.fromEntries(after)['person']?.['ben']?.data).toEqual({
      person: 'ben',
      name: '',
      called: '',
      jobTitle: '',
      institutions: [],
      erased: true,
    });
  });

  test('[R9] forgetting somebody takes nothing from rows that hold nothing of theirs', () => {
    for (const view of allViews as readonly View[]) {
      const kept = foldView(view, story);
      const rows = new MapRows<unknown>();
      for (const [id, row] of kept) rows.put(id, row);
      for (const [id, { about }] of kept) if (about) view.forget?.(rows, id, 'nobody' as PersonId);
      expect([view.name, withoutTrails(Object.fromEntries(rows.all))]).toEqual([view.name, withoutTrails(Object.fromEntries(kept))]);
    }
  });
});
