import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { hashOf } from '../model/random.js';
import type { Features } from '../model/records/record.js';
import { LEFT_OUT } from './limits.js';

/** One mentorship of this hub: the two as they were when the mentor was asked, and how well it went. */
export interface Lesson {
  readonly mentee: PersonId;
  readonly mentor: PersonId;
  readonly left: Features;
  readonly right: Features;
  /** What the rules said of the two then, 0 to 1. */
  readonly rules: number;
  /** How much of what speaks for the mentor is left, by how much they ticked. */
  readonly breadth: number;
  readonly outcome: number;
  readonly lasted: boolean;
}

/** Whether a mentee is left out of training: the same for every model, so that all are compared on people whom none has seen. */
export const isLeftOut = ({ mentee }: Pick<Lesson, 'mentee'>): boolean => hashOf(mentee) % LEFT_OUT.of < LEFT_OUT.each;
