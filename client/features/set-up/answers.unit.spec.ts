import { after, isDone, nextStep, othersWithoutDates, sayOthers, STEPS, type SetUpProgress } from './answers.js';

const fresh: SetUpProgress = { hubName: null, mail: 'outbox', schools: [], publicUrl: '' };
const school = {
  institution: 'n',
  name: 'Northfield',
  kind: 'school',
  nation: 'england',
  hasCalendar: false,
  hasCoordinator: false,
} as const;

describe('where the set-up goes on', () => {
  test('is the first step that is not done', () => {
    expect(nextStep(fresh)).toBe('hub');
    expect(nextStep({ ...fresh, hubName: 'Beacon' })).toBe('email');
    expect(nextStep({ ...fresh, hubName: 'Beacon', mail: 'sends' })).toBe('school');
    const named = { ...fresh, hubName: 'Beacon', mail: 'sends' as const };
    expect(nextStep({ ...named, schools: [school] })).toBe('dates');
    expect(nextStep({ ...named, schools: [{ ...school, hasCalendar: true }] })).toBe('coordinator');
    expect(nextStep({ ...named, schools: [{ ...school, hasCalendar: true, hasCoordinator: true }] })).toBe('staff');
  });

  test('does not go back to email that was left for later', () => {
    expect(nextStep({ ...fresh, hubName: 'Beacon', schools: [school] })).toBe('dates');
  });

  test('every step leads to another, the last to itself', () => {
    expect(STEPS.map(after)).toEqual([...STEPS.slice(1), 'finish']);
    expect(STEPS.filter((step) => isDone(step, fresh))).toEqual([]);
  });
});

describe('dates for other schools', () => {
  const one = (institution: string, more: object) => ({ ...school, institution, ...more });
  const all = [
    one('n', {}),
    one('elm', {}),
    one('oak', { kind: 'college' }),
    one('trust', { kind: 'trust' }),
    one('cardiff', { nation: 'wales' }),
    one('dated', { hasCalendar: true }),
  ];

  test('are for those of the same nation alone, and schools and trusts are counted apart', () => {
    const others = othersWithoutDates(all, 'n');
    expect(others.map(({ institution }) => institution)).toEqual(['elm', 'oak', 'trust']);
    expect(sayOthers(others)).toBe('2 other schools and one trust in England');
    expect(sayOthers(others.slice(2))).toBe('one other trust in England');
    expect(othersWithoutDates(all, 'cardiff')).toEqual([]);
  });
});
