import { StringDecoder } from 'node:string_decoder';
import { crc32 } from 'node:zlib';
import sax, { type Tag } from 'sax';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** What all parts of a workbook may come to when they are unpacked, each as often as it is read: a small file may say that it holds terabytes. */
export const UNPACKED_LIMIT_BYTES = 512 * 1024 * 1024;
/** What is unpacked to see the first rows of a sheet. It is counted for itself: a sheet that nobody wants is no reason to refuse the others. */
const GLANCE_LIMIT_BYTES = 16 * 1024 * 1024;
/** Parts of one workbook: sheets, pictures and the like. */
const PARTS_LIMIT = 10_000;

/** The workbook holds more than `UNPACKED_LIMIT_BYTES`. */
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

/** The parts of a workbook, which is a zip file of XML. They are unpacked piece by piece and never held as a whole. */
export class ZipParts {
  #left: number;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limitBytes: number,
  ) {
    this.#left = limitBytes;
  }

  static async open(bytes: Buffer, limitBytes = UNPACKED_LIMIT_BYTES): Promise<ZipParts> {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= PARTS_LIMIT) throw new Broken('A workbook with too many parts.');
      entries.set(entry.fileName, entry);
    }
    return new ZipParts(zip, entries, limitBytes);
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** Reads the XML of a part; one that is not there has nothing in it. Its checksum is held to, so that no damage changes a cell in silence. */
  async hear(path: string, ear: XmlEar): Promise<void> {
    await this.#read(path, ear, (bytes) => {
      this.#left -= bytes;
      return this.#left >= 0;
    });
  }

  /** Reads the first of a part, until what hears it is done. The rest is not unpacked, so that damage to it is not seen. */
  async hearFirst(path: string, ear: XmlEar): Promise<void> {
    let left = Math.min(GLANCE_LIMIT_BYTES, this.limitBytes);
    await this.#read(path, ear, (bytes) => (left -= bytes) >= 0, true);
  }

  async #read(path: string, ear: XmlEar, hasRoom: (bytes: number) => boolean, isFirst = false): Promise<void> {
    const entry = this.entries.get(path);
    if (!entry) return;
    let sum = 0;
    // Its position is what it bounds its buffers by.
    const parser = sax.parser(true, { position: true });
    const text = (piece: string) => ear.text?.(piece);
    Object.assign(parser, {
      onerror: (error: Error) => {
        throw error;
      },
      onopentag: ({ name, attributes }: Tag) => ear.open?.(local(name), withoutPrefix(attributes)),
      onclosetag: (name: string) => ear.close?.(local(name)),
      ontext: text,
      oncdata: text,
    });
    const decoder = new StringDecoder('utf8');
    for await (const piece of await this.zip.openReadStreamPromise(entry)) {
      const bytes = piece as Buffer;
      if (!hasRoom(bytes.length)) throw new TooLarge('A workbook that unpacks to too much.');
      sum = crc32(bytes, sum);
      if (!ear.isDone?.()) parser.write(decoder.write(bytes));
      if (isFirst && ear.isDone?.()) return;
    }
    if (!isFirst && sum !== entry.crc32) throw new Broken('A part that is damaged.');
    if (!ear.isDone?.()) parser.write(decoder.end()).close();
  }
}
