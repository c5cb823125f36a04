import type { FREQUENCIES } from './person.events.js';

/** How often two people meet, or would. */
export type Frequency = (typeof FREQUENCIES)[number];

/** How often, as a choice or a line of its own. */
export const FREQUENCY: { readonly [F in Frequency]: string } = {
  weekly: 'Every week',
  fortnightly: 'Every fortnight',
  monthly: 'Once a month',
  'half-termly': 'Once a half term',
};

/** How often, within a sentence: “You agreed to meet every fortnight”. */
export const OFTEN: { readonly [F in Frequency]: string } = {
  weekly: 'every week',
  fortnightly: 'every fortnight',
  monthly: 'once a month',
  'half-termly': 'once a half term',
};
