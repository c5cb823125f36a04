import type { Day, Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { SchoolCalendar } from '@alongside/domain/uk/school-days.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { Random } from './random.js';

/** Where the story of the demo community is played: a simulated clock, chance, and commands that go through the real rules. */
export interface Stage {
  readonly random: Random;
  readonly calendar: SchoolCalendar;
  /** What has come of the story so far, as the hub's own views have it. */
  readonly look: HubReader;
  /** The simulated time. */
  now(): Instant;
  today(): Day;
  /** Plays an act at a later time, in order of time; acts beyond the end of the story never happen. */
  at(when: Instant, act: () => void): void;
  /** Gives a command; false where the rules refuse it, as they sometimes do in life. */
  give(by: PersonId, type: string, data: unknown): boolean;
  /** Gives a command that must not be refused: a refusal is a mistake in the story and throws. */
  must(by: PersonId, type: string, data: unknown): void;
  /** A new id, the same in every telling. */
  id(kind: string): string;
}
