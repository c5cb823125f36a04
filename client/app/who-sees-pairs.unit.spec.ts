import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LEADERS_SEE, ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import { overseers } from '@alongside/projections/views/audiences.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';

const ROOT = resolve('.');
const SOURCE = join('domain', 'institutions', 'role-words.ts');
const sources = ['client/app', 'client/features', 'client/shared', 'client/ui', 'domain', 'server/mail'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.(spec|testing)\.tsx?$/.test(file) && !/(dist|node_modules)\//.test(file) && file !== SOURCE,
    ),
);
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

describe('[R6] what leaders see', () => {
  test('is said as it is: the rows of pairs, which name both and their days, are addressed to them', () => {
    expect(overseers(['oakfield' as never])).toContain('institution:oakfield#leaders');
    const named: readonly (keyof PairingRow)[] = ['mentor', 'mentee', 'lastMetOn'];
    expect(named).toHaveLength(3);
    expect(LEADERS_SEE).toBe('Leaders see each pair by name, when they last met, and figures. Never notes, goals or reflections.');
    expect(ROLE_SEES.leader).toBe(LEADERS_SEE);
  });

  // A second wording is how a screen comes to say less than is shown.
  test('is said in one place: no other text tells what leaders see of pairs', () => {
    const telling =
      /(\bleaders?\b[^.'`]{0,40}\b(can |then )*see\b(?! only)(?! each pair by name))|sees figures|dates and numbers|how the programme is going/i;
    const found = sources.flatMap((file) => {
      const hit = telling.exec(withoutComments(readFileSync(join(ROOT, file), 'utf8')));
      return hit ? [`${file}: ${hit[0]}`] : [];
    });
    expect(sources.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });
});
