import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import { RETRY_PAUSE_LIMIT_MS } from '@alongside/projections/engine/patience.js';
import { isNotedDamaged, isNotGiven, isOwnDamage } from '../own-damage.js';
import { isNotRead, writeFailureOf, type WriteFailure } from './write-failure.js';

/** Whether the disk lets what people see follow what is saved. A view that an event stopped is told by itself (`viewsFollow`). */
export interface ViewsCondition {
  readonly state: 'ok' | 'failing';
  readonly since?: string;
  /** `damaged`: what the hub keeps of the log to show it, until the next start makes it again. */
  readonly why?: WriteFailure | 'damaged';
}

interface Failure {
  readonly since: Instant;
  readonly why: WriteFailure;
  /** How far the views were: once they are further, it is over. */
  readonly through: Position | undefined;
  /** What was not read leaves nothing that the views come further by: it is over once it is not met again. */
  readonly untilMs: number;
}

/** Longer than the longest pause between two tries. */
const MET_AGAIN_MS = 2 * RETRY_PAUSE_LIMIT_MS;

/** Remembers why the disk does not let the views follow the log, for as long as it does not. */
export class ViewsWatch {
  #failure: Failure | undefined;
  /** How far the views were as they could not be written. */
  #stuckAt: { readonly through: Position | undefined } | undefined;
  #damagedSince: Instant | undefined;
  #notGivenSince: Instant | undefined;

  constructor(
    private readonly parts: {
      readonly ownDir: string;
      readonly now: () => Instant;
      /** How far the views are. */
      readonly through: () => Position | undefined;
    },
  ) {}

  /** Anything but the disk says nothing of the next try. */
  heard(cause: unknown): void {
    const why = writeFailureOf(cause);
    if (isOwnDamage(cause) || (why && !isNotRead(cause))) this.#stuckAt = { through: this.parts.through() };
    if (!why) return;
    const through = this.parts.through();
    const since = this.#current?.since ?? this.parts.now();
    const untilMs = isNotRead(cause) ? performance.now() + MET_AGAIN_MS : Number.POSITIVE_INFINITY;
    this.#failure = { since, why, through, untilMs };
  }

  /** Whether something is saved that the views cannot take in: who was signed out or lost a right since is not known. */
  get standStill(): boolean {
    return this.#stuckAt !== undefined && this.#stuckAt.through === this.parts.through();
  }

  get condition(): ViewsCondition {
    if (isNotedDamaged(this.parts.ownDir)) {
      this.#damagedSince ??= this.parts.now();
      return { state: 'failing', since: this.#damagedSince, why: 'damaged' };
    }
    if (isNotGiven(this.parts.ownDir)) return { state: 'failing', since: (this.#notGivenSince ??= this.parts.now()), why: 'disk' };
    this.#notGivenSince = undefined;
    const failure = this.#current;
    return failure ? { state: 'failing', since: failure.since, why: failure.why } : { state: 'ok' };
  }

  get #current(): Failure | undefined {
    const failure = this.#failure;
    return failure && failure.through === this.parts.through() && performance.now() < failure.untilMs ? failure : undefined;
  }
}
