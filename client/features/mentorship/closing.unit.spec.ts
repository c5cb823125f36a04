import type { ViewRows } from '../../replica/index.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { behindCertificate, NOTHING_SAID, stepsOf, type Closing } from './closing.js';

// Rows are given only what the rules read; the casts stand for the rest.
const goal = (id: string, status = 'open') => ({ goal: id, status }) as unknown as ViewRows['goal'];
const action = (id: string, done = 'no') => ({ action: id, meeting: 'k1', done }) as unknown as ViewRows['action'];
const around = { me: 'ben', pair: { mentorship: 'm1' } as never, reflection: 'x1' };
const steps = (said: Partial<Closing>, goals: readonly ViewRows['goal'][] = [], actions: readonly ViewRows['action'][] = []) =>
  stepsOf({ ...NOTHING_SAID, ...said }, { ...around, goals, actions });
const sent = (...of: Parameters<typeof steps>) => steps(...of).map(({ type, data }) => ({ type, ...data }));

describe('what is said as a mentorship is completed', () => {
  test('nothing has to be', () => {
    expect(sent({}, [goal('g1')], [action('a1')])).toEqual([]);
  });

  test('each open goal is achieved, archived or carried on; one that was closed meanwhile is left as it is', () => {
    const goals = [goal('g1'), goal('g2'), goal('g3'), goal('g4', 'achieved')];
    expect(sent({ goals: { g1: 'achieve', g2: 'archive', g3: 'carry-on', g4: 'archive' } }, goals)).toEqual([
      { type: 'AchieveGoal', mentorship: 'm1', goal: 'g1', evidence: '' },
      { type: 'SetGoalAside', mentorship: 'm1', goal: 'g2' },
      { type: 'CarryOnGoal', mentorship: 'm1', goal: 'g3' },
    ]);
  });

  test('each open action is done, dropped or kept', () => {
    const actions = [action('a1'), action('a2'), action('a3'), action('a4', 'yes')];
    expect(sent({ actions: { a1: 'done', a2: 'drop', a3: 'keep', a4: 'drop' } }, [], actions).map(({ type }) => type)).toEqual([
      ...['FinishAction', 'DropAction', 'KeepAction'],
    ]);
  });

  test('levels are those after working together', () => {
    expect(sent({ skills: { behaviour: '4' } })).toEqual([
      { type: 'RateSkill', person: 'ben', mentorship: 'm1', tag: 'behaviour', level: 4, when: 'after' },
    ]);
  });

  test('a reflection is one’s own unless it is shared, and is not written twice where sharing was refused', () => {
    expect(sent({ reflection: '  ' })).toEqual([]);
    expect(sent({ reflection: 'Patience' })).toMatchObject([{ type: 'WriteReflection', prompt: 'closing', reflection: 'x1' }]);
    const [write, share] = steps({ reflection: 'Patience', readers: 'pair' });
    expect([write?.type, share?.type]).toEqual(['WriteReflection', 'ShareReflection']);
    const written = write?.after({ ...NOTHING_SAID, reflection: 'Patience', readers: 'pair' });
    expect(sent({ ...written }).map(({ type }) => type)).toEqual(['ShareReflection']);
  });

  test('what was accepted is not sent again', () => {
    const [first] = steps({ goals: { g1: 'achieve', g2: 'archive' } }, [goal('g1'), goal('g2')]);
    expect(first?.after({ ...NOTHING_SAID, goals: { g1: 'achieve', g2: 'archive' } }).goals).toEqual({ g2: 'archive' });
  });
});

describe('what stands behind a certificate', () => {
  const now = '2026-11-10T09:00:00.000Z';
  const meeting = (id: string, day: string, change: object) =>
    ({
      ...{ meeting: id, status: 'closed', time: { startsAt: `2026-11-${day}T15:40:00.000Z`, minutes: 40 } },
      ...{ took: true, confirmedMinutes: null, setAside: null, attendance: [], ...change },
    }) as unknown as Meeting;
  const said = (by: string, took = true) => ({ by, took, minutes: 40 });
  const behind = (confirmed: number, minutes: number, meetings: readonly Meeting[] = []) =>
    behindCertificate({ meetingsConfirmed: confirmed, minutes }, meetings, { meetings: 3, minutes: 90 }, { me: 'ben', now });

  test('[R8] both the meetings and the minutes are needed', () => {
    expect([behind(3, 90).enough, behind(2, 200).enough, behind(4, 80).enough]).toEqual([true, false, false]);
  });

  test('a meeting that one of the two has not confirmed would add to it: oldest first, and whose turn it is', () => {
    const meetings = [
      meeting('theirs', '05', { attendance: [said('ben')] }),
      meeting('mine', '03', { attendance: [said('asha')] }),
      meeting('unrecorded', '07', { status: 'booked', took: null }),
      meeting('ahead', '20', { status: 'booked', took: null }),
      meeting('counts', '02', { confirmedMinutes: 40, attendance: [said('asha'), said('ben')] }),
      meeting('set-aside', '06', { took: null, setAside: { other: 'k0', who: ['asha', 'ben'], same: false } }),
      meeting('doubled', '06', { took: null, setAside: { other: 'k0', who: ['asha', 'ben'], same: true } }),
      meeting('missed', '04', { took: false, attendance: [said('asha', false)] }),
    ];
    expect(behind(1, 40, meetings).uncounted.map((one) => [one.meeting, one.waitsFor])).toEqual([
      ['mine', 'me'],
      ['theirs', 'other'],
      ['set-aside', 'me'],
      ['unrecorded', 'both'],
    ]);
  });
});
