import type { Somebody } from './people.js';

/** A mentor and a mentee, with how events of theirs are told. */
export interface Pair {
  readonly mentorship: string;
  readonly mentor: Somebody;
  readonly mentee: Somebody;
  readonly concerns: readonly string[];
}

/** Who takes part, as its events say it. */
export const participantsOf = ({ mentor, mentee }: Pair) =>
  [
    { person: mentor.id, as: 'mentor' },
    { person: mentee.id, as: 'mentee' },
  ] as const;
