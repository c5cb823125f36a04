import { connect, type Socket } from 'node:net';
import { SOCKET, type Scope } from '@alongside/domain/protocol/messages.js';
import { Frames } from './frames.js';

/** What came of one return. */
export interface Returned {
  /** From connecting to being up to date, in milliseconds. */
  readonly ms: number;
  readonly kind: string;
  readonly through: string | null;
  /** Counted when it is asked for: while others are coming back, that would make this process late. `undefined` where it was not to count. */
  rows(): number | undefined;
  readonly bytes: number;
}

/** What a client keeps live: views as a whole, and what it shows of others. */
export interface Keeps {
  readonly views: readonly string[];
  readonly scopes: readonly Scope[];
}

const TEXT_FRAME = 0x81;
const MASKED = 0x80;
const LENGTH_16 = 126;
/** The beginning of a message of changes, and in how many bytes of it the position stands. */
const CHANGES = `42["${SOCKET.changes}`;
const THROUGH_WITHIN_BYTES = 120;
/** An answer and all that opens a line is shorter. */
const WHOLE_WITHIN_BYTES = 16_384;
/** All lines of a process read into one buffer: what is kept of a message is copied, the rest costs no memory. */
const READ_INTO = Buffer.alloc(256 * 1024);
const ROW_MARKS = [Buffer.from('"kind":"put"'), Buffer.from('"kind":"gone"')];

/**
 * A client’s live connection: Socket.IO over a websocket, by hand, without reading rows. A thousand real clients in one process would
 * themselves be measured.
 */
export class Line {
  #socket: Socket;
  /** What came of the answer to the handshake, until all of it is there. */
  #opening = Buffer.alloc(0);
  #frames: Frames | undefined;
  #rows = 0;
  /** Messages of changes whose rows were not counted yet. */
  #uncounted: Buffer[] = [];
  #through = '';
  readonly #beganMs = performance.now();
  readonly done: Promise<Returned>;
  #settle: (returned: Returned) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor(
    port: number,
    cookie: string,
    private readonly keeps: Keeps,
    private readonly after: string | undefined,
    private readonly counts = true,
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    const onread = {
      buffer: READ_INTO,
      callback: (length: number, into: Uint8Array) => this.#take(Buffer.from(into.buffer, into.byteOffset, length)),
    };
    this.#socket = connect({ port, host: '127.0.0.1', onread });
    this.#socket.on('connect', () => this.#socket.write(handshake(port, cookie)));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('The hub closed the line.')));
  }

  /** What it has heard since it was opened: rows, bytes, and how far the hub said it was. */
  get heard(): { readonly rows: number; readonly bytes: number; readonly through: string } {
    return { rows: this.#count() ?? 0, bytes: this.#socket.bytesRead, through: this.#through };
  }

  /** As where the network goes away: nothing is said. */
  drop(): void {
    this.#socket.destroy();
  }

  /** Takes what was read, and goes on reading. */
  #take(piece: Buffer): true {
    if (this.#frames) this.#frames.take(piece);
    else this.#takeOpening(piece);
    return true;
  }

  #takeOpening(piece: Buffer): void {
    this.#opening = Buffer.concat([this.#opening, piece]);
    const end = this.#opening.indexOf('\r\n\r\n');
    if (end < 0) return;
    if (!this.#opening.subarray(0, 12).toString().endsWith(' 101')) return this.#fail(new Error('The hub refused the line.'));
    this.#frames = new Frames(
      (bytes) => (this.counts || bytes <= WHOLE_WITHIN_BYTES ? bytes : THROUGH_WITHIN_BYTES),
      (text) => this.#hear(text),
    );
    this.#frames.take(this.#opening.subarray(end + 4));
    this.#opening = Buffer.alloc(0);
  }

  #hear(text: Buffer): void {
    const head = text.subarray(0, 12).toString();
    if (head === '2') this.#say('3');
    else if (head.startsWith('0')) this.#say('40');
    else if (head.startsWith('40')) this.#resume();
    else if (head.startsWith(CHANGES)) this.#takeChanges(text);
    else if (head.startsWith('430')) this.#answered(text.toString());
    else this.#fail(new Error(`The hub said ${text.subarray(0, 80).toString()}.`));
  }

  #takeChanges(text: Buffer): void {
    if (this.counts) this.#uncounted.push(text);
    this.#through = /"through":"([^"]+)"/.exec(text.subarray(0, THROUGH_WITHIN_BYTES).toString())?.[1] ?? this.#through;
  }

  #resume(): void {
    const request = { ...this.keeps, ...(this.after !== undefined && { after: this.after }) };
    this.#say(`420${JSON.stringify([SOCKET.resume, request])}`);
  }

  #answered(text: string): void {
    const [{ kind, through }] = JSON.parse(text.slice('430'.length)) as [{ kind: string; through: string | null }];
    const ms = performance.now() - this.#beganMs;
    this.#settle({ ms, kind, through, rows: () => this.#count(), bytes: this.#socket.bytesRead });
  }

  #count(): number | undefined {
    if (!this.counts) return undefined;
    for (const text of this.#uncounted) for (const mark of ROW_MARKS) this.#rows += countOf(text, mark);
    this.#uncounted = [];
    return this.#rows;
  }

  #say(text: string): void {
    const payload = Buffer.from(text);
    const short = payload.length < LENGTH_16;
    const head = short
      ? [TEXT_FRAME, MASKED | payload.length]
      : [TEXT_FRAME, MASKED | LENGTH_16, payload.length >> 8, payload.length & 0xff];
    // Masked with noughts, which leaves the text as it is.
    this.#socket.write(Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]));
  }
}

const handshake = (port: number, cookie: string): string =>
  [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    'Sec-WebSocket-Version: 13',
    `Cookie: ${cookie}`,
    '\r\n',
  ].join('\r\n');

function countOf(text: Buffer, mark: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
}
