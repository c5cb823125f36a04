import type { LetterCommand } from '../letters/letter.commands.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub } from './actor.js';

/** Emails are sent by the hub. */
export const letterPolicies: Policies<LetterCommand, unknown, unknown> = { ClaimLetter: isHub };
