import type { Result } from '@alongside/domain/kernel/result.js';
import type { Kept, Problem, Trouble } from '../problem.js';
import { readIds, readMentees, readMentors, readPairs } from './read-people.js';
import { readScores, SCORE_LIMIT } from './read-scores.js';
import { listAt, numberAt, objectAt, oneOf, orTrouble, unreadable } from './reading.js';

const FIELDS = ['mentees', 'mentors', 'scores', 'mentorScores', 'form', 'forbidden', 'fixed', 'floor', 'mode', 'first'];
/** Unknown fields that are named. */
const UNKNOWN_LIMIT_FIELDS = 5;

/** Reads a problem from JSON that was parsed. What does not fit is a sentence that names the place, such as `mentees[3].needs`. */
export function readProblem(value: unknown): Result<Problem, Trouble> {
  return orTrouble(() => {
    const fields = objectAt(value, '');
    const [mentees, mentors] = [readMentees(fields['mentees']), readMentors(fields['mentors'])];
    const [menteeIds, mentorIds] = [readIds(mentees, 'mentees'), readIds(mentors, 'mentors')];
    const size = { mentees: mentees.length, mentors: mentors.length };
    const form = fields['form'] === undefined ? undefined : oneOf(fields['form'], 'form', ['dense', 'triples']);
    const pairs = (path: 'forbidden' | 'fixed') => readPairs(fields[path], path, menteeIds, mentorIds);
    return {
      mentees,
      mentors,
      scores: readScores(fields['scores'], 'scores', size, form),
      ...(fields['mentorScores'] !== undefined && { mentorScores: readScores(fields['mentorScores'], 'mentorScores', size, form) }),
      forbidden: pairs('forbidden'),
      fixed: pairs('fixed'),
      ...askedIn(fields),
    };
  });
}

/** Reads what is asked of an assignment, where people and scores come from elsewhere. */
export const readAsked = (fields: Readonly<Record<string, unknown>>): Result<Asked, Trouble> => orTrouble(() => askedIn(fields));

type Asked = Pick<Problem, 'mode' | 'first' | 'floor'>;
const askedIn = (fields: Readonly<Record<string, unknown>>): Asked => ({
  ...(fields['floor'] !== undefined && { floor: numberAt(fields['floor'], 'floor', SCORE_LIMIT) }),
  mode: oneOf(fields['mode'] ?? 'total', 'mode', ['total', 'leximin', 'stable']),
  first: oneOf(fields['first'] ?? 'total', 'first', ['total', 'pairs']),
});

/** Reads pairs of an earlier answer, or that answer itself. People who are not in the problem any more are no fault. */
export function readKept(value: unknown, price: number): Result<Kept, Trouble> {
  return orTrouble(() => {
    const pairs = listAt(Array.isArray(value) ? value : (value as { pairs?: unknown } | null)?.pairs, 'pairs');
    const isId = (id: unknown) => typeof id === 'string' || typeof id === 'number';
    return {
      pairs: pairs.map((pair, place) => {
        const [mentee, mentor, ...rest] = listAt(pair, `pairs[${place}]`);
        if (!isId(mentee) || !isId(mentor) || rest.length > 0)
          return unreadable('PROBLEM.NOT_A_PAIR', `pairs[${place}]`, 'must be a mentee’s id and a mentor’s id.');
        return [mentee, mentor] as Kept['pairs'][number];
      }),
      price:
        price >= 0
          ? numberAt(price, 'The price of a move', SCORE_LIMIT)
          : unreadable('PROBLEM.NOT_A_NUMBER', 'The price of a move', 'must be 0 or more.'),
    };
  });
}

/** Fields that mean nothing here, such as a word that was typed in another way: for the caller to say. */
export function unknownFields(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const unknown = (of: unknown, known: readonly string[], path: string) =>
    typeof of === 'object' && of !== null ? Object.keys(of).flatMap((field) => (known.includes(field) ? [] : [`${path}${field}`])) : [];
  const people = (list: 'mentees' | 'mentors', known: readonly string[]) => {
    const all: unknown = (value as Readonly<Record<string, unknown>>)[list];
    return Array.isArray(all) ? all.flatMap((each, place) => unknown(each, known, `${list}[${place}].`)) : [];
  };
  const all = [...unknown(value, FIELDS, ''), ...people('mentees', ['id', 'needs']), ...people('mentors', ['id', 'capacity', 'min'])];
  return all.slice(0, UNKNOWN_LIMIT_FIELDS);
}
