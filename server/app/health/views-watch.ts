import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import { isNotedDamaged } from '../own-damage.js';
import { writeFailureOf, type WriteFailure } from './write-failure.js';

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
}

/** Remembers why the disk does not let the views follow the log, for as long as it does not. */
export class ViewsWatch {
  #failure: Failure | undefined;
  #damagedSince: Instant | undefined;

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
    if (!why) return;
    const through = this.parts.through();
    const since = this.#failure && this.#failure.through === through ? this.#failure.since : this.parts.now();
    this.#failure = { since, why, through };
  }

  get condition(): ViewsCondition {
    if (isNotedDamaged(this.parts.ownDir)) {
      this.#damagedSince ??= this.parts.now();
      return { state: 'failing', since: this.#damagedSince, why: 'damaged' };
    }
    if (!this.#failure || this.#failure.through !== this.parts.through()) return { state: 'ok' };
    const { since, why } = this.#failure;
    return { state: 'failing', since, why };
  }
}
