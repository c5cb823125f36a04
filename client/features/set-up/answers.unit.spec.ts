import { after, isDone, nextStep, STEPS, type SetUpProgress } from './answers.js';

const fresh: SetUpProgress = { hubName: null, mail: 'outbox', schools: [], publicUrl: '' };
const school = { institution: 'n', name: 'Northfield', nation: 'england', hasCalendar: false, hasCoordinator: false } as const;

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
