import { addDays } from '@alongside/domain/uk/days.js';
import { clockOf, dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Day, Instant } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import type { HubDueReader } from '@alongside/projections/views/index.js';
import type { Clock } from '../app/clock.js';
import { failureFields, type Logger } from '../app/logger.js';
import type { Dispatcher } from '../commands/dispatcher.js';
import { clockWork } from './clock-work.js';
import type { FollowUp } from './reactor.js';

/** How often the hub looks whether something is due, in milliseconds. */
export const CLOCK_INTERVAL_MS = 60_000;
/** When the work of a day begins, by the clock in the UK: it sends emails, and a phone should not ring at midnight. */
const BEGINS = '07:00';

/** From then on what is sent by day alone waits for the next morning. */
const EVENING = '20:00';

/** Whether people may be sent what is sent by day alone. */
export const isByDay = (at: Instant): boolean => clockOf(at) >= BEGINS && clockOf(at) < EVENING;

/** The last day whose work may be done at this instant. */
const dayBegunAt = (at: Instant): Day => (clockOf(at) >= BEGINS ? dayOf(at) : addDays(dayOf(at), -1));

/** Does what is due because time has passed, and not because a person did something. */
export class HubClock {
  #timer: NodeJS.Timeout | undefined;
  #striking: Promise<void> | undefined;

  constructor(
    private readonly parts: {
      dispatcher: Pick<Dispatcher<AnyEvent>, 'dispatch'>;
      look: HubDueReader;
      clock: Clock;
      /** Nothing is due by a clock that is wrong. */
      isClockWrong?: ((doing: string) => Promise<boolean>) | undefined;
      logger: Logger;
      /** What else is looked after from time to time; done after what is due today. */
      chores?: readonly (() => Promise<void>)[];
    },
  ) {}

  start(): void {
    this.#timer = setInterval(() => void this.strike(), CLOCK_INTERVAL_MS);
    this.#timer.unref();
    void this.strike();
  }

  /** Does everything that is due now. A strike while one is under way joins it. */
  strike(): Promise<void> {
    this.#striking ??= this.#act()
      .catch((error: unknown) => this.parts.logger.error('The clock could not do what is due; it tries again.', failureFields(error)))
      .finally(() => (this.#striking = undefined));
    return this.#striking;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#striking;
  }

  async #act(): Promise<void> {
    const at = this.parts.clock.now();
    const wrong = await this.parts.isClockWrong?.('what is due');
    for (const due of wrong ? [] : clockWork(dayBegunAt(at), this.parts.look, isByDay(at)))
      await this.#orTell(due.type, () => this.#give(due, at));
    for (const chore of this.parts.chores ?? []) await this.#orTell('a chore', chore);
  }

  async #give({ commandId, type, data }: FollowUp, at: Instant): Promise<void> {
    const answer = await this.parts.dispatcher.dispatch({ commandId, type, stampedAt: at, data }, HUB);
    if (answer.outcome === 'rejected') this.parts.logger.info('The clock was refused.', { command: type, code: answer.code });
  }

  /** One thing that fails keeps nothing else from being done. It is still due at the next strike. */
  async #orTell(command: string, act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) =>
      this.parts.logger.error('The clock could not do what is due; it tries again.', { command, ...failureFields(error) }),
    );
  }
}
