import { sayLog, sayPosition, sayUptime, sayView, summaryOf, type StatusAnswer, type ViewStatus } from './status-words.js';

const view = (more: Partial<ViewStatus> = {}): ViewStatus => ({
  view: 'person',
  title: 'Names',
  version: 1,
  state: 'live',
  lagEvents: 0,
  lagMs: 0,
  ...more,
});
const status = (views: readonly ViewStatus[], setAside: StatusAnswer['setAside'] = []): StatusAnswer => ({
  views,
  setAside,
  head: null,
  through: null,
});

describe('how the hub stands, in words', () => {
  test('what is worst is said first', () => {
    const stopped = view({ view: 'goal', state: 'stopped', stopped: { event: 'e-1', error: 'broken' } });
    const rebuilding = view({ state: 'rebuilding', progress: { events: 10, share: 0.427 } });
    const aside = [{ reactor: 'write-letters', event: 'e-2' }];
    expect(summaryOf(status([rebuilding, stopped], aside)).title).toBe('One part has stopped');
    expect(summaryOf(status([rebuilding], aside)).title).toBe('One task failed');
    expect(summaryOf(status([rebuilding, view()])).title).toBe('The hub is rebuilding one part');
    expect(summaryOf(status([view({ lagEvents: 40, lagMs: 9_000 })])).title).toBe('The hub is catching up');
    expect(summaryOf(status([view({ lagEvents: 1, lagMs: 20 })])).title).toBe('Everything is up to date');
  });

  test('a damaged log is worse than anything else, and how a sound one was checked is said with its time', () => {
    const log = { state: 'damaged', findings: ['Event 3 is not as written.'], more: 0, nextSteps: ['Stop the hub.'] } as const;
    const stopped = view({ view: 'goal', state: 'stopped', stopped: { event: 'e-1', error: 'broken' } });
    expect(summaryOf({ ...status([stopped]), log })).toMatchObject({ well: false, title: 'The log is damaged' });
    const clock = { state: 'ahead', now: '2031-11-27T15:40:00.000Z', newest: '2026-11-27T15:40:00.000Z' } as const;
    expect(summaryOf({ ...status([stopped]), clock })).toMatchObject({ well: false, title: 'The hub has stopped saving' });
    expect(summaryOf({ ...status([view()]), clock: { ...clock, state: 'right' } }).well).toBe(true);
    const sound = { ...log, state: 'sound', checkedAt: '2026-11-27T15:40:00.000Z' } as const;
    expect(summaryOf({ ...status([view()]), log: sound }).title).toBe('Everything is up to date');
    expect(sayLog(sound)).toMatch(/^Sound, checked .*27 November.* 3:40pm$/);
    expect((['waiting', 'checking', 'damaged', 'unknown'] as const).map((state) => sayLog({ ...log, state }))).toEqual([
      'Not checked yet',
      'Being checked',
      'Damaged',
      'Could not be checked, and is checked again soon',
    ]);
  });

  test('a log that could not be checked is said, and what is closed meanwhile is worse', () => {
    const log = { state: 'unknown', findings: [], more: 0, nextSteps: [] } as const;
    expect(summaryOf({ ...status([view()]), log })).toMatchObject({ well: false, title: 'The log could not be checked' });
    const closed = { ...log, findings: ['Event 3 of the stream person-asha is not as written.'] };
    const stopped = view({ view: 'goal', state: 'stopped', stopped: { event: 'e-1', error: 'broken' } });
    expect(summaryOf({ ...status([stopped]), log: closed })).toMatchObject({ well: false, title: 'Part of the log cannot be used' });
    // While a damaged log is checked again, it is still damaged.
    expect(summaryOf({ ...status([view()]), log: { ...closed, state: 'checking' } }).title).toBe('The log is damaged');
  });

  test('a part that stopped is named by what people would miss', () => {
    expect(summaryOf(status([view({ view: 'goal', title: 'Goals and their steps', state: 'stopped' })])).lead).toContain(
      'Goals and their steps',
    );
  });

  test('states, positions and times are plain', () => {
    expect(sayView(view({ state: 'rebuilding', progress: { events: 10, share: 0.427 } }))).toBe('Rebuilding, 42%');
    expect(sayView(view({ lagEvents: 1_200, lagMs: 3_400 }))).toBe('1,200 events behind, 3 seconds');
    expect([sayPosition('0000000000026726'), sayPosition('C:5/P:5'), sayPosition(null)]).toEqual(['26,726', 'C:5/P:5', 'nothing yet']);
    expect([sayUptime(61), sayUptime(3_600), sayUptime(7_200), sayUptime(172_800)]).toEqual([
      '61 seconds',
      '60 minutes',
      '2 hours',
      '2 days',
    ]);
  });
});
