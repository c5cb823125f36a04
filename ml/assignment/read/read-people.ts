import type { Id, MenteeOfProblem, MentorOfProblem, PairOfIds } from '../problem.js';
import { countAt, kindOf, listAt, objectAt, unreadable } from './reading.js';

/** Mentees or mentors of one problem. */
const PEOPLE_LIMIT = 200_000;
/** Needs and capacities beyond any programme. */
const COUNT_LIMIT = 1_000_000;

export const readMentees = (value: unknown): readonly MenteeOfProblem[] =>
  peopleAt(value, 'mentees').map((each, place) => {
    const path = `mentees[${place}]`;
    const { id, needs = 1 } = objectAt(each, path);
    return { id: idAt(id, `${path}.id`), needs: countAt(needs, `${path}.needs`, COUNT_LIMIT) };
  });

export const readMentors = (value: unknown): readonly MentorOfProblem[] =>
  peopleAt(value, 'mentors').map((each, place) => {
    const path = `mentors[${place}]`;
    const { id, capacity, min = 0 } = objectAt(each, path);
    return {
      id: idAt(id, `${path}.id`),
      capacity: countAt(capacity, `${path}.capacity`, COUNT_LIMIT),
      min: countAt(min, `${path}.min`, COUNT_LIMIT),
    };
  });

function peopleAt(value: unknown, path: string): readonly unknown[] {
  const people = listAt(value, path);
  if (people.length > PEOPLE_LIMIT)
    return unreadable('PROBLEM.TOO_LARGE', path, `has ${people.length} people, and ${PEOPLE_LIMIT} is the limit.`);
  return people;
}

/** Refuses the second of two people with one id. */
export function readIds(list: readonly { readonly id: Id }[], path: string): ReadonlySet<Id> {
  const places = new Map<Id, number>();
  list.forEach(({ id }, place) => {
    const before = places.get(id);
    if (before !== undefined)
      unreadable(
        'PROBLEM.SAME_ID_TWICE',
        `${path}[${place}].id`,
        `“${id}” is also the id of ${path}[${before}]. Each id may be used once.`,
      );
    places.set(id, place);
  });
  return new Set(places.keys());
}

/** Pairs of a mentee and a mentor that the problem has. */
export function readPairs(value: unknown, path: string, mentees: ReadonlySet<Id>, mentors: ReadonlySet<Id>): readonly PairOfIds[] {
  if (value === undefined) return [];
  return listAt(value, path).map((each, place) => {
    const pair = listAt(each, `${path}[${place}]`);
    if (pair.length !== 2)
      return unreadable('PROBLEM.NOT_A_PAIR', `${path}[${place}]`, `must be a mentee’s id and a mentor’s id, and is ${kindOf(each)}.`);
    return [knownAt(pair[0], `${path}[${place}][0]`, mentees, 'mentees'), knownAt(pair[1], `${path}[${place}][1]`, mentors, 'mentors')];
  });
}

function knownAt(value: unknown, path: string, known: ReadonlySet<Id>, list: string): Id {
  const id = idAt(value, path);
  return known.has(id) ? id : unreadable('PROBLEM.UNKNOWN_ID', path, `“${id}” is no id in ${list}.`);
}

function idAt(value: unknown, path: string): Id {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  return unreadable('PROBLEM.NO_ID', path, `must be a text or a whole number, and is ${value === '' ? 'empty' : kindOf(value)}.`);
}
