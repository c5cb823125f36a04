import { given, happened, type Told } from '../testing/given-events.js';
import { seededRandom, type SeededRandom } from '../testing/seeded-random.js';
import { isPinned, type Sums } from '../testing/small-sums.testing.js';
import { outsideId } from './outside-id.js';
import { overviewView, type OverviewRow } from './overview.view.js';
import { SHOWN_FROM_PEOPLE } from './withhold.js';

const ATTACKED = Number(process.env['FIGURES_ATTACKED'] ?? 15);
const FAULTY_LIMIT = 300;
const TRUST = 'riverbank';
/** More than any school or trust here has. */
const MOST = 100;
const PARTS = ['pairsOnTrial', 'pairsActive', 'pairsPaused', 'pairsCompleted', 'pairsEndedEarly'] as const;
/** The cells of an institution’s row: what the pairs come to, their states, and who has met and who has not. */
const CELLS = ['pairs', ...PARTS, 'pairsThatMet', 'pairsNotMet'] as const;
type Cell = (typeof CELLS)[number];
const isPart = (cell: Cell): boolean => (PARTS as readonly Cell[]).includes(cell);
type Figures = Readonly<Partial<Record<Cell, number | null>>>;

interface Table {
  readonly schools: readonly string[];
  /** What is so, and what an administrator of the trust and of every school reads. */
  readonly exact: ReadonlyMap<string, Figures>;
  readonly outside: ReadonlyMap<string, Figures>;
}

/** A trust with two or three schools, and a few pairs in each state there. Each mentee is in one pair. */
function smallTable({ below, pick }: SeededRandom): Table {
  const schools = ['oakfield', 'elm', 'moor'].slice(0, 2 + below(2));
  let n = 0;
  const events = schools.flatMap((institution) => {
    const told: Told = { institutions: [institution, TRUST] };
    const often = PARTS.map(() => pick([0, 2, 4, 5, 7, 9]));
    const metOf = pick([0, 50, 90, 100]);
    const pairs = often.flatMap((most, state) =>
      Array.from({ length: below(most + 1) }, () => pairIn(state, (n += 1), told, below(100) < metOf)),
    );
    return [happened('TrustJoined', { institution, trust: TRUST }), ...pairs.flat()];
  });
  const { row } = given(overviewView, events);
  const all = [TRUST, ...schools];
  const exact = new Map(all.map((one) => [one, exactOf(row(one)?.figures)]));
  return { schools, exact, outside: new Map(all.map((one) => [one, row(outsideId(one))?.figures ?? {}])) };
}

const exactOf = (figures: OverviewRow['figures'] | undefined): Figures => ({
  ...figures,
  pairsNotMet: (figures?.pairs ?? 0) - (figures?.pairsThatMet ?? 0),
});

function pairIn(state: number, n: number, told: Told, met: boolean) {
  const pair = { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}` };
  const agreed = happened('MentorshipAgreed', { ...pair, agreement: `a${n}` }, told);
  const next = [
    [],
    [agreed],
    [happened('MentorshipPaused', { mentorship: `m${n}`, by: 'asha', until: null, why: 'chosen' }, told)],
    [happened('MentorshipCompleted', { ...pair, by: 'asha' }, told)],
    [happened('MentorshipEnded', { ...pair, by: 'asha', reason: '', wantsAnother: false }, told)],
  ][state];
  const meeting = happened('MeetingClosed', { meeting: `k${n}`, ...pair, by: 'asha', took: true, on: '2026-03-06', minutes: 45 }, told);
  return [happened('MentorshipStarted', { ...pair, request: null, aims: [] }, told), ...(met ? [meeting] : []), ...(next ?? [])];
}

/** Small cells that can have one value alone, for a reader who adds up all that they are shown. */
function revealed({ schools, exact, outside }: Table): readonly string[] {
  const all = [TRUST, ...schools];
  const placeOf = (institution: string, cell: Cell) => all.indexOf(institution) * CELLS.length + CELLS.indexOf(cell);
  const known = (institution: string, cell: Cell) => outside.get(institution)?.[cell] ?? null;
  const table: Sums = {
    bounds: all.flatMap((institution) =>
      CELLS.map((cell): readonly [number, number] => {
        const shown = known(institution, cell);
        if (shown !== null) return [shown, shown];
        // The reader knows the rule: a state of a school’s pairs is withheld for being small, and for nothing else.
        return [0, institution !== TRUST && isPart(cell) ? SHOWN_FROM_PEOPLE - 1 : MOST];
      }),
    ),
    sums: [],
  };
  // A sum of parts less their whole is nought: wholes are taken as what is missing to the most that they can be.
  const less = {
    ...table,
    bounds: table.bounds.map(([least, most], place) => (isWhole(place) ? ([-most, -least] as const) : ([least, most] as const))),
  };
  const sums = [
    ...all.flatMap((one) => [
      { of: [placeOf(one, 'pairs'), ...PARTS.map((part) => placeOf(one, part))], is: 0 },
      { of: [placeOf(one, 'pairs'), placeOf(one, 'pairsThatMet'), placeOf(one, 'pairsNotMet')], is: 0 },
    ]),
  ];
  const acrossSchools = CELLS.map((cell) => ({ cell, of: schools.map((school) => placeOf(school, cell)) }));
  const shownOfTrust = acrossSchools.flatMap(({ cell, of }) => {
    const shown = known(TRUST, cell);
    return shown === null ? [] : [{ of, is: cell === 'pairs' ? -shown : shown }];
  });
  const truth = all.flatMap((one) => CELLS.map((cell) => (cell === 'pairs' ? -1 : 1) * (exact.get(one)?.[cell] ?? 0)));
  return all.flatMap((institution) =>
    CELLS.flatMap((cell) => {
      const value = exact.get(institution)?.[cell] ?? 0;
      if (known(institution, cell) !== null || value === 0 || value >= SHOWN_FROM_PEOPLE) return [];
      const place = placeOf(institution, cell);
      const isOne = isPinned({ bounds: less.bounds, sums: [...sums, ...shownOfTrust] }, place, truth);
      return isOne ? [`${cell} of ${institution}`] : [];
    }),
  );
}
const isWhole = (place: number): boolean => place % CELLS.length === CELLS.indexOf('pairs');

/** Shows a cell as it is that is rightly withheld. */
const showing = (table: Table, institution: string, cell: Cell): Table => ({
  ...table,
  outside: new Map(
    [...table.outside].map(([one, figures]) => [
      one,
      one === institution ? { ...figures, [cell]: table.exact.get(one)?.[cell] ?? 0 } : figures,
    ]),
  ),
});
const FAULTS: Readonly<Record<string, (table: Table) => Table>> = {
  'a total were shown beside one part that is not': (table) => table.schools.reduce((so, school) => showing(so, school, 'pairs'), table),
  'a trust showed what one of its schools does not': (table) => PARTS.reduce((so, part) => showing(so, TRUST, part), table),
  'pairs that met were shown where few have not': (table) =>
    table.schools.reduce((so, school) => showing(showing(so, school, 'pairs'), school, 'pairsThatMet'), table),
};

describe('[R7] an administrator who adds up everything that may leave the hub', () => {
  test('learns of nothing about fewer than five people, in a trust and its schools', () => {
    const random = seededRandom('outside');
    let shown = 0;
    for (let round = 0; round < ATTACKED; round += 1) {
      const table = smallTable(random);
      for (const figures of table.outside.values()) shown += CELLS.filter((cell) => typeof figures[cell] === 'number').length;
      expect({ ...random.at(round), revealed: revealed(table) }).toMatchObject({ revealed: [] });
    }
    expect(shown).toBeGreaterThan(ATTACKED);
  });

  test.each(Object.entries(FAULTS))('would learn more where %s', (name, plant) => {
    const random = seededRandom(name);
    const found = Array.from({ length: FAULTY_LIMIT }).findIndex(() => revealed(plant(smallTable(random))).length > 0);
    process.stdout.write(`${name}: found after ${found + 1}\n`);
    expect(found).toBeGreaterThanOrEqual(0);
  });
});
