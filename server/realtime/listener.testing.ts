import { io, type Socket } from 'socket.io-client';
import { SOCKET, type ChangesMessage, type ResumeAnswer, type RowChange } from '@alongside/domain/protocol/messages.js';

/** A client as a browser would be one: it resumes from its position whenever its line is back, and keeps what it is sent. */
export class TestListener {
  readonly socket: Socket;
  readonly heard: RowChange[] = [];
  readonly answers: ResumeAnswer[] = [];
  /** `view id` of every row that it holds. */
  readonly held = new Map<string, unknown>();
  through: string | undefined;
  signedOut = false;
  /** Why the server did not let it in. */
  readonly refusals: string[] = [];
  readonly #waits = new Set<() => void>();

  constructor(
    port: number,
    cookie: string,
    readonly views: readonly string[],
    headers: Record<string, string> = {},
  ) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      extraHeaders: { Cookie: cookie, ...headers },
      reconnectionDelay: 20,
      reconnectionDelayMax: 50,
      forceNew: true,
    });
    this.socket.on('connect', () => void this.#resume());
    this.socket.on(SOCKET.changes, (message: ChangesMessage) => this.#take(message));
    this.socket.on(SOCKET.signedOut, () => {
      this.signedOut = true;
      this.#tell();
    });
    this.socket.on('connect_error', ({ message }) => {
      this.refusals.push(message);
      this.#tell();
    });
    this.socket.on('disconnect', () => this.#tell());
  }

  /** Settles once something holds; asked whenever anything comes in. */
  async until(holds: () => boolean): Promise<void> {
    if (holds()) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        this.#waits.delete(look);
        resolve();
      };
      this.#waits.add(look);
    });
  }

  /** Settles once the client knows that it has been sent everything up to a position. */
  reached(position: string): Promise<void> {
    return this.until(() => (this.through ?? '') >= position);
  }

  resumed(times: number): Promise<void> {
    return this.until(() => this.answers.length >= times);
  }

  async #resume(): Promise<void> {
    const answer: ResumeAnswer = await this.socket.emitWithAck(SOCKET.resume, {
      views: this.views,
      ...(this.through !== undefined && { after: this.through }),
    });
    this.answers.push(answer);
    if (answer.kind === 'reset') this.held.clear();
    if (answer.through !== null && answer.through > (this.through ?? '')) this.through = answer.through;
    this.#tell();
  }

  #take({ through, changes }: ChangesMessage): void {
    for (const change of changes) {
      this.heard.push(change);
      if (change.kind === 'put') this.held.set(`${change.row.view} ${change.row.id}`, change.row.data);
      else this.held.delete(`${change.view} ${change.id}`);
    }
    this.through = through;
    this.#tell();
  }

  #tell(): void {
    for (const look of [...this.#waits]) look();
  }
}
