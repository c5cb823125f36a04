import { z } from 'zod';
import { eventId, messageId, personId } from '../kernel/brand.js';
import { event, personal, prose, type EventOf } from '../kernel/catalogue.js';

/** How many mentors one message may suggest: few enough to choose from. */
export const SUGGESTED_LIMIT_MENTORS = 3;
const text = prose(1_200, 'Your message');
export const suggested = z
  .array(personId)
  .min(1, { error: 'Choose a mentor to suggest.' })
  .max(SUGGESTED_LIMIT_MENTORS, { error: `Choose up to ${SUGGESTED_LIMIT_MENTORS} mentors.` })
  .refine((mentors) => new Set(mentors).size === mentors.length, { error: 'You chose a mentor twice. Remove one of the two.' });

/** What a coordinator or leader writes to one person, and what that person writes back: one stream each, `message-<id>`. */
export const messageEvents = {
  MessageWritten: event(z.object({ message: messageId, from: personId, to: personId, text: personal(text, 'from', '') })),
  /** Mentors that a coordinator suggests to a mentee, with a few words. The mentors are not told (R5): the mentee chooses whom to ask. */
  MentorsSuggested: event(
    z.object({ message: messageId, from: personId, to: personId, mentors: suggested, text: personal(text, 'from', '') }),
  ),
  /** A coordinator has done what a person asked of them. `help`: the event with which that person asked. */
  HelpMarkedDone: event(z.object({ coordinator: personId, help: eventId })),
};
export type MessageEvent = EventOf<typeof messageEvents>;
