import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sources = (ends: string) =>
  ['client/ui', 'client/app', 'client/features', 'client/shared']
    .flatMap((folder) => readdirSync(resolve(folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => path.endsWith(ends))
    .map((path) => ({ path, text: readFileSync(resolve(path), 'utf8') }));

/** What is there to be read out alone has the size of a dot. */
const READ_OUT_PIXELS = 1;

describe('what is beside text grows with it', () => {
  test.each(sources('.tsx'))('no icon of $path has a size in pixels', ({ text }) => {
    expect(text.match(/<[A-Z]\w* [^>]*\bsize=\{\d+\}/g) ?? []).toEqual([]);
  });

  test.each(sources('.css'))('no box, dot or button of $path is a square of fixed pixels', ({ text }) => {
    const squares = [...text.matchAll(/width: (\d+)px;\s+height: \1px;/g)].filter(([, pixels]) => Number(pixels) > READ_OUT_PIXELS);
    expect(squares.map(([all]) => all)).toEqual([]);
  });
});
