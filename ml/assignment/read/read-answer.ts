import type { Result } from '@alongside/domain/kernel/result.js';
import type { Duals, LeximinStage } from '../answer.js';
import type { Problem, Trouble } from '../problem.js';
import type { Claimed } from '../verify.js';
import { readIds, readPairs } from './read-people.js';
import { listAt, numberAt, objectAt, orTrouble } from './reading.js';

/** Sums and bonuses are larger than scores. */
const SUM_LIMIT = 1e300;

/** Reads what an answer claims of a problem, from JSON that was parsed: its pairs, its total and its proof. */
export function readAnswer(value: unknown, { mentees, mentors }: Problem): Result<Claimed, Trouble> {
  return orTrouble(() => {
    const fields = objectAt(value, '');
    const pairs = readPairs(listAt(fields['pairs'], 'pairs'), 'pairs', readIds(mentees, 'mentees'), readIds(mentors, 'mentors'));
    const duals = fields['duals'] ?? null;
    return { pairs, total: numberAt(fields['total'], 'total', SUM_LIMIT), duals: duals === null ? null : readProof(duals) };
  });
}

function readProof(value: unknown): Duals | { readonly stages: readonly LeximinStage[] } {
  const proof = objectAt(value, 'duals');
  if (proof['stages'] === undefined)
    return { ...readPrices(proof, 'duals'), bonus: numberAt(proof['bonus'] ?? 0, 'duals.bonus', SUM_LIMIT) };
  return {
    stages: listAt(proof['stages'], 'duals.stages').map((each, place) => {
      const path = `duals.stages[${place}]`;
      const stage = objectAt(each, path);
      const number = (field: 'score' | 'units') => numberAt(stage[field], `${path}.${field}`, SUM_LIMIT);
      return { score: number('score'), units: number('units'), ...readPrices(stage, path) };
    }),
  };
}

function readPrices(
  from: Readonly<Record<string, unknown>>,
  path: string,
): { readonly mentees: readonly number[]; readonly mentors: readonly number[] } {
  const numbers = (field: 'mentees' | 'mentors') =>
    listAt(from[field], `${path}.${field}`).map((price, place) => numberAt(price, `${path}.${field}[${place}]`, SUM_LIMIT));
  return { mentees: numbers('mentees'), mentors: numbers('mentors') };
}
