import type { ViewRows } from '../../replica/view-rows.js';
import { MEETING } from '../../shared/testing.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { lastMet, lastTimeOf, openBefore } from './last-time.js';

const at = (meeting: string, startsAt: string | null, change: Partial<Meeting> = {}): Meeting =>
  ({ ...MEETING, meeting, time: startsAt && { startsAt, minutes: 30 }, ...change }) as Meeting;
const held = (meeting: string, startsAt: string, took = true) => at(meeting, startsAt, { status: 'closed', took });
const action = (id: string, meeting: string, done: 'yes' | 'no' | 'dropped' = 'no', agreedAt = '2026-03-02T09:00:00.000Z') =>
  ({ action: id, meeting, done, agreedAt, title: `Do ${id}` }) as ViewRows['action'];
const goal = (id: string, status: string) => ({ goal: id, status }) as ViewRows['goal'];

const now = at('m9', '2026-03-20T15:40:00.000Z');
const [first, second] = [held('m1', '2026-03-02T15:40:00.000Z'), held('m2', '2026-03-09T15:40:00.000Z')];

describe('last time', () => {
  test('is the meeting that took place last before this one', () => {
    expect(lastMet(now, [second, now, first])?.meeting).toBe('m2');
    expect(lastMet(now, [first, held('m3', '2026-03-10T15:40:00.000Z', false), at('m4', '2026-03-11T15:40:00.000Z')])?.meeting).toBe('m1');
    expect(lastMet(first, [first, second])).toBeUndefined();
  });

  test('counts from today for a meeting without a time', () => {
    expect(lastMet(at('m9', null), [first, second])?.meeting).toBe('m2');
  });

  test('tells what was agreed then, done or not, and apart from it what is still open from before', () => {
    const actions = [action('a', 'm2', 'yes'), action('b', 'm2'), action('c', 'm1'), action('d', 'm1', 'yes'), action('e', 'm9')];
    const found = lastTimeOf(now, { meetings: [first, second, now], actions, goals: [goal('g', 'open'), goal('h', 'achieved')] });
    expect(found.agreed.map((one) => one.action)).toEqual(['a', 'b']);
    expect(found.stillOpen.map((one) => one.action)).toEqual(['c']);
    expect(found.goals.map((one) => one.goal)).toEqual(['g']);
  });

  test('tells nothing at a first meeting', () => {
    expect(lastTimeOf(now, { meetings: [now], actions: [], goals: [] })).toEqual({
      ...{ meeting: undefined, agreed: [], stillOpen: [], goals: [] },
    });
  });

  test('a close-out asks about what is not done yet, the oldest first', () => {
    const actions = [action('b', 'm2', 'no', '2026-03-09T09:00:00.000Z'), action('a', 'm1'), action('e', 'm9'), action('d', 'm1', 'yes')];
    expect(openBefore(now, actions).map((one) => one.action)).toEqual(['a', 'b']);
  });
});
