import {
  after,
  areAlike,
  isDone,
  nextStep,
  openFor,
  othersWithoutDates,
  sayOthers,
  sayWhich,
  startAt,
  STEPS,
  type SetUpProgress,
} from './answers.js';

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
    expect(nextStep({ ...named, schools: [{ ...school, hasCalendar: true, hasCoordinator: true }] }, true)).toBe('finish');
  });

  test('does not go back to email that was left for later', () => {
    expect(nextStep({ ...fresh, hubName: 'Beacon', schools: [school] })).toBe('dates');
  });

  test('every step leads to another, the last to itself', () => {
    expect(STEPS.map(after)).toEqual([...STEPS.slice(1), 'finish']);
    expect(STEPS.filter((step) => isDone(step, fresh))).toEqual([]);
    expect(STEPS.filter((step) => isDone(step, fresh, true))).toEqual(['staff']);
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

  test('are for those of the same nation alone, and for no trust', () => {
    const others = othersWithoutDates(all, 'n');
    expect(others.map(({ institution }) => institution)).toEqual(['elm', 'oak']);
    expect(sayOthers(others)).toBe('2 other schools in England');
    expect(sayOthers(others.slice(1))).toBe('one other school in England');
    expect(othersWithoutDates(all, 'cardiff')).toEqual([]);
  });

  test('are offered from the start to those of the same kind alone', () => {
    expect(areAlike(all, 'n')).toBe(false);
    expect(areAlike(all.slice(0, 2), 'n')).toBe(true);
    expect(areAlike(all.slice(0, 4), 'trust')).toBe(false);
  });
});

describe('where a step begins', () => {
  const trust = { ...school, institution: 'trust', kind: 'trust' } as const;
  const dated = { ...school, institution: 'dated', hasCalendar: true };
  const begins = (schools: SetUpProgress['schools'], last?: string) => startAt(schools, last, ({ hasCalendar }) => hasCalendar);

  test('is the school that was worked on last, though the hub does not list it yet', () => {
    expect(begins([trust, school], 'elm')).toBe('elm');
  });

  test('is otherwise one that lacks something, a school before a trust', () => {
    expect(begins([dated, trust, school])).toBe('n');
    expect(begins([dated, trust])).toBe('trust');
    expect(begins([dated])).toBe('dated');
    expect(begins([])).toBe('');
  });
});

test('a school in the list says its kind and its town, where it is known', () => {
  expect(sayWhich(school)).toBe('School');
  expect(sayWhich({ ...school, kind: 'trust', town: 'Leeds' })).toBe('Trust in Leeds');
});

describe('who can open the hub', () => {
  test.each([
    ...[
      'http://localhost:4713',
      'http://127.0.0.1:4000',
      'http://[::1]:4000',
      'http://0.0.0.0',
      'http://hub.localhost',
      'http://localhost.',
    ],
  ])('%s: this computer alone', (url) => {
    expect(openFor(url)).toBe('this computer');
  });

  test.each(['http://mentoring', 'http://192.168.1.20:4000', 'http://10.0.0.4', 'http://172.20.0.2', 'http://hub.local'])(
    '%s: those in its network',
    (url) => {
      expect(openFor(url)).toBe('this network');
    },
  );

  test.each(['https://mentoring.example.org', 'https://172.40.0.2', 'https://[2001:db8::1]', 'https://localhost.example.org'])(
    '%s: everyone',
    (url) => {
      expect(openFor(url)).toBe('everyone');
    },
  );
});
