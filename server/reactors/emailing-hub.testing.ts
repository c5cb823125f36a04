import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { createHub, type Hub } from '../app/create-hub.js';
import { readConfig } from '../app/config.js';
import { makeSchool, must, TestClock, testFolders } from '../app/hub.testing.js';
import { createLogger } from '../app/logger.js';
import type { Email, Mailer } from '../mail/mailer.js';
import { viewReaderOf } from '../queries/live-views.js';

const MASTER_KEY = Buffer.alloc(32, 3).toString('base64');

/** A mail server that remembers what it was handed, and knows an email from its double by its key. */
class Handed implements Mailer {
  readonly emails: Email[] = [];
  #away: { readonly asked: () => void; readonly back: Promise<void> } | undefined;
  /** It takes nothing until it is back. The first that it is asked for fails only then. */
  goAway(): { readonly asked: Promise<void>; readonly back: () => void } {
    let back = () => undefined as void;
    const isBack = new Promise<void>((resolve) => (back = resolve));
    const asked = new Promise<void>((resolve) => (this.#away = { asked: resolve, back: isBack }));
    return { asked, back: () => back() };
  }
  async send(email: Email): Promise<void> {
    if (this.#away) {
      const { asked, back } = this.#away;
      asked();
      await back;
      this.#away = undefined;
      throw new Error('The mail server is away.');
    }
    if (!this.emails.some(({ key }) => key === email.key)) this.emails.push(email);
  }
  async forget(): Promise<void> {}
  async sender(): Promise<string> {
    return 'hub@x.example';
  }
  async close(): Promise<void> {}
}

/** One hub that emails people, over several days, for specs of what its clock sends. */
export class EmailingHub {
  private constructor(
    private readonly folders: Awaited<ReturnType<typeof testFolders>>,
    private readonly dataDir: string,
    readonly clock: TestClock,
    readonly mail: Handed,
    public hub: Hub,
  ) {}

  /** A hub at this moment, with a school of these people, of whom Asha mentors one. */
  static async begin(at: string, people: readonly string[]): Promise<EmailingHub> {
    const folders = await testFolders();
    const dataDir = folders.next();
    const [clock, mail] = [new TestClock(at as Instant), new Handed()];
    const one = new EmailingHub(folders, dataDir, clock, mail, await opened(dataDir, clock, mail));
    await makeSchool(one.hub, people, { asha: 1 });
    return one;
  }

  must(by: PersonId, type: string, data: unknown): Promise<Position> {
    return must(this.hub, by, type, data);
  }

  readonly row: HubReader['row'] = (view, id) => viewReaderOf(this.hub.parts.views.store).row(view, id);

  /** Everything that follows has followed, emails included. */
  async settled(): Promise<void> {
    const head = await this.hub.parts.log.head();
    if (head) await this.hub.parts.reactors.doneTo(head);
    await this.hub.parts.emails.settled();
  }

  /** The clock strikes, once or more: a hub strikes it when it opens, and closes only once that is done. */
  async strikesAt(at: string, times = 2): Promise<void> {
    this.clock.set(at);
    for (let time = 0; time < times; time += 1) {
      await this.hub.close();
      this.hub = await opened(this.dataDir, this.clock, this.mail);
    }
  }

  async end(): Promise<void> {
    await this.hub.close();
    await this.folders.clean();
  }
}

const opened = (dataDir: string, clock: TestClock, mailer: Mailer): Promise<Hub> =>
  createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY }), { clock, mailer, logger: createLogger('error') });
