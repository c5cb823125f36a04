import { CAN_BE_REMOVED, NOT_IMPORTED } from '@alongside/domain/imports/staff-leavers.js';
import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { NO_COMPARISON } from './comparison.js';
import { pageOf, partsOf, saidOfRows } from './comparison-pages.js';
import type { ToldApart } from '@alongside/domain/imports/told-apart.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { leftOutOf } from '../app/tools/left-out.js';
import type { Foreseen } from './foreseen.js';
import { NO_REGISTER } from './register-comparison.js';

const people = Array.from({ length: 1_234 }, (_, at) => ({
  row: at + 2,
  who: at % 100 === 0 ? `Zoë ${at}` : `Ann ${at}`,
  email: `p${at}@a.example`,
}));

describe('a part of a comparison', () => {
  test('is sent 500 at a time, and pages have all of it once', () => {
    const pages = [0, 500, 1_000].map((from) => pageOf(people, from));
    expect(pages.map(({ total, of }) => [total, of.length])).toEqual([
      [1_234, 500],
      [1_234, 500],
      [1_234, 234],
    ]);
    expect(pages.flatMap(({ of }) => of)).toEqual(people);
    expect(pageOf(people, 5_000).of).toEqual([]);
  });

  test('is searched as a whole, without accents and capitals', () => {
    const found = pageOf(people, 0, ' ZOE ');
    expect([found.total, found.of.length]).toEqual([13, 13]);
    expect(pageOf(people, 0, 'p1233@').of).toEqual([people[1_233]]);
  });
});

test('a row of a member who can be removed says so, and one of anybody else that they are not imported', () => {
  const one = { person: 'ann' as PersonId, name: 'Ann', from: '2026-09-01' as Day, left: 'They left' };
  const gone = [
    { ...one, rows: [2, 5] },
    { ...one, rows: [3], stays: true as const },
    { ...one, left: undefined },
  ];
  const foreseen = { comparison: { ...NO_COMPARISON, gone } } as unknown as Foreseen;
  const problems = [2, 3, 4, 5].map((row) => ({ row, message: `They left${NOT_IMPORTED}`, weight: 'left' as const }));
  const ends = saidOfRows(problems, foreseen).map(({ message }) => message.replace('They left', ''));
  expect(ends).toEqual([CAN_BE_REMOVED, NOT_IMPORTED, NOT_IMPORTED, CAN_BE_REMOVED]);
});

test('a note about somebody who would be added says so, for they can be left out; an error and a member’s row do not', () => {
  const added = [{ row: 2, who: 'Ann', email: 'ann@a.example' }];
  const foreseen = { comparison: { ...NO_COMPARISON, added } } as unknown as Foreseen;
  const problems = (['note', 'error'] as const).flatMap((weight) => [2, 3].map((row) => ({ row, message: 'Odd.', weight })));
  expect(saidOfRows(problems, foreseen).map(({ isNew }) => isNew)).toEqual([true, undefined, undefined, undefined]);
});

test('what was kept before schools were compared by hand has none of these', () => {
  const { alike: _since, ...register } = NO_REGISTER;
  const kept = { comparison: NO_COMPARISON, register } as unknown as Foreseen;
  expect(partsOf(kept, {} as HubReader, () => ({}) as ToldApart)).toMatchObject({ alike: [], schools: [] });
  expect(leftOutOf(kept)).toEqual([]);
});
