import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** An email as it came in. */
export interface CaughtEmail {
  readonly to: string;
  readonly text: string;
}

/** The little of a mail server that a sender meets: takes every email and keeps it. */
export class MailServer {
  readonly emails: CaughtEmail[] = [];
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

  /** The newest email to an address; settles once there is one that fits. Rejects after `limitMs`. */
  async newest(to: string, fits: RegExp, limitMs = 15_000): Promise<CaughtEmail> {
    const until = Date.now() + limitMs;
    for (;;) {
      const found = this.emails.findLast((email) => email.to === to && fits.test(email.text));
      if (found) return found;
      if (Date.now() > until) throw new Error(`No email to ${to} came that fits ${fits}.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    let [unread, to, inEmail] = ['', '', false];
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
        // A long line of an email is folded on its way.
        if (inEmail) this.emails.push({ to, text: text.replaceAll('=\r\n', '') });
        else to = /^RCPT TO:<([^>]*)>/i.exec(text)?.[1] ?? to;
        inEmail = !inEmail && /^DATA$/i.test(text);
        say(inEmail ? '354 go on' : '250 yes');
      }
    });
  }
}
