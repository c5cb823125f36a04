import { seededRandom } from '../testing/seeded-random.js';
import { SHOWN_FROM_PEOPLE, tellsOfASchool, withhold, type Family, type Figure } from './withhold.js';

type Name = 'all' | 'a' | 'b' | 'c';
const family: Family<Name> = { total: 'all', parts: ['a', 'b', 'c'] };
/** Each person counts once: a figure is how many people there are. */
const people = (count: number): Figure => ({ value: count, people: count });
const table = (a: number, b: number, c: number) => ({ all: people(a + b + c), a: people(a), b: people(b), c: people(c) });
const shown = (a: number, b: number, c: number) => withhold(table(a, b, c), { families: [family] });

describe('withholding small numbers', () => {
  test('[R7] a figure about five people is shown, one about four is not', () => {
    expect(withhold({ five: people(5), four: people(4) }, { families: [] })).toEqual({ five: 5, four: null });
  });

  test('[R7] what counts is the people, not the size of the figure', () => {
    expect(withhold({ minutes: { value: 5_400, people: 4 } }, { families: [] })).toEqual({ minutes: null });
  });

  test('[R7] nought is about nobody, and is shown', () => {
    expect(withhold({ ended: people(0) }, { families: [] })).toEqual({ ended: 0 });
  });

  test('[R7] a family without small parts is shown whole', () => {
    expect(shown(5, 6, 7)).toEqual({ all: 18, a: 5, b: 6, c: 7 });
  });

  test('[R7] where one part is withheld its total stays, and two parts that are always the same go with it', () => {
    expect(shown(12, 3, 7)).toEqual({ all: 22, a: null, b: null, c: 7 });
    expect(shown(12, 7, 3)).toEqual({ all: 22, a: null, b: null, c: null });
  });

  test('[R7] further parts go where what the total leaves over is about few people', () => {
    expect(shown(2, 2, 7)).toEqual({ all: 11, a: null, b: null, c: null });
    expect(shown(2, 3, 7)).toEqual({ all: 12, a: null, b: null, c: 7 });
    expect(shown(0, 3, 7)).toEqual({ all: 10, a: null, b: null, c: null });
  });

  test('noughts take nothing with them: a new school shows its members', () => {
    expect(shown(0, 0, 18)).toEqual({ all: 18, a: 0, b: 0, c: 18 });
  });

  test('a part may have parts of its own, which go with it', () => {
    const families = [
      { total: 'all', parts: ['a', 'b', 'sum'] },
      { total: 'sum', parts: ['x', 'y'] },
    ] as const;
    const of = (a: number, x: number, y: number) =>
      withhold({ all: people(a + 6 + x + y), a: people(a), b: people(6), sum: people(x + y), x: people(x), y: people(y) }, { families });
    expect(of(6, 5, 7)).toEqual({ all: 24, a: 6, b: 6, sum: 12, x: 5, y: 7 });
    expect(of(6, 2, 7)).toEqual({ all: 21, a: 6, b: 6, sum: 9, x: null, y: null });
    expect(of(6, 1, 2)).toEqual({ all: 15, a: null, b: null, sum: null, x: null, y: null });
    expect(of(3, 5, 7)).toEqual({ all: 21, a: null, b: null, sum: 12, x: 5, y: 7 });
  });

  test('figures in two families are a mistake of whoever asks, and are not shown at all', () => {
    expect(() =>
      withhold(table(5, 5, 5), {
        families: [
          { total: 'all', parts: ['a', 'b'] },
          { total: 'c', parts: ['a'] },
        ],
      }),
    ).toThrow(/two families/);
  });

  // A reader of the figures may know this very rule. What they see must fit at least two values of each withheld figure.
  test('[R7] no withheld figure can be derived, even by a reader who knows the rule', () => {
    const MOST = 24;
    const names = ['a', 'b', 'c', 'd'] as const;
    const readings = new Map<string, readonly Set<number>[]>();
    for (let a = 0; a <= MOST; a += 1)
      for (let b = 0; a + b <= MOST; b += 1)
        for (let c = 0; a + b + c <= MOST; c += 1)
          for (let d = 0; a + b + c + d <= MOST; d += 1) {
            const counts = [a, b, c, d];
            const figures = { all: people(a + b + c + d), a: people(a), b: people(b), c: people(c), d: people(d) };
            const cells = withhold(figures, { families: [{ total: 'all', parts: names }] });
            const hidden = counts.filter((_, part) => cells[names[part] ?? 'a'] === null).reduce((sum, one) => sum + one, 0);
            if (cells.all !== null && hidden > 0 && hidden < SHOWN_FROM_PEOPLE) throw new Error(`${counts.join()} leave over ${hidden}`);
            const seen = JSON.stringify(cells);
            const reading = readings.get(seen) ?? counts.map(() => new Set<number>());
            for (const [part, count] of counts.entries()) reading[part]?.add(count);
            readings.set(seen, reading);
          }
    const derived = [...readings].flatMap(([seen, reading]) => {
      const cells = JSON.parse(seen) as Record<string, number | null>;
      // That a part is nobody, or about enough people, may follow.
      const isTold = (part: number) =>
        reading[part]?.size === 1 && [...(reading[part] ?? [])].some((count) => count > 0 && count < SHOWN_FROM_PEOPLE);
      return names.filter((name, part) => cells[name] === null && isTold(part)).map((name) => `${name} of ${seen}`);
    });
    expect(derived).toEqual([]);
    expect(readings.size).toBeGreaterThan(100);
  });

  test('[R7] random families: nothing small is shown, and nothing shown adds up to something withheld', () => {
    const random = seededRandom('withhold');
    for (let round = 0; round < 2_000; round += 1) {
      const families = Array.from({ length: 1 + random.below(3) }, (_, f) => ({
        total: `t${f}`,
        parts: Array.from({ length: 2 + random.below(4) }, (_part, p) => `f${f}p${p}`),
      }));
      const figures: Record<string, Figure> = {};
      for (const { total, parts } of families) {
        for (const part of parts) figures[part] = { value: random.below(200), people: random.below(12) };
        const members = parts.map((part) => figures[part] as Figure);
        figures[total] = {
          value: members.reduce((sum, { value }) => sum + value, 0),
          people: Math.max(...members.map((one) => one.people)),
        };
      }
      const result = withhold(figures, { families });
      for (const [name, figure] of Object.entries(figures)) {
        if (figure.people > 0 && figure.people < SHOWN_FROM_PEOPLE)
          expect({ ...random.at(round), name, shown: result[name] }).toMatchObject({ shown: null });
      }
      for (const { total, parts } of families) {
        const hidden = [total, ...parts].filter((name) => result[name] === null).length;
        expect({ ...random.at(round), hidden }).not.toMatchObject({ hidden: 1 });
      }
    }
  });
});

describe('a figure that leaves over another', () => {
  const complements = [{ whole: 'pairs', part: 'met', rest: 'notMet' }] as const;
  const shownOf = (met: number, notMet: number) =>
    withhold({ pairs: people(met + notMet), met: people(met), notMet: people(notMet) }, { families: [], complements });

  test('[R7] is shown where nobody is left over, or enough people', () => {
    expect(shownOf(12, 0)).toMatchObject({ pairs: 12, met: 12 });
    expect(shownOf(12, 5)).toMatchObject({ pairs: 17, met: 12 });
  });

  test('[R7] is withheld where few are left over', () => {
    for (const few of [1, 4]) expect(shownOf(12, few)).toMatchObject({ pairs: 12 + few, met: null });
  });

  test('[R7] is withheld with its whole, which is at least as much', () => {
    const figures = { pairs: people(24), met: people(6), notMet: people(2), ended: people(3), running: people(8), done: people(13) };
    const families = [{ total: 'pairs', parts: ['running', 'ended', 'done'] }] as const;
    const ofRunning = [{ whole: 'running', part: 'met', rest: 'notMet' }] as const;
    expect(withhold(figures, { families, complements: ofRunning })).toMatchObject({
      pairs: 24,
      running: null,
      ended: null,
      done: 13,
      met: null,
    });
  });

  test('[R7] what counts is the people, not the size of the difference', () => {
    const figures = { pairs: { value: 20, people: 9 }, met: { value: 12, people: 8 }, notMet: { value: 8, people: 1 } };
    expect(withhold(figures, { families: [], complements }).met).toBeNull();
  });
});

describe('a trust beside its schools', () => {
  const cell = (count: number) => ({ figure: people(count), shown: count === 0 || count >= SHOWN_FROM_PEOPLE });
  const tells = (trust: number, ...schools: readonly number[]) => tellsOfASchool(people(trust), schools.map(cell));

  test('[R7] one school that withholds makes the trust withhold, or subtraction would tell it', () => {
    expect(tells(7, 5, 2)).toBe(true);
    expect(tells(5, 5, 0)).toBe(false);
  });

  test('[R7] several that withhold cover each other where together they are enough people, and not all at their most', () => {
    expect(tells(12, 6, 3, 3)).toBe(false);
    expect(tells(10, 6, 2, 2)).toBe(true);
    expect(tells(6, 6, 0, 0)).toBe(false);
    // None of them is nought, so five in five schools are one in each.
    expect(tells(11, 6, 1, 1, 1, 1, 1)).toBe(true);
    expect(tells(14, 6, 4, 4)).toBe(true);
  });

  test('[R7] people of the trust who are at no school are not told by what the schools leave over', () => {
    expect(tells(15, 6, 6)).toBe(true);
    expect(tells(17, 6, 6)).toBe(false);
    expect(tells(12, 6, 6)).toBe(false);
  });

  test('[R7] what a school shares with others is not told by taking it from the trust', () => {
    // Of nine people eight are at one school and six at another: one is at the second alone.
    expect(tells(9, 8, 6)).toBe(true);
  });

  test('a trust without schools, or whose schools share so much that nothing follows, tells nothing', () => {
    expect(tells(9)).toBe(false);
    expect(tells(40, 30, 25, 3)).toBe(false);
  });

  test('[R7] things overlap, and not only people: what is left is counted in both', () => {
    const twice = [
      { figure: { value: 6, people: 5 }, shown: true },
      { figure: { value: 7, people: 5 }, shown: true },
      { figure: { value: 2, people: 1 }, shown: false },
    ];
    expect(tellsOfASchool({ value: 15, people: 6 }, twice)).toBe(true);
  });

  // A reader of the rows of a trust and of its schools may know this very rule.
  test('[R7] no school’s withheld figure can be derived, even by a reader who knows the rule', () => {
    const LIMIT = 9;
    const readings = new Map<string, readonly Set<number>[]>();
    for (let a = 0; a <= LIMIT; a += 1)
      for (let b = 0; b <= LIMIT; b += 1)
        for (let c = 0; c <= LIMIT; c += 1) {
          const schools = [a, b, c];
          const trust = (a + b + c > 0 && a + b + c < SHOWN_FROM_PEOPLE) || tells(a + b + c, ...schools) ? null : a + b + c;
          const seen = JSON.stringify([trust, ...schools.map((count) => (count > 0 && count < SHOWN_FROM_PEOPLE ? null : count))]);
          const reading = readings.get(seen) ?? schools.map(() => new Set<number>());
          schools.forEach((count, school) => reading[school]?.add(count));
          readings.set(seen, reading);
        }
    const derived = [...readings].filter(([seen, reading]) =>
      reading.some((values, school) => (JSON.parse(seen) as (number | null)[])[school + 1] === null && values.size < 2),
    );
    expect(derived.map(([seen]) => seen)).toEqual([]);
    expect([...readings.keys()].filter((seen) => !seen.startsWith('[null') && seen.includes('null')).length).toBeGreaterThan(10);
  });
});
