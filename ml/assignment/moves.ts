import type { Id, PairOfIds, Problem } from './problem.js';
import { possibleIn } from './proof/possible.js';

/** What changes for one person between two assignments. */
export interface Move {
  readonly id: Id;
  /** Who is no longer, and who is newly, paired with this person. */
  readonly leaves: readonly Id[];
  readonly joins: readonly Id[];
  /** How much the scores of this person’s pairs fall, in units of score; less than nought where they rise. */
  readonly loses: number;
}

export interface Moves {
  readonly mentees: readonly Move[];
  readonly mentors: readonly Move[];
}

/** Who moves between two assignments of one problem. A pair of people who are not in the problem any more is left out; a score that is gone counts nought. */
export function movesBetween(problem: Problem, before: readonly PairOfIds[], after: readonly PairOfIds[]): Moves {
  const { keyOf, scoreOf } = possibleIn(problem);
  const [menteeIds, mentorIds] = [new Set(problem.mentees.map(({ id }) => id)), new Set(problem.mentors.map(({ id }) => id))];
  const isHere = ([mentee, mentor]: PairOfIds) => menteeIds.has(mentee) && mentorIds.has(mentor);
  const keep = new Set(after.map(keyOf));
  const had = new Set(before.filter(isHere).map(keyOf));
  const gone = before.filter((pair) => !isHere(pair) || !keep.has(keyOf(pair)));
  const come = after.filter((pair) => !had.has(keyOf(pair)));
  const worth = (pair: PairOfIds) => (isHere(pair) ? (scoreOf(keyOf(pair)) ?? 0) : 0);
  const of = (side: 0 | 1, ids: ReadonlySet<Id>): readonly Move[] => {
    const changes = new Map<Id, { leaves: Id[]; joins: Id[]; loses: number }>();
    const note = (pair: PairOfIds, list: 'leaves' | 'joins') => {
      if (!ids.has(pair[side])) return;
      const change = changes.get(pair[side]) ?? { leaves: [], joins: [], loses: 0 };
      change[list].push(pair[1 - side] as Id);
      change.loses += list === 'leaves' ? worth(pair) : -worth(pair);
      changes.set(pair[side], change);
    };
    for (const pair of gone) note(pair, 'leaves');
    for (const pair of come) note(pair, 'joins');
    return [...changes].map(([id, change]) => ({ id, ...change }));
  };
  return { mentees: of(0, menteeIds), mentors: of(1, mentorIds) };
}
