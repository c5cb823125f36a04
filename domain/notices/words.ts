import { NAMELESS, type KeptFacts, type Sayings, type Words } from './facts.js';
import { wordsAfterErasure } from './words/after-erasure.js';
import { DEVELOPMENT } from './words/development.js';
import { MEETINGS } from './words/meetings.js';
import { MENTORSHIPS } from './words/mentorships.js';
import { PEOPLE } from './words/people.js';
import { REQUESTS } from './words/requests.js';

export type { Facts, KeptFacts, Words } from './facts.js';

/** The words of every notice. A type without words is told in no notification and no email; a spec compares this list with the table. */
export const WORDS: Sayings = { ...PEOPLE, ...REQUESTS, ...MENTORSHIPS, ...DEVELOPMENT, ...MEETINGS };

/** The words of a notice, `undefined` for a type that is told in no notification and no email. */
export function wordsOf(facts: KeptFacts): Words | undefined {
  // Each entry reads the facts of its own event type, under which it was looked up.
  const say = WORDS[facts.type] as ((facts: KeptFacts) => Words) | undefined;
  const words = say?.(facts);
  const said = words && wordsAfterErasure(facts, words);
  return said && { ...said, title: started(said.title), body: said.body.map(started) };
}

/** A sentence that begins with a person who has no name any more. Names are never changed: some begin with a small letter. */
const started = (sentence: string): string =>
  sentence.startsWith(NAMELESS) ? `${NAMELESS.charAt(0).toUpperCase()}${sentence.slice(1)}` : sentence;
