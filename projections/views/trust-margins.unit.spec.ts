import { tellsOfMargins, type SchoolCell } from './trust-margins.js';
import type { Family } from './withhold.js';

type Name = 'pairs' | 'paused' | 'ended' | 'completed' | 'running';
const FAMILY: Family<Name> = { total: 'pairs', parts: ['paused', 'ended', 'completed', 'running'] };
const NAMES = ['pairs', ...FAMILY.parts] as const;
type Counts = readonly [pairs: number, paused: number, ended: number, completed: number, running: number];

const figuresOf = (counts: readonly number[]) =>
  Object.fromEntries(NAMES.map((name, at) => [name, { value: counts[at] ?? 0, people: counts[at] ?? 0 }])) as SchoolCell<Name>['figures'];
/** A school that shows these parts, and its whole. */
const school = (counts: Counts, ...shows: readonly Name[]): SchoolCell<Name> => ({
  figures: figuresOf(counts),
  shown: Object.fromEntries(
    NAMES.map((name, at) => [name, name === 'pairs' || shows.includes(name) ? (counts[at] ?? 0) : null]),
  ) as SchoolCell<Name>['shown'],
});
const tells = (schools: readonly SchoolCell<Name>[]) => {
  const trust = NAMES.map((_, at) => schools.reduce((sum, { figures }) => sum + figures[NAMES[at] ?? 'pairs'].value, 0));
  return tellsOfMargins(FAMILY, 'running', figuresOf(trust), schools);
};

describe('[R7] a trust’s part beside the wholes of its schools', () => {
  // Found by the attack: 15 run in the trust, and the other two hold 17 pairs, of which 6 completed: 11 run there at most, so 4 here.
  const oakfield = school([15, 0, 6, 5, 4], 'completed');
  const moor = school([9, 0, 0, 1, 8]);

  test('tells of a school where the others have no room for more', () => {
    expect(tells([oakfield, school([8, 0, 0, 5, 3]), moor])).toBe(true);
  });

  test('tells nothing where one pair more has room, or the school’s part is not small', () => {
    expect(tells([oakfield, school([9, 0, 1, 5, 3]), moor])).toBe(false);
    expect(tells([school([16, 0, 6, 5, 5], 'completed'), school([8, 0, 0, 5, 3]), moor])).toBe(false);
  });

  test('tells nothing beside a school whose whole is not shown, and of which nobody knows how large it is', () => {
    const closed = { ...moor, shown: { ...moor.shown, pairs: null } };
    expect(tells([oakfield, school([8, 0, 0, 5, 3]), closed])).toBe(false);
  });

  test('tells of a school that can hold one alone', () => {
    // All 9 that completed are in the first: 1 is left there that may run.
    expect(tells([school([10, 0, 0, 9, 1]), school([9, 0, 0, 0, 9], 'completed')])).toBe(true);
  });
});
