import type { Day, Instant } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import type { LetterCommand } from './letter.commands.js';
import { letter } from './letter.decider.js';
import type { LetterEvent } from './letter.events.js';

const data = { letter: 'a'.repeat(64) };
const claim: LetterCommand = { type: 'ClaimLetter', by: HUB, at: '2026-03-06T09:00:00.000Z' as Instant, on: '2026-03-06' as Day, data };
const claimed: LetterEvent = { type: 'LetterClaimed', data };

test('a letter is claimed by the first and refused to everybody after', () => {
  given(letter, []).when(claim).happens(claimed);
  given(letter, [claimed]).when(claim).refused('LETTER.CLAIMED');
});
