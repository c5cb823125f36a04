import type { Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Character } from '../cast.js';
import type { Theme } from '../themes.js';

/** Two people of the story and the thing they work on. */
export interface Pair {
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: Character;
  readonly theme: Theme;
  readonly goal: string;
  readonly steps: readonly string[];
  readonly yearEnds: Instant;
}
