import { numbersFrom } from '../kernel/random.js';
import type { InstitutionId } from '../kernel/brand.js';
import { letterOf, type RawRow } from './columns.js';
import { isLinksFile, planLinks, successorsOf } from './links.js';

const HEADINGS = ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'];
const rowsOf = (lines: readonly string[]): RawRow[] =>
  lines.map((line, at) => ({ row: at + 2, cells: Object.fromEntries(line.split('|').map((text, index) => [letterOf(index), text])) }));
const planOf = (...lines: readonly string[]) => planLinks(HEADINGS, rowsOf(lines));
const idOf = (urn: number | string) => `urn-${urn}` as InstitutionId;
const mapOf = (plan: ReturnType<typeof planLinks>) => new Map(plan.links.map(({ institution, successors }) => [institution, successors]));

describe('England’s file of links', () => {
  test('is known by its headings', () => {
    expect(isLinksFile(HEADINGS)).toBe(true);
    expect(isLinksFile(['URN', 'EstablishmentName'])).toBe(false);
  });

  test('says what came after a school, in either direction, with the name where it is the successor’s', () => {
    const plan = planOf(
      '1|2|Two Academy|Successor|01-09-2020',
      '3|1|One School|Predecessor - merged|31/08/2021',
      '2|1|One School|Predecessor|01-09-2020',
      '4|5|Sixth Form|Sixth Form Centre Link|',
    );
    expect(plan.links).toEqual([
      {
        ...{ institution: idOf(1), row: 2 },
        successors: [
          { institution: idOf(2), name: 'Two Academy', on: '2020-09-01' },
          { institution: idOf(3), name: '', on: '2021-08-31' },
        ],
      },
    ]);
    expect([plan.problems.map(({ row, weight }) => [row, weight]), plan.otherLinks]).toEqual([[[5, 'note']], 1]);
  });

  test('tells each cell whose letters are a guess: a number without its first figure is another school’s', () => {
    const [used, other] = rowsOf(['1|00002|Two|Successor|1-09-2020', '4|5|Sixth Form|Successo|']);
    const rows = [
      { ...used, doubtful: ['B', 'E'] },
      { ...other, doubtful: ['D'] },
    ] as RawRow[];
    const told = planLinks(HEADINGS, rows).problems.filter(({ message }) => message.startsWith('We are not sure of its letters'));
    expect(told.map(({ row, letter }) => [row, letter])).toEqual([
      [2, 'B'],
      [2, 'E'],
      [3, 'D'],
    ]);
  });

  test('tells what is no number and what is no date, and uses a link without its date', () => {
    const plan = planOf('1|2|Two|Successor|31/02/2020', 'x|2|Two|Successor|', '3||Two|Successor|', '4|4|Four|Successor|');
    expect(plan.links.map(({ institution, successors }) => [institution, successors])).toEqual([
      [idOf(1), [{ institution: idOf(2), name: 'Two' }]],
    ]);
    expect(plan.problems.map(({ row, weight, column }) => [row, weight, column])).toEqual([
      [2, 'note', 'LinkEstablishedDate'],
      [3, 'error', 'URN'],
      [4, 'error', 'LinkURN'],
      [5, 'error', 'LinkURN'],
    ]);
  });

  test('without any successor says so', () => {
    expect(planOf('1|2|Two|Closure|').problems).toMatchObject([
      { row: 0, weight: 'error' },
      { row: 2, weight: 'note' },
    ]);
  });
});

describe('what came after a closed school', () => {
  const open = (...urns: readonly (number | string)[]) => {
    const here = new Set(urns.map(idOf));
    return (id: InstitutionId) => (here.has(id) ? 'open' : undefined);
  };

  test('is found through schools that closed since, and through those that the hub never had', () => {
    const links = mapOf(planOf('1|2|B|Successor|', '2|3|C|Successor|', '2|4|D|Successor - Split School|'));
    expect(successorsOf(idOf(1), links, open(3))).toEqual({ open: [idOf(3)], closed: [], missing: [{ institution: idOf(4), name: 'D' }] });
    expect(successorsOf(idOf(1), links, open(2, 3)).open).toEqual([idOf(2)]);
  });

  test('that is closed, too, is passed through where the file names one after it, and is called closed where it names none', () => {
    const closed =
      (...urns: readonly number[]) =>
      (id: InstitutionId) =>
        urns.map(idOf).includes(id) ? 'closed' : id === idOf(3) ? 'open' : undefined;
    const onward = mapOf(planOf('1|2|B|Successor|', '2|3|C|Successor|'));
    expect(successorsOf(idOf(1), onward, closed(2))).toEqual({ open: [idOf(3)], closed: [], missing: [] });
    const ends = mapOf(planOf('1|2|B|Successor|', '1|4|D|Successor|'));
    expect(successorsOf(idOf(1), ends, closed(2))).toEqual({ open: [], closed: [idOf(2)], missing: [{ institution: idOf(4), name: 'D' }] });
    const circle = mapOf(planOf('1|2|B|Successor|', '2|1|A|Successor|', '2|4|D|Successor|', '4|2|B|Successor|'));
    expect(successorsOf(idOf(1), circle, closed(1, 2, 4))).toEqual({ open: [], closed: [], missing: [] });
  });

  test('of schools that follow each other in a circle is none', () => {
    const links = mapOf(planOf('1|2|B|Successor|', '2|3|C|Successor|', '3|1|A|Successor|'));
    expect(successorsOf(idOf(1), links, open())).toEqual({ open: [], closed: [], missing: [] });
    expect(successorsOf(idOf(1), links, open(1))).toEqual({ open: [], closed: [], missing: [] });
  });

  test('of random files, with circles, chains, schools that are missing and dates that are none, is always an open school and never itself', () => {
    const random = numbersFrom(20_261_128);
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const TYPES = ['Successor', 'Successor - merged', 'Predecessor', 'Predecessor - Split School', 'Other', '', 'successor of', '💥'];
    const DATES = ['', '01-09-2020', '31/02/2020', '99-99-9999', '44075', 'soon', '2020-13-45T00:00', '=A1', '\u0000'];
    for (let file = 0; file < 2_000; file += 1) {
      const schools = 1 + Math.floor(random() * 12);
      const number = () => (random() < 0.05 ? one(['', 'x', '-1', '1e9', '１２', ' 7 ']) : String(Math.floor(random() * schools)));
      const lines = Array.from({ length: Math.floor(random() * 30) }, () => [number(), number(), 'Name', one(TYPES), one(DATES)].join('|'));
      const plan = planOf(...lines);
      const links = mapOf(plan);
      const here = new Set(Array.from({ length: schools }, (_, at) => idOf(at)).filter(() => random() < 0.4));
      const gone = new Set(Array.from({ length: schools }, (_, at) => idOf(at)).filter((id) => !here.has(id) && random() < 0.3));
      for (const { successors, institution } of plan.links) {
        expect(successors.some((next) => next.institution === institution)).toBe(false);
        const found = successorsOf(institution, links, (id) => (here.has(id) ? 'open' : gone.has(id) ? 'closed' : undefined));
        expect(found.open.every((id) => here.has(id) && id !== institution)).toBe(true);
        expect(new Set(found.open).size).toBe(found.open.length);
        expect(found.missing.some((next) => here.has(next.institution) || gone.has(next.institution))).toBe(false);
        expect(found.closed.every((id) => gone.has(id) && id !== institution)).toBe(true);
      }
      // Every row is a link, no link of this kind, or told with its row.
      const told = plan.problems.filter(({ weight, row }) => weight === 'error' && row > 1).length;
      const linked = lines.length - told - plan.otherLinks;
      const known = plan.links.reduce((sum, { successors }) => sum + successors.length, 0);
      expect(known).toBeLessThanOrEqual(linked);
      expect(linked === 0).toBe(known === 0);
    }
  });
});
