import type { Instant, Position } from '@alongside/domain/kernel/brand.js';
import { writeFailureOf, type WriteFailure } from './write-failure.js';
import { isOwnDamage } from '../own-damage.js';

/** Whether what people see follows what is saved. */
export interface ViewsCondition {
  readonly state: 'ok' | 'failing';
  readonly since?: string;
  /** `damaged`: what the hub keeps of the log to show it; made again at the next start. `other`: the hub’s output says more. */
  readonly why?: WriteFailure | 'damaged' | 'other';
}

interface Failure {
  readonly since: Instant;
  readonly why: NonNullable<ViewsCondition['why']>;
  /** How far the views were: once they are further, it is over. */
  readonly through: Position | undefined;
}

/** Remembers why the views do not follow the log, for as long as they do not. */
export class ViewsWatch {
  #failure: Failure | undefined;
  #through: () => Position | undefined = () => undefined;

  constructor(
    private readonly now: () => Instant,
    /** Says that what this process keeps cannot be used any more. */
    private readonly onDamage: () => void,
  ) {}

  /** `through`: how far the views are. */
  follow(through: () => Position | undefined): void {
    this.#through = through;
  }

  heard(cause: unknown): void {
    const why = isOwnDamage(cause) ? 'damaged' : (writeFailureOf(cause) ?? 'other');
    if (why === 'damaged') this.onDamage();
    const through = this.#through();
    const since = this.#failure && this.#failure.through === through ? this.#failure.since : this.now();
    this.#failure = { since, why, through };
  }

  get condition(): ViewsCondition {
    if (!this.#failure || this.#failure.through !== this.#through()) return { state: 'ok' };
    const { since, why } = this.#failure;
    return { state: 'failing', since, why };
  }
}
