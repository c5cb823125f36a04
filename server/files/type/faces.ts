import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { ShapedFace } from './shaped-face.js';

/** A serif for what a certificate states, a sans for its labels. Each goes on to the serifs of other scripts. */
export type Family = 'serif' | 'sans';

/** One file of a font package. Each is read at its first use and kept. */
interface Source {
  readonly path: string;
  /** Whether the package promises this code point in this file. Its own table of characters has the last word. */
  readonly promises: (codePoint: number) => boolean;
  readonly axes?: Readonly<Record<string, number>>;
}

const WEIGHT = 600;
const locate = createRequire(import.meta.url);

/** Everything in one file, so that marks find their letters: ẹ́ is a letter and a mark in every font. */
const SOURCE_SERIF: Source = {
  path: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  promises: () => true,
};

/** Noto families for what Source Serif has no letters for, and which of their parts. Latin parts of other scripts are left out. */
const NOTO: readonly (readonly [family: string, parts: RegExp])[] = [
  ['noto-serif', /^(?!math)/],
  ['noto-naskh-arabic', /^arabic$/],
  ['noto-serif-hebrew', /^hebrew$/],
  ['noto-serif-devanagari', /^devanagari$/],
  ['noto-serif-bengali', /^bengali$/],
  ['noto-sans-gurmukhi', /^gurmukhi$/],
  ['noto-serif-gujarati', /^gujarati$/],
  ['noto-serif-tamil', /^tamil$/],
  ['noto-serif-sc', /./],
];

/** The parts of a package as its list of code points names them. */
function partsOf(name: string, fileOf: (part: string) => string, wanted = /./, axes?: Source['axes']): readonly Source[] {
  const ranges = JSON.parse(readFileSync(locate.resolve(`${name}/unicode.json`), 'utf8')) as Readonly<Record<string, string>>;
  return Object.entries(ranges)
    .map(([part, list]) => ({ part: part.replace(/[[\]]/g, ''), list }))
    .filter(({ part }) => wanted.test(part))
    .map(({ part, list }) => ({ path: `${name}/files/${fileOf(part)}`, promises: within(list), ...(axes && { axes }) }));
}

/** Whether a code point is in a list such as `U+0000-00FF,U+0131`. */
function within(list: string): (codePoint: number) => boolean {
  const ranges = list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice(2).split('-');
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (codePoint) => ranges.some(([from, to]) => from <= codePoint && codePoint <= to);
}

/** The sources of each family, in the order in which they are asked for a letter. */
const sources = (() => {
  let known: Readonly<Record<Family, readonly Source[]>> | undefined;
  return (family: Family): readonly Source[] => {
    if (!known) {
      const noto = NOTO.flatMap(([name, parts]) =>
        partsOf(`@fontsource-variable/${name}`, (part) => `${name}-${part}-wght-normal.woff2`, parts, { wght: WEIGHT }),
      );
      const serif = [SOURCE_SERIF, ...noto];
      known = { serif, sans: [...partsOf('@fontsource/inter', (part) => `inter-${part}-400-normal.woff2`), ...serif] };
    }
    return known[family];
  };
})();

const faces = new Map<string, Promise<ShapedFace>>();

function load(source: Source): Promise<ShapedFace> {
  const known = faces.get(source.path);
  if (known) return known;
  const loading = read(source);
  faces.set(source.path, loading);
  return loading;
}

/** PDF knows neither WOFF2 nor variable fonts: the file becomes a plain one of one weight. */
async function read({ path, axes }: Source): Promise<ShapedFace> {
  const file = await readFile(locate.resolve(path));
  const plain = await subsetFont(file, undefined, { targetFormat: 'truetype', keepAllGlyphs: true, ...(axes && { variationAxes: axes }) });
  return new ShapedFace(path, plain);
}

/** The first face of a family: what its lines are as tall as. */
export async function mainFace(family: Family): Promise<ShapedFace> {
  const first = sources(family).find(({ promises }) => promises('a'.charCodeAt(0)));
  if (!first) throw new Error(`No font of the family ${family} has Latin letters.`);
  return load(first);
}

/** The first face of a family that has all of these code points; undefined where none has. */
export async function faceFor(family: Family, codePoints: readonly number[]): Promise<ShapedFace | undefined> {
  for (const source of sources(family)) {
    if (!codePoints.every(source.promises)) continue;
    const face = await load(source);
    if (codePoints.every((one) => face.has(one))) return face;
  }
  return undefined;
}
