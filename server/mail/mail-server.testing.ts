import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** The little of a mail server that a sender meets. `answers` says what is said to a verb, where that is not consent. */
export class MailServer {
  readonly emails: string[] = [];
  answers: Readonly<Record<string, string>> = {};
  /** How long it takes over an email that it has taken, before it says so. */
  saysAfterMs = 0;
  /** Called when it has an email and before it says so. */
  onTaken: () => void = () => undefined;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  /** Settles with its address; 0 takes any free port. */
  async start(port = 0): Promise<string> {
    this.#server = createServer((socket) => this.#talk(socket));
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this.url();
  }

  url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  get port(): number {
    if (!this.#server) throw new Error('The mail server was not started.');
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    await closed;
  }

  /** Settles once so many emails came. Rejects after `limitMs`. */
  async came(count: number, limitMs = 20_000): Promise<readonly string[]> {
    for (const until = Date.now() + limitMs; this.emails.length < count; await pause(20))
      if (Date.now() > until) throw new Error(`${this.emails.length} emails came, and not ${count}.`);
    return this.emails;
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    let unread = '';
    let inEmail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.example');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      unread += chunk.toString();
      for (;;) {
        const end = unread.indexOf(inEmail ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = unread.slice(0, end);
        unread = unread.slice(end + (inEmail ? 5 : 2));
        if (inEmail) {
          inEmail = false;
          const said = this.answers['.'] ?? '250 taken';
          if (said.startsWith('250')) this.emails.push(text);
          this.onTaken();
          void pause(this.saysAfterMs, undefined, { ref: false }).then(() => say(said));
          continue;
        }
        const verb = text.split(/[ :]/)[0]?.toUpperCase() ?? '';
        const said = this.answers[verb] ?? (verb === 'DATA' ? '354 go on' : '250 yes');
        inEmail = verb === 'DATA' && said.startsWith('354');
        say(said);
      }
    });
  }
}
