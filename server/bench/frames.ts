const LENGTH_16 = 126;
const LENGTH_64 = 127;
/** A head of a frame that a server sends has at most so many bytes: two, and a length of up to eight. */
const HEAD_BYTES = 10;

/** Reads a server's websocket frames from pieces of any size, and keeps of each as much of its beginning as is asked for. */
export class Frames {
  readonly #head = Buffer.alloc(HEAD_BYTES);
  #headBytes = 0;
  #kept: Buffer | undefined;
  #keptBytes = 0;
  #leftBytes = 0;

  /** `kept`: of a message of so many bytes, how many are kept. `hear` gets them once the whole message has come. */
  constructor(
    private readonly kept: (bytes: number) => number,
    private readonly hear: (start: Buffer) => void,
  ) {}

  take(piece: Buffer): void {
    let at = 0;
    while (at < piece.length) at = this.#kept ? this.#takeText(this.#kept, piece, at) : this.#takeHead(piece, at);
  }

  #takeHead(piece: Buffer, at: number): number {
    this.#head.writeUInt8(piece.readUInt8(at), this.#headBytes);
    this.#headBytes += 1;
    const length = lengthIn(this.#head, this.#headBytes);
    if (length !== undefined) this.#begin(length);
    return at + 1;
  }

  #begin(bytes: number): void {
    this.#headBytes = 0;
    this.#leftBytes = bytes;
    this.#keptBytes = 0;
    this.#kept = Buffer.allocUnsafe(Math.min(bytes, this.kept(bytes)));
    if (bytes === 0) this.#end(this.#kept);
  }

  #takeText(kept: Buffer, piece: Buffer, at: number): number {
    const end = Math.min(piece.length, at + this.#leftBytes);
    this.#keptBytes += piece.copy(kept, this.#keptBytes, at, end);
    this.#leftBytes -= end - at;
    if (this.#leftBytes === 0) this.#end(kept);
    return end;
  }

  #end(kept: Buffer): void {
    this.#kept = undefined;
    this.hear(kept);
  }
}

/** How many bytes of text follow a head, as soon as it says so. */
function lengthIn(head: Buffer, bytes: number): number | undefined {
  if (bytes < 2) return undefined;
  const short = head.readUInt8(1);
  if (short < LENGTH_16) return short;
  if (short < LENGTH_64) return bytes < 4 ? undefined : head.readUInt16BE(2);
  return bytes < HEAD_BYTES ? undefined : Number(head.readBigUInt64BE(2));
}
