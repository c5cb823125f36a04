import type { PartId } from './part.js';

/** What each part is called beside its slider, in the mentee’s words. */
export const PART_LABELS: Readonly<Record<PartId, string>> = {
  expertise: 'Has a higher level in what I want to learn',
  goals: 'Can help with several of my focus areas',
  context: 'Knows my subject, phase and setting',
  availability: 'Is available when I am',
  'ways-of-working': 'Similar way of working',
  proximity: 'Close to my school',
  learned: 'Like pairs that went well before (not used yet)',
};

/** What suggestions are made from, and what is never looked at: for “How was this worked out?”. */
export const DATA_USED = [
  'What you said about your work: phase, subject, setting and career stage',
  'Your focus areas, what mentors offer, and the levels of both',
  'When and how each of you can meet, and how you like to work',
  'Where you work, and how far apart that is',
  'How much space mentors have, their open requests, and how soon they usually reply',
] as const;
export const DATA_NOT_USED = [
  'Age, sex, ethnicity, belief, disability or any other protected characteristic',
  'Anything written in mentoring: messages, notes, goals, reflections, feedback',
  'Appraisal, assessment or pupils’ results',
] as const;
