import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import sax, { type Tag } from 'sax';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** What all parts of a workbook may come to when they are unpacked, each as often as it is read: a small file may say that it holds terabytes. */
export const UNPACKED_LIMIT_BYTES = 512 * 1024 * 1024;
/** What is unpacked to see the first rows of a sheet. It is counted for itself: a sheet that nobody wants is no reason to refuse the others. */
const GLANCE_LIMIT_BYTES = 16 * 1024 * 1024;
/** Tags of all parts, each as often as it is read: more than the largest register has. They pack to next to nothing. */
const TAGS_LIMIT = 18_000_000;
/** Tags before the first rows of a sheet, those of empty cells included. */
const GLANCE_LIMIT_TAGS = 300_000;
/** Attributes of one tag. A cell has four at most. */
const ATTRIBUTES_LIMIT = 1_000;
/** Parts of one workbook: sheets, pictures and the like. */
const PARTS_LIMIT = 10_000;

/** The file holds more than a list has: `UNPACKED_LIMIT_BYTES`, tags, cells or letters. */
export class TooLarge extends Error {}
/** The workbook is not what it says it is. */
export class Broken extends Error {}

/** Letters of one cell. A sheet has 32,767 at most. */
const CELL_LIMIT_CHARACTERS = 1024 * 1024;

/** A text with one more piece of it; refuses one that no cell can hold. */
export function grown(text: string, piece: string): string {
  if (text.length + piece.length > CELL_LIMIT_CHARACTERS) throw new Broken('A cell that is too long.');
  return text + piece;
}

/** What is heard while XML is read. Names are without their prefix. */
export interface XmlEar {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
  /** Asked after each piece: true ends the reading early. */
  readonly isDone?: () => boolean;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** As they are where none has a prefix: a large sheet has millions of cells. */
function withoutPrefix(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const key in attributes)
    if (key.includes(':')) return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));
  return attributes;
}

/** What may still be read of a workbook. */
interface Limits {
  bytes: number;
  tags: number;
}

/** The parts of a workbook, which is a zip file of XML. They are unpacked piece by piece and never held as a whole. */
export class ZipParts {
  readonly #left: Limits;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: Limits,
  ) {
    this.#left = { ...limits };
  }

  static async open(bytes: Buffer, limits: { readonly [Of in keyof Limits]?: Limits[Of] | undefined } = {}): Promise<ZipParts> {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= PARTS_LIMIT) throw new Broken('A workbook with too many parts.');
      entries.set(entry.fileName, entry);
    }
    return new ZipParts(zip, entries, { bytes: limits.bytes ?? UNPACKED_LIMIT_BYTES, tags: limits.tags ?? TAGS_LIMIT });
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Reads the XML of a part; one that is not there has nothing in it. Its checksum is held to, so that no damage changes a cell in silence. */
  async hear(path: string, ear: XmlEar): Promise<void> {
    await this.#read(path, ear, this.#left);
  }

  /** Reads the first of a part, until what hears it is done. The rest is not unpacked, so that damage to it is not seen. */
  async hearFirst(path: string, ear: XmlEar): Promise<void> {
    const { bytes, tags } = this.limits;
    await this.#read(path, ear, { bytes: Math.min(GLANCE_LIMIT_BYTES, bytes), tags: Math.min(GLANCE_LIMIT_TAGS, tags) }, true);
  }

  async #read(path: string, ear: XmlEar, left: Limits, isFirst = false): Promise<void> {
    const entry = this.entries.get(path);
    if (!entry) return;
    let [sum, attributesHeard] = [0, 0];
    // Its position is what it bounds its buffers by.
    const parser = sax.parser(true, { position: true });
    const text = (piece: string) => ear.text?.(piece);
    Object.assign(parser, {
      onerror: (error: Error) => {
        throw error;
      },
      onattribute: () => {
        attributesHeard += 1;
        if (attributesHeard > ATTRIBUTES_LIMIT) throw new Broken('A tag with too many attributes.');
      },
      onopentag: ({ name, attributes }: Tag) => {
        attributesHeard = 0;
        left.tags -= 1;
        if (left.tags < 0) throw new TooLarge('A workbook with too many tags.');
        ear.open?.(local(name), withoutPrefix(attributes));
      },
      onclosetag: (name: string) => ear.close?.(local(name)),
      ontext: text,
      oncdata: text,
    });
    const decoder = new StringDecoder('utf8');
    for await (const piece of await this.zip.openReadStreamPromise(entry)) {
      const bytes = piece as Buffer;
      left.bytes -= bytes.length;
      if (left.bytes < 0) throw new TooLarge('A workbook that unpacks to too much.');
      sum = crc32(bytes, sum);
      if (!ear.isDone?.()) parser.write(decoder.write(bytes));
      if (isFirst && ear.isDone?.()) return;
    }
    if (!isFirst && sum !== entry.crc32) throw new Broken('A part that is damaged.');
    if (!ear.isDone?.()) parser.write(decoder.end()).close();
  }
}
