import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { HubDueReader } from '@alongside/projections/views/index.js';
import type { Hub } from '../app/create-hub.js';
import { envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders, until } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';

/** One hub over several days, for specs of what follows of itself: its clock strikes as it starts, so each day is a start. */
export class HubOverDays {
  private constructor(
    readonly folders: Awaited<ReturnType<typeof testFolders>>,
    readonly folder: string,
    readonly clock: TestClock,
    public hub: Hub,
  ) {}

  /** A hub whose clock stands at nine, with a school of these people; those of `mentors` offer so many places. */
  static async begin(day: string, people: readonly string[], mentors: Readonly<Record<string, number>>): Promise<HubOverDays> {
    const folders = await testFolders();
    const folder = folders.next();
    const clock = new TestClock(nineOn(day));
    const days = new HubOverDays(folders, folder, clock, await openTestHub(folder, folders.log, clock));
    await makeSchool(days.hub, people, mentors);
    return days;
  }

  /** The hub stops, and starts again at nine on another day, or at the time given. */
  async onDay(day: string, at: Instant = nineOn(day)): Promise<void> {
    await this.stop();
    await this.startAt(at);
  }

  stop(): Promise<void> {
    return this.hub.close();
  }

  async startAt(at: string = this.clock.now()): Promise<void> {
    this.clock.set(at);
    this.hub = await openTestHub(this.folder, this.folders.log, this.clock);
  }

  /** Another process on the same log. */
  another(): Promise<Hub> {
    return openTestHub(this.folders.next(), this.folders.log, this.clock);
  }

  /** Gives a command that must be accepted, and settles once it is in the record. */
  async must(by: PersonId, type: string, data: unknown): Promise<Position> {
    const position = await must(this.hub, by, type, data);
    if (!(await this.hub.parts.views.caughtUp(position))) throw new Error(`${type} did not reach the record in time.`);
    return position;
  }

  /** Gives a command, whatever is answered. */
  dispatch(by: PersonId, type: string, data: unknown): Promise<Answer> {
    return this.hub.parts.dispatcher.dispatch(envelopeOf(type, data), by);
  }

  /** Settles once something that follows of itself holds of the record. */
  until(holds: () => boolean): Promise<void> {
    return until(this.hub, holds);
  }

  look(): HubDueReader {
    return viewReaderOf(this.hub.parts.views.store);
  }
  readonly row: HubDueReader['row'] = (view, id) => this.look().row(view, id);
  readonly rows: HubDueReader['rows'] = (view, where) => this.look().rows(view, where);

  async end(): Promise<void> {
    await this.stop();
    await this.folders.clean();
  }
}

const nineOn = (day: string): Instant => `${day}T09:00:00.000Z` as Instant;
