import type { Ways } from '@alongside/domain/mentorships/ways.js';
import { sayMinutes } from '../../ui/words.js';

export type { Ways };

export const RHYTHM: { readonly [Frequency in Ways['frequency']]: string } = {
  weekly: 'every week',
  fortnightly: 'every fortnight',
  monthly: 'once a month',
  'half-termly': 'once a half term',
};

/** “About 40 minutes every fortnight” */
export const sayWays = ({ minutes, frequency }: Pick<Ways, 'minutes' | 'frequency'>): string =>
  `About ${sayMinutes(minutes)} ${RHYTHM[frequency]}`;
