import type { AskedBecause } from '@alongside/domain/mentorships/whose-move.js';

/** The question, in the words of whoever reads it. */
export const titleOfClosing = (because: AskedBecause, name: string): string =>
  because === 'another-mentor' ? `Would you like to continue with ${name} as well?` : `Would you like to continue with ${name}?`;

const WHY: { readonly [Because in AskedBecause]: string } = {
  'not-meeting': 'You have not met for a while. That’s OK, it happens.',
  'another-mentor': 'You have another mentor now.',
  'mentor-left': 'You are no longer at the same school.',
};
/** Why they are asked: what is so, and nobody's fault. */
export const whyAsked = (because: AskedBecause): string => WHY[because];
