import { z } from 'zod';
import { eventId, messageId, personId } from '../kernel/brand.js';
import { prose, type CommandOf } from '../kernel/catalogue.js';
import { suggested } from './message.events.js';

/** `help_…` names the stream of what a coordinator did, in the same category. */
const newMessage = messageId.refine((id) => !id.startsWith('help_'), { error: 'That message is not one we know the shape of.' });

export const messageCommands = {
  WriteMessage: z.object({
    message: newMessage,
    to: personId,
    text: prose(1_200, 'Your message').min(1, { error: 'Enter a message.' }),
  }),
  SuggestMentors: z.object({ message: newMessage, to: personId, mentors: suggested, text: prose(1_200, 'Your message') }),
  MarkHelpDone: z.object({ coordinator: personId, help: eventId }),
};
export type MessageCommand = CommandOf<typeof messageCommands>;
