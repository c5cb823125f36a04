import type { ViewRows } from '../../replica/index.js';
import { foldSkills, mentorshipsOf } from './fold-skills.js';

type Row = ViewRows['skill'];
const at = (day: string, level: number) => ({ level, at: `${day}T09:00:00.000Z` });
// Rows are given only what the rule reads; the casts stand for branded ids.
const rated = (mentorship: string | null, tag: string, before: ReturnType<typeof at> | null, after: ReturnType<typeof at> | null = null) =>
  ({ person: 'priya', mentorship, tag, before, after }) as unknown as Row;
const mentored = (mentorship: string, aims: readonly string[], status = 'active', startedAt = '2026-10-01T09:00:00.000Z') =>
  ({ mentorship, aims, status, startedAt }) as unknown as Parameters<typeof foldSkills>[1][number];

describe('what somebody said of themselves', () => {
  test('is one line a skill, with its levels in order of time across mentorships', () => {
    const [skill, ...others] = foldSkills(
      [rated('m2', 'routines', at('2026-10-02', 4)), rated('m1', 'routines', at('2025-09-25', 2), at('2026-07-17', 5))],
      [],
    );
    expect(others).toEqual([]);
    expect(skill?.ratings.map(({ level, mentorship, when }) => [level, mentorship, when])).toEqual([
      [2, 'm1', 'before'],
      [5, 'm1', 'after'],
      [4, 'm2', 'before'],
    ]);
    expect(mentorshipsOf(skill?.ratings ?? [])).toBe(2);
  });

  test('asks for the beginning of a running mentorship, once for each, and no longer when that is over', () => {
    const before = rated('m1', 'routines', at('2025-09-25', 2), at('2026-07-17', 5));
    expect(foldSkills([before], [mentored('m2', ['routines'])])).toMatchObject([{ asks: { mentorship: 'm2', when: 'before' } }]);
    expect(foldSkills([before], [mentored('m2', ['routines'], 'completed')])).toMatchObject([{ asks: undefined }]);
    expect(foldSkills([], [mentored('m2', ['routines'])])).toMatchObject([{ tag: 'routines', ratings: [], asks: { mentorship: 'm2' } }]);
  });

  test('asks no second time for the beginning of a mentorship that runs: what comes next is where one stands now', () => {
    const [routines] = foldSkills([rated('m2', 'routines', at('2026-10-02', 3))], [mentored('m2', ['routines'])]);
    expect(routines?.asks).toEqual({ mentorship: 'm2', when: 'after' });
  });

  test('asks where one stands now after the last beginning; an older one that was left open is past', () => {
    const left = rated('m1', 'routines', at('2025-09-25', 2));
    expect(foldSkills([left], [])).toMatchObject([{ asks: { mentorship: 'm1', when: 'after' } }]);
    const wentOn = rated('m2', 'routines', at('2026-10-02', 3), at('2026-11-20', 4));
    expect(foldSkills([left, wentOn], [])).toMatchObject([{ asks: undefined }]);
    expect(foldSkills([rated('m3', 'routines', null, at('2026-11-20', 4))], [])).toMatchObject([{ asks: undefined }]);
  });

  test('puts what was never said first, and then what was said last', () => {
    const rows = [rated('m1', 'old', at('2025-09-25', 2)), rated(null, 'new', at('2026-11-01', 3))];
    expect(foldSkills(rows, [mentored('m2', ['never'])]).map(({ tag }) => tag)).toEqual(['never', 'new', 'old']);
  });

  test('keeps a beginning before what came on the same moment', () => {
    const [skill] = foldSkills([rated('m1', 'routines', at('2026-07-17', 3), at('2026-07-17', 4))], []);
    expect(skill?.ratings.map(({ when }) => when)).toEqual(['before', 'after']);
  });
});
