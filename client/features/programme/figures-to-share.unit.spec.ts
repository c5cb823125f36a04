import type { Day } from '@alongside/domain/kernel/brand.js';
import { asCsv, asText, fileName } from './figures-to-share.js';

const elm = {
  ...{ name: 'Elm: the "new" school', day: '2026-11-30', figures: { members: 1204, minutes: 600, pairs: null } },
  outside: undefined,
};

test('a file for a spreadsheet says of what and when, each figure in its line, and how to read them', () => {
  const lines = asCsv(elm).split('\r\n');
  expect(lines.slice(0, 4)).toEqual([
    '\uFEFF"Mentoring at Elm: the ""new"" school, 30 November 2026"',
    '',
    'Group,Figure,Number,Unit',
    'People,Members,1204,',
  ]);
  expect(lines).toContain('Pairs,All pairs,Not shown,');
  expect(lines).toContain('Meetings,Time that both confirmed,10,hours');
  expect(lines.at(-3)).toMatch(/“Not shown” is about fewer than 5 people/);
});

test('the same in words', () => {
  expect(asText(elm)).toMatch(/^Mentoring at Elm: the "new" school, 30 November 2026\n\nPeople\n- Members: 1,204\n/);
});

test('a name that no folder takes is written without what it may not hold', () => {
  expect(fileName(elm)).toBe('Mentoring at Elm  the  new  school 2026-11-30.csv');
});

test('says nearly all where few are left over, and which pairs met this half term', () => {
  const figures = { pairs: 59, pairsRunning: 20, pairsThatMet: null, pairsCompleted: 27, certificates: null };
  const outside = { metLately: { since: '2026-11-02' as Day, pairs: null }, nearlyAll: ['pairsThatMet', 'pairsMetLately'] } as const;
  const said = asText({ ...elm, figures, outside });
  expect(said).toContain('- Pairs that met: Nearly all of 59\n- Current pairs that met since 2 November 2026: Nearly all of 20\n');
  expect(said).toContain('- Certificates for mentees: Not shown\n');
  expect(asText({ ...elm, figures, outside: { metLately: { ...outside.metLately, pairs: 14 }, nearlyAll: [] } })).toContain(
    '- Current pairs that met since 2 November 2026: 14\n',
  );
});
