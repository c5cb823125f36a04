import type { Decider } from '../kernel/decider.js';
import { ok, refuse, type Refusal } from '../kernel/result.js';
import type { LetterCommand } from './letter.commands.js';
import type { LetterEvent } from './letter.events.js';

export type LetterRefusal = Refusal<'LETTER.CLAIMED'>;

/** The first process to claim an email sends it, and no other: several follow the same log. */
export const letter: Decider<{ readonly claimed: boolean }, LetterCommand, LetterEvent, LetterRefusal> = {
  initial: { claimed: false },
  decide: ({ data }, { claimed }) => (claimed ? refuse({ code: 'LETTER.CLAIMED' }) : ok([{ type: 'LetterClaimed', data }])),
  evolve: () => ({ claimed: true }),
};
