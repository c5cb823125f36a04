import type { PartId } from './suggestions.js';

/** A part of a match in a mentee’s words, and what is compared for it. */
export const PARTS: Readonly<Record<PartId, { readonly name: string; readonly compares: string }>> = {
  expertise: {
    name: 'What they can help with',
    compares: 'Whether a mentor offers what you want to learn. One or two levels above your target counts most.',
  },
  goals: { name: 'Your focus areas together', compares: 'How many of your focus areas a mentor offers. Your first counts most.' },
  context: {
    name: 'Phase, subject and stage',
    compares: 'Whether you share a phase, a subject and a kind of setting, and whether a mentor would like to help people at your stage.',
  },
  availability: {
    name: 'Availability',
    compares: 'Times that you are both free, how often you would like to meet, and whether you meet online or in person.',
  },
  'ways-of-working': {
    name: 'Ways of working',
    compares: 'What you both said about how you like to work. It is not a test, and it counts for little.',
  },
  proximity: {
    name: 'How near you work',
    compares: 'The same school, the same trust, or the distance between you. It counts for less if you both meet online.',
  },
  learned: {
    name: 'What has helped other pairs',
    compares: 'How well mentorships like this have gone on this hub. The more mentorships we learn from, the more it counts.',
  },
};
