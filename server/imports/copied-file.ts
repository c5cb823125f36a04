import type { Pieces } from './readings.js';

/** A copy of a file as it comes in, of those that are not too large for one: those can be read again. */
export class CopiedFile {
  #parts: Uint8Array[] | null = [];
  #bytes = 0;

  constructor(private readonly limitBytes: number) {}

  /** The file, passed on. */
  async *of(pieces: Pieces): AsyncIterable<Uint8Array> {
    for await (const piece of pieces) {
      this.#bytes += piece.length;
      if (this.#bytes > this.limitBytes) this.#parts = null;
      this.#parts?.push(piece);
      yield piece;
    }
  }

  whole(): Buffer | null {
    return this.#parts && Buffer.concat(this.#parts);
  }
}
