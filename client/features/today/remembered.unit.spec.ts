import { cameOfIt, sayCameOfIt } from './came-of-it.js';
import { recalled, sayRecalled } from './last-time.js';
import type { TodayRows } from './moves.js';

const now = '2026-11-09T09:00:00.000Z';
const done = (at: string) => ({ by: 'priya', note: '', at });
const goalOf = (change: object = {}) => ({
  ...{ goal: 'g', mentorship: 's', mentee: 'priya', status: 'open', achieved: null, description: { title: 'Know who has understood' } },
  ...{ steps: [{ done: done('2026-11-03T16:00:00.000Z') }, { done: done('2026-11-05T16:00:00.000Z') }, { done: null }, { done: null }] },
  ...change,
});
const said = (...goals: object[]) =>
  cameOfIt({ me: 'asha', now, goals: goals as unknown as TodayRows['goals'] }).map((line) => sayCameOfIt(line, 'Priya', now));

describe('what came of it', () => {
  test('is the newest step that a mentee finished, or the goal that they achieved, in one line a goal', () => {
    expect(said(goalOf())).toEqual(['On Thursday Priya finished a step towards “Know who has understood”: 2 of 4 are done.']);
    expect(said(goalOf({ status: 'achieved', achieved: done('2026-11-08T10:00:00.000Z') }))).toEqual([
      'Yesterday Priya achieved “Know who has understood”.',
    ]);
    expect(said(goalOf({ achieved: done('2026-10-29T10:00:00.000Z') }))).toEqual([
      'On Thursday 29 October Priya achieved “Know who has understood”.',
    ]);
  });

  test('says the weekday alone for six days, and its date from the seventh on, for the weekday is today’s again', () => {
    const achieved = (day: string) => said(goalOf({ achieved: done(`${day}T10:00:00.000Z`) }));
    expect(achieved('2026-11-03')).toEqual(['On Tuesday Priya achieved “Know who has understood”.']);
    expect(achieved('2026-11-02')).toEqual(['On Monday 2 November Priya achieved “Know who has understood”.']);
  });

  test('is silent about one’s own goals, archived ones, words that were deleted, and what is long ago', () => {
    expect(said(goalOf({ mentee: 'asha' }), goalOf({ status: 'set-aside' }), goalOf({ description: { title: '' } }))).toEqual([]);
    expect(said(goalOf({ steps: [{ done: done('2026-10-01T16:00:00.000Z') }] }), goalOf({ steps: [{ done: null }] }))).toEqual([]);
  });
});

describe('what a meeting ahead recalls', () => {
  const meeting = { mentorship: 's', agenda: { items: [{ id: 'i', title: 'Get to know each other', minutes: 10 }] } } as never;
  const action = (owner: string, change: object = {}) =>
    ({ owner, mentorship: 's', title: 'Plan two questions', done: 'no', agreedAt: '2026-11-02T09:00:00.000Z', ...change }) as never;
  const line = (...actions: never[]) => {
    const found = recalled(meeting, actions, 'asha');
    return found && sayRecalled(found, 'asha', 'Priya');
  };

  test('is what the other took on, and whether it is done', () => {
    expect(line(action('asha'), action('priya'))).toBe('Priya’s action: “Plan two questions”. Not done yet.');
    expect(line(action('priya', { done: 'yes' }))).toBe('Priya’s action: “Plan two questions”. Done.');
    expect(line(action('asha'))).toBe('Your action: “Plan two questions”. Not done yet.');
  });

  test('is the first line of the agenda where nothing was taken on; nothing where there is none', () => {
    const other = [action('priya', { mentorship: 'other' }), action('priya', { done: 'dropped' }), action('priya', { title: '' })];
    expect(line(...other)).toBe('First on the agenda: Get to know each other');
    expect(recalled({ mentorship: 's', agenda: null } as never, [], 'asha')).toBeUndefined();
  });
});
