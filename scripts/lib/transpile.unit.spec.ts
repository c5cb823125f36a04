import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayStale, transpile } from './transpile.mjs';

test('a run without a build says how many sources are newer than what was built of them, and nothing where none is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'transpile-'));
  try {
    const file = (name: string, text = 'export const one: number = 1;\n') => writeFileSync(join(folder, name), text);
    for (const name of ['a.ts', 'b.ts', 'table.json', 'a.unit.spec.ts', 'package.json'])
      file(name, name.endsWith('.ts') ? undefined : '{}');
    expect(sayStale([folder])).toMatch(/^NO_BUILD: 3 source files are newer than their build\. /);
    await transpile(folder);
    expect(sayStale([folder])).toBeUndefined();
    const later = new Date(Date.now() + 60_000);
    for (const name of ['b.ts', 'a.unit.spec.ts']) utimesSync(join(folder, name), later, later);
    expect(sayStale([folder])).toMatch(/^NO_BUILD: one source file is newer than its build\. /);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
