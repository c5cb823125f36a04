import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { nearestSpecs } from './nearest.mjs';
import { sampleOf, textAt } from './sample.mjs';
import { judged } from './verdicts.mjs';

const CODE = `export const may = (a: number, b: number): boolean => a > 0 && b > 0;
export const word = (a: number): string => (a === 1 ? 'one' : 'many');
`;
const survivor = { file: 'domain/a.ts', line: 3, mutator: 'ConditionalExpression', from: 'a > b', to: 'true' };

describe('the sample of mutants', () => {
  let root: string;
  const sample = (text: string, limit = 6, seed = 1) => {
    writeFileSync(join(root, 'a.ts'), text);
    return sampleOf(['a.ts'], { seed, limit, root });
  };
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'sample-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('holds as many as were asked for, or all there are', async () => {
    const { places, of } = await sample(CODE);
    expect(places).toHaveLength(6);
    expect(of).toBeGreaterThan(10);
    expect(new Set((await sample(CODE, 400)).places).size).toBe(of);
  });

  test('is the same for the same seed, and another for another', async () => {
    const { places } = await sample(CODE);
    expect((await sample(CODE)).places).toEqual(places);
    expect((await sample(CODE, 6, 2)).places).not.toEqual(places);
  });

  test('stays as it was where lines move', async () => {
    const { places } = await sample(CODE);
    const moved = (await sample(`// A comment.\n\n${CODE}`)).places;
    expect(moved.map((place: string) => place.replace(/\b(\d+):/g, (_: string, line: string) => `${Number(line) - 2}:`))).toEqual(places);
  });

  test('says what text a mutant takes the place of', () => {
    expect(textAt('one\ntwo three\nfour', { start: { line: 1, column: 4 }, end: { line: 2, column: 2 } })).toBe('three\nfo');
  });
});

describe('what is known of survivors', () => {
  test('stays with them where lines move, and a new one is a gap', () => {
    const known = [{ ...survivor, line: 1, verdict: 'equivalent', why: 'both are never equal' }];
    const other = { ...survivor, to: 'false' };
    expect(judged([survivor, other], known)).toEqual([
      { ...survivor, verdict: 'equivalent', why: 'both are never equal' },
      { ...other, verdict: 'gap', why: '' },
    ]);
  });

  test('is of one mutant each: a second that reads the same is a gap', () => {
    const known = [{ ...survivor, verdict: 'equivalent', why: 'both are never equal' }];
    expect(judged([survivor, survivor], known)).toMatchObject([{ verdict: 'equivalent' }, { verdict: 'gap' }]);
  });
});

describe('the specs that can notice a change of a file', () => {
  let root: string;
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'nearest-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('are those that reach it by imports, with how many lie in between', () => {
    write('domain/a.ts', 'export const a = 1;');
    write('domain/b.ts', "import { a } from './a.js';\nimport './c.js';");
    write('domain/c.ts', "import type { B } from './b.js';");
    write('domain/a.unit.spec.ts', "import { a } from './a.js';");
    write('domain/c.unit.spec.ts', "const { c } = await import('./c.js');");
    write('domain/other.unit.spec.ts', "import { z } from 'zod';");
    write('client/far.unit.spec.tsx', "import { b } from '@alongside/domain/b.js';");
    const found = nearestSpecs(root, ['domain', 'client'])(join(root, 'domain/a.ts'));
    expect([...found].map(([path, steps]) => [relative(root, path), steps])).toEqual([
      ['domain/a.unit.spec.ts', 1],
      ['client/far.unit.spec.tsx', 2],
      ['domain/c.unit.spec.ts', 3],
    ]);
  });
});
