import { create, type Font as FontFile, type Glyph } from 'fontkit';
import { Blob, Buffer as Shaping, Direction, Face, Font, shape } from 'harfbuzzjs';

/** Before a run of text that is written from right to left. It is not printed. */
export const RIGHT_TO_LEFT = '\u200f';

interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}
/** What PDFKit asks of a font for a text: it scales the positions in place. */
interface GlyphRun {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  readonly advanceWidth: number;
}

/** One font file, shaped by HarfBuzz: PDFKit's own shaper stops at some Indic fonts and misplaces letters of others. */
export class ShapedFace {
  /** Ascent and descent in parts of the size, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** What PDFKit takes as a font: the file, with its text laid out here. */
  readonly forPdf: Uint8Array;
  readonly #file: FontFile;
  readonly #font: Font;
  readonly #characters: ReadonlySet<number>;
  /** How many meanings each glyph has so far, and the id of each. */
  readonly #variants = new Map<string, number>();
  readonly #meanings = new Map<number, number>();

  constructor(
    readonly id: string,
    file: Uint8Array,
  ) {
    // No file here is a collection, which alone would make it anything but a font.
    this.#file = create(Buffer.from(file)) as FontFile;
    this.#font = new Font(new Face(new Blob(Uint8Array.from(file))));
    this.#characters = new Set(this.#file.characterSet);
    this.ascent = this.#file.ascent / this.#file.unitsPerEm;
    this.descent = -this.#file.descent / this.#file.unitsPerEm;
    const laidOut = Object.assign(Object.create(this.#file) as object, {
      layout: (text: string) => this.layout(text),
      createSubset: () => withVariants(this.#file.createSubset() as unknown as GlyphSubset),
    });
    // PDFKit takes an opened font, too; its published types know only files.
    this.forPdf = laidOut as unknown as Uint8Array;
  }

  has(codePoint: number): boolean {
    return this.#characters.has(codePoint);
  }

  /** In parts of the size. */
  widthOf(text: string): number {
    return this.layout(text).advanceWidth / this.#file.unitsPerEm;
  }

  /** Glyphs from left to right. A run from right to left begins with `RIGHT_TO_LEFT`. */
  layout(text: string): GlyphRun {
    const backwards = text.startsWith(RIGHT_TO_LEFT);
    const words = backwards ? text.slice(1) : text;
    const shaping = new Shaping();
    shaping.addText(words);
    shaping.guessSegmentProperties();
    shaping.setDirection(backwards ? Direction.RTL : Direction.LTR);
    shape(this.#font, shaping);
    const infos = shaping.getGlyphInfos();
    const letters = lettersOf(words, infos);
    const positions = shaping.getGlyphPositions().map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
    return {
      glyphs: infos.map(({ codepoint }, index) => this.#meaning(codepoint, letters[index] ?? [])),
      positions,
      get advanceWidth() {
        return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
      },
    };
  }

  /**
   * A glyph with its letters. PDF has one text for each glyph, and fonts share glyphs between letters (ب and ن), so each meaning has its
   * own id.
   */
  #meaning(glyph: number, letters: readonly number[]): Glyph {
    const key = `${glyph}:${letters.join()}`;
    let id = this.#variants.get(key);
    if (id === undefined) {
      const count = this.#meanings.get(glyph) ?? 0;
      this.#meanings.set(glyph, count + 1);
      this.#variants.set(key, (id = glyph + count * GLYPHS_LIMIT));
    }
    return Object.create(this.#file.getGlyph(glyph), { id: { value: id }, codePoints: { value: letters } }) as Glyph;
  }
}

/** The part of a font that a PDF takes along: glyphs in the order in which they were asked for. */
interface GlyphSubset {
  readonly glyphs: number[];
  readonly mapping: Record<number, number>;
  includeGlyph(id: number): number;
}

/** No font has more glyphs than this. An id beyond it is one more meaning of a glyph. */
const GLYPHS_LIMIT = 65_536;

/** Takes a glyph along once for each of its meanings. */
function withVariants(subset: GlyphSubset): GlyphSubset {
  const { glyphs, mapping } = subset;
  subset.includeGlyph = (id) => (mapping[id] ??= glyphs.push(id % GLYPHS_LIMIT) - 1);
  return subset;
}

/** The code points behind each glyph. Where a cluster became several glyphs, its first has them. */
function lettersOf(words: string, infos: readonly { readonly cluster: number }[]): readonly (readonly number[])[] {
  const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b);
  const given = new Set<number>();
  return infos.map(({ cluster }) => {
    if (given.has(cluster)) return [];
    given.add(cluster);
    const end = starts[starts.indexOf(cluster) + 1] ?? words.length;
    return Array.from(words.slice(cluster, end), (letter) => letter.codePointAt(0) ?? 0);
  });
}
