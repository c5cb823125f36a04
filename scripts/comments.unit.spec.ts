import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { countWords, readComments } from './lib/read-comments.mjs';
import { ROOT } from './lib/run.mjs';
import { filesUnder } from './lib/sources.mjs';

const LIMIT = 30;

/** Words that name no reader: say the caller, the mentee, the user, “a person who”. */
const UNNAMED = /\b(whoever|whomever|somebody)\b/i;

const SKIPPED = new Set(['dist', 'node_modules', '.git', '.nx']);
const sources = [...filesUnder(ROOT, SKIPPED)].map((path) => relative(ROOT, path)).filter((path) => /\.(tsx?|mjs|cjs|js)$/.test(path));

const commentsOf = (path: string) => readComments(readFileSync(join(ROOT, path), 'utf8')).map((comment) => ({ ...comment, path }));
const comments = sources.flatMap(commentsOf);

describe('the comments of the sources', () => {
  test(`none is longer than ${LIMIT} words`, () => {
    expect(comments.length).toBeGreaterThan(5000);
    const long = comments.filter(({ text }) => countWords(text) > LIMIT);
    expect(long.map(({ path, line, text }) => `${path}:${line} ${countWords(text)} words`)).toEqual([]);
  });

  test('none says “whoever” or “somebody” in place of the caller, the mentee or the user', () => {
    const unnamed = comments.filter(({ text }) => UNNAMED.test(text));
    expect(unnamed.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
  });

  test('a comment is read whole, and without its marks, tables and tags', () => {
    const source = [
      '// One',
      '// two.',
      'const a = 1; // three',
      '/**',
      ' * Four',
      ' *',
      ' * five: `//` and six.',
      ' * | a | table |',
      ' * @returns {string} a tag',
      ' * of two lines.',
      ' */',
      'const b = "// none";',
      '  {/* seven */}',
    ].join('\n');
    expect(readComments(source)).toEqual([
      { line: 1, text: 'One two.' },
      { line: 3, text: 'three' },
      { line: 4, text: 'Four five: `//` and six.' },
      { line: 13, text: 'seven' },
    ]);
  });
});
