import type { Ways } from '@alongside/domain/mentorships/ways.js';
import { OFTEN } from '@alongside/domain/people/rhythm.js';
import { sayMinutes } from '../../ui/words.js';

export type { Ways };

/** “About 40 minutes every fortnight” */
export const sayWays = ({ minutes, frequency }: Pick<Ways, 'minutes' | 'frequency'>): string =>
  `About ${sayMinutes(minutes)} ${OFTEN[frequency]}`;
