import { z } from 'zod';
import { eventId, messageId, personId } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { suggested } from './message.events.js';

export const messageCommands = {
  WriteMessage: z.object({
    message: messageId,
    to: personId,
    text: prose(1_200, 'Your message').min(1, { error: 'Enter a message.' }),
  }),
  SuggestMentors: z.object({ message: messageId, to: personId, mentors: suggested, text: prose(1_200, 'Your message') }),
  MarkHelpDone: z.object({ coordinator: personId, help: eventId }),
};
export type MessageCommand = CommandOf<typeof messageCommands>;
