import type { AskedBecause } from '@alongside/domain/mentorships/whose-move.js';

/** The question to each of the two. */
export const titleOfClosing = (name: string): string => `Would you like to continue with ${name}?`;

const WHY: { readonly [Because in AskedBecause]: string } = {
  'not-meeting': 'You have not met for a while. That’s OK, it happens.',
  'mentor-left': 'You are no longer at the same school.',
};
/** Why they are asked: what is so, and nobody's fault. */
export const whyAsked = (because: AskedBecause): string => WHY[because];

/** “Helen suggested ending your mentorship.” Empty until the name is read. */
export const whoSuggested = (name: string): string => (name ? `${name} suggested ending your mentorship.` : '');
