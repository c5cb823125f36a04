import { createHash } from 'node:crypto';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { checkEvent } from '@alongside/domain/protocol/registry.js';
import { positionOf } from '@alongside/projections/testing/memory-feed.js';
import { foldView } from '@alongside/projections/testing/given-events.js';
import { allViews } from '@alongside/projections/views/index.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';
import { communityOf } from './community.js';
import { ENDS } from './size.js';
import type { Told } from './telling.js';

const SMALL = { people: 90, events: 3_000, inOneTrust: 60 };
const nameOf = (email: string) => createHash('sha256').update(email).digest('hex');

/** As the log would hand it on. */
function recorded(told: readonly Told[]): readonly Recorded[] {
  const revisions = new Map<string, number>();
  return told.map(({ stream, event }, place) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return { ...event, stream, revision, version: 1, position: positionOf(place + 1), hash: '' };
  });
}

describe('the community of benches', () => {
  const told = communityOf(SMALL, 7, nameOf);

  test('is the same for the same seed, to the byte, and another for another', () => {
    expect(JSON.stringify(communityOf(SMALL, 7, nameOf))).toBe(JSON.stringify(told));
    expect(JSON.stringify(communityOf(SMALL, 8, nameOf))).not.toBe(JSON.stringify(told));
  });

  test('is about as large as was asked for, in order of time, and past when it ends', () => {
    expect(told.length).toBeGreaterThanOrEqual(SMALL.events);
    expect(told.length).toBeLessThan(SMALL.events + 300);
    const times = told.map(({ event }) => event.at);
    expect(times).toEqual(times.toSorted());
    expect((times.at(-1) ?? '') <= ENDS).toBe(true);
  });

  test('holds no event that the log would refuse, and no id twice', () => {
    for (const { event } of told) checkEvent(event);
    expect(new Set(told.map(({ event }) => event.id)).size).toBe(told.length);
  });

  test('is taken in by every view, and those that people read have rows', () => {
    const events = recorded(told);
    const empty = allViews.filter((view) => ![...foldView(view, events).keys()].some((id) => !isPrivate(id))).map(({ name }) => name);
    // No school closes, nobody leaves, is invited, has two records, writes to a coordinator, is open to offers, saves a search, notes a list, signs in or
    // confirms a date.
    expect(empty).toEqual([
      'asked-where',
      'carried-over',
      'date',
      'handover',
      'help-offer',
      'help',
      'invitation',
      'joining',
      'late-grant',
      'lost-role',
      'message',
      'newcomer',
      'newcomers',
      'open-to-offers',
      'put-back',
      'saved-search',
      'session',
      'shown',
      'staff-columns',
      'waiting',
    ]);
  });
});
