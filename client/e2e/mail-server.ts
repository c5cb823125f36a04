import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A letter as it came in. */
export interface CaughtLetter {
  readonly to: string;
  readonly text: string;
}

/** The little of a mail server that a sender meets: takes every letter and keeps it. */
export class MailServer {
  readonly letters: CaughtLetter[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => this.#talk(socket));

  /** Settles with its port on this machine. */
  async start(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** The newest letter to an address; settles once there is one that fits. Rejects after `limitMs`. */
  async newest(to: string, fits: RegExp, limitMs = 15_000): Promise<CaughtLetter> {
    const until = Date.now() + limitMs;
    for (;;) {
      const found = this.letters.findLast((letter) => letter.to === to && fits.test(letter.text));
      if (found) return found;
      if (Date.now() > until) throw new Error(`No letter to ${to} came that fits ${fits}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    let [unread, to, inLetter] = ['', '', false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 mail.example');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      unread += chunk.toString();
      for (;;) {
        const end = unread.indexOf(inLetter ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = unread.slice(0, end);
        unread = unread.slice(end + (inLetter ? 5 : 2));
        // A long line of a letter is folded on its way.
        if (inLetter) this.letters.push({ to, text: text.replaceAll('=\r\n', '') });
        else to = /^RCPT TO:<([^>]*)>/i.exec(text)?.[1] ?? to;
        inLetter = !inLetter && /^DATA$/i.test(text);
        say(inLetter ? '354 go on' : '250 yes');
      }
    });
  }
}
