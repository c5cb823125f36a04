import { connect, type Socket } from 'node:net';
import { SOCKET, type Scope } from '@alongside/domain/protocol/messages.js';

/** What came of one return. */
export interface Returned {
  /** From connecting to being up to date, in milliseconds. */
  readonly ms: number;
  readonly kind: string;
  readonly through: string | null;
  /** Counted when it is asked for: while others are coming back, that would make this process late. */
  rows(): number;
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
const LENGTH_64 = 127;
/** The beginning of a message of changes, and in how many bytes of it the position stands. */
const CHANGES = `42["${SOCKET.changes}`;
const THROUGH_WITHIN_BYTES = 120;
const ROW_MARKS = [Buffer.from('"kind":"put"'), Buffer.from('"kind":"gone"')];

/**
 * A client's live connection, spoken by hand: Socket.IO over a websocket, without reading the rows that arrive. A thousand of the real ones in
 * one process would themselves be what is measured.
 */
export class Line {
  #socket: Socket;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #neededBytes = 0;
  #open = false;
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
  ) {
    this.done = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#fail = reject;
    });
    this.#socket = connect({ port, host: '127.0.0.1' });
    this.#socket.on('connect', () => this.#socket.write(handshake(port, cookie)));
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('The hub closed the line.')));
  }

  /** What it has heard since it was opened: rows, bytes, and how far the hub said it was. */
  get heard(): { readonly rows: number; readonly bytes: number; readonly through: string } {
    return { rows: this.#count(), bytes: this.#socket.bytesRead, through: this.#through };
  }

  /** As where the network goes away: nothing is said. */
  drop(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    // Long frames come in many pieces: they are joined once.
    if (this.#heldBytes < this.#neededBytes) return;
    let bytes = this.#held.length === 1 ? chunk : Buffer.concat(this.#held);
    if (!this.#open) {
      const end = bytes.indexOf('\r\n\r\n');
      if (end >= 0 && !bytes.subarray(0, 12).toString().endsWith(' 101')) return this.#fail(new Error('The hub refused the line.'));
      this.#open = end >= 0;
      if (end >= 0) bytes = bytes.subarray(end + 4);
    }
    for (let frame = this.#open ? frameIn(bytes) : undefined; frame; frame = frameIn(bytes)) {
      this.#hear(bytes.subarray(frame.from, frame.to));
      bytes = bytes.subarray(frame.to);
    }
    this.#held = [bytes];
    this.#heldBytes = bytes.length;
    this.#neededBytes = lengthOf(bytes)?.to ?? 0;
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
    this.#uncounted.push(text);
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

  #count(): number {
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

/** Where the first frame's text begins and ends, whether or not all of it has come. */
function lengthOf(bytes: Buffer): { readonly from: number; readonly to: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1);
  const from = short === LENGTH_16 ? 4 : short === LENGTH_64 ? 10 : 2;
  if (bytes.length < from) return undefined;
  const length = short === LENGTH_16 ? bytes.readUInt16BE(2) : short === LENGTH_64 ? Number(bytes.readBigUInt64BE(2)) : short;
  return { from, to: from + length };
}

function frameIn(bytes: Buffer): { readonly from: number; readonly to: number } | undefined {
  const frame = lengthOf(bytes);
  return frame && bytes.length >= frame.to ? frame : undefined;
}

function countOf(text: Buffer, mark: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
}
