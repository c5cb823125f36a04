import { z } from 'zod';
import { digest } from '../identity/identity.events.js';
import type { CommandOf } from '../kernel/catalogue.js';

export const letterCommands = { ClaimLetter: z.object({ letter: digest }) };
export type LetterCommand = CommandOf<typeof letterCommands>;
