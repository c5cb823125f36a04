import type { Day, InstitutionId, PersonId } from '../kernel/brand.js';
import { addDays } from '../uk/days.js';
import { answered, RELEASED_FROM_PEOPLE, TOGETHER_AFTER_DAYS, type Asking, type Outcome, type WaitingAnswer } from './release.js';

const DAY = '2026-03-02' as Day;
const TRUST = 'riverbank' as InstitutionId;
const asking: Asking = { adds: false, together: TRUST };
const says = (person: string, said: readonly string[], more: { school?: string; since?: Day } = {}): WaitingAnswer => ({
  person: person as PersonId,
  groups: [(more.school ?? 'oakfield') as InstitutionId, TRUST],
  since: more.since ?? DAY,
  says: said,
  knownTo: [person as PersonId],
});

/** What a row of answers releases, one after another. */
function after(answers: readonly WaitingAnswer[], how: Asking = asking): Outcome {
  return answers.reduce<Outcome>(
    (so, answer) => {
      const next = answered(so.waiting, answer, how);
      return { waiting: next.waiting, releases: [...so.releases, ...next.releases] };
    },
    { waiting: [], releases: [] },
  );
}
const people = (count: number, said: (n: number) => readonly string[], from = 0) =>
  Array.from({ length: count }, (_, n) => says(`p${n + from}`, said(n)));

describe('[R7] what people said', () => {
  test('is released with the fifth person who answers, and not with the fourth', () => {
    expect(after(people(RELEASED_FROM_PEOPLE - 1, () => ['good'])).releases).toEqual([]);
    const { releases, waiting } = after(people(5, (n) => (n < 3 ? ['good'] : [])));
    expect(releases).toMatchObject([{ groups: ['oakfield', TRUST], people: 5, said: { good: 3 } }]);
    expect(waiting).toEqual([]);
  });

  test('who belongs to a part of these groups is not counted among those who belong to all', () => {
    const alone = { ...says('alone', ['good']), groups: ['oakfield' as InstitutionId] };
    expect(after([alone, ...people(4, () => ['good'])], { ...asking, together: null }).releases).toEqual([]);
    expect(after([...people(4, () => ['good']), alone], { ...asking, together: null }).releases).toEqual([]);
  });

  test('one person who answers five times is one person, whose last answer counts', () => {
    expect(after(Array.from({ length: 5 }, () => says('ben', ['good']))).releases).toEqual([]);
    const changed = after([says('p0', ['good']), ...people(5, (n) => (n < 2 ? ['good'] : []))]);
    expect(changed.releases).toMatchObject([{ said: { good: 2 } }]);
  });

  test('what adds up stays said until it is released', () => {
    const { releases } = after([says('p0', ['higher']), ...people(5, (n) => (n === 1 ? ['higher'] : []))], { ...asking, adds: true });
    expect(releases).toMatchObject([{ said: { higher: 2 } }]);
  });

  test('all of them looks like all but one, and none of them like one', () => {
    const five = (count: number) => after(people(5, (n) => (n < count ? ['good'] : []))).releases[0]?.said;
    expect([0, 1, 2, 3, 4, 5].map(five)).toEqual([{}, {}, { good: 2 }, { good: 3 }, { good: 4 }, { good: 4 }]);
  });

  test('a release is followed by another only when five people have answered since', () => {
    const first = people(5, (n) => (n < 3 ? ['good'] : []));
    expect(after([...first, ...people(4, () => ['good'], 2)]).releases).toHaveLength(1);
    expect(after([...first, ...people(5, () => ['good'], 2)]).releases).toHaveLength(2);
  });

  test('answers of other groups do not fill up a release', () => {
    const elm = says('e', ['good'], { school: 'elm' });
    expect(after([elm, ...people(4, () => [])]).releases).toEqual([]);
  });

  test('answers that have waited long in small schools are released together, for the trust alone', () => {
    const late = addDays(DAY, TOGETHER_AFTER_DAYS);
    const waiting = ['oakfield', 'elm', 'elm', 'moor', 'moor'].map((school, n) => says(`p${n}`, n < 2 ? ['good'] : [], { school }));
    const next = (since: Day) => after([...waiting, says('last', [], { school: 'oakfield', since })]);
    expect(next(addDays(late, -1)).releases).toEqual([]);
    const { releases, waiting: left } = next(late);
    expect(releases).toMatchObject([{ groups: [TRUST], people: 5, said: { good: 2 } }]);
    expect(left.map(({ person }) => person)).toEqual(['last']);
    expect(after([...waiting, says('last', [], { since: late })], { ...asking, together: null }).releases).toEqual([]);
  });

  test('says who knew one of its answers: of what adds up, all who knew a part of it', () => {
    const known = (person: string, ...others: string[]) => ({ ...says(person, []), knownTo: [person, ...others] as PersonId[] });
    const row = [known('ben', 'asha'), known('ben', 'mona'), ...people(4, () => [])];
    const knownTo = (adds: boolean) => after(row, { ...asking, adds }).releases[0]?.knownTo;
    expect(knownTo(true)).toEqual(['ben', 'asha', 'mona', 'p0', 'p1', 'p2', 'p3']);
    expect(knownTo(false)).toEqual(['ben', 'mona', 'p0', 'p1', 'p2', 'p3']);
  });

  test('whoever moves to another school before a release waits there, since they first answered', () => {
    const moved = after([says('ben', ['good']), says('ben', [], { school: 'elm', since: addDays(DAY, 9) })]);
    expect(moved.waiting).toEqual([says('ben', [], { school: 'elm' })]);
  });
});
