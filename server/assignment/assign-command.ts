import { readFile } from 'node:fs/promises';
import type { Id, PairOfIds, Problem, Trouble } from '@alongside/ml/assignment/problem.js';
import { readAnswer } from '@alongside/ml/assignment/read/read-answer.js';
import { readAsked, readKept, readProblem, unknownFields } from '@alongside/ml/assignment/read/read-problem.js';
import { verify } from '@alongside/ml/assignment/verify.js';
import { argumentsOf, misused } from '../app/tools/arguments.js';
import { CannotBeDone, wrong } from '../app/tools/tool.js';
import { errorCodeOf } from '../app/error-code.js';
import type { Assigned, AssignOrder } from './assign-order.js';
import { assignOnThread } from './assign-thread.js';
import { cohortProblem } from './cohort/cohort-problem.js';
import { readCohort } from './cohort/read-cohort.js';

export const ASSIGN_USAGE = `  npm run ml -- assign --problem P.json                       The best assignment and its proof, as one JSON.
  npm run ml -- assign --mentees A.csv --mentors B.csv        The same for two lists of people, and why each pair: columns by headings
                                                              such as Name, Expertise wanted, Expertise offered, Phase, School, Places.
    --mode total|leximin|stable --first pairs|total --floor N  Of two lists: what is best. As many pairs as can be unless told.
    --mentee ID --mentor ID                                   Also what this pair would take: who would move, what each loses.
    --previous PAIRS.json --move-price N                      Keeps pairs of an earlier answer: parting one costs N of the total.
    --check ANSWER.json                                       Checks an answer and its proof instead, without a solver.
                                                              docs/assigning.md: the columns, the fields of P.json and of the answer.`;

/** Reads a problem, assigns on a thread, and prints the answer. What is impossible is a JSON with a code and a sentence, and exit status 1. */
export async function assignCommand(args: readonly string[]): Promise<void> {
  const options = optionsOf(args);
  const { check, previous, mentee, mentor, 'move-price': price } = options;
  if ((mentee === undefined) !== (mentor === undefined)) return misused('Give both --mentee and --mentor, or neither.', ASSIGN_USAGE);
  const { problem, reasonsOf, asListed } = await problemOf(options);
  const kept = previous === undefined ? undefined : orTrouble(readKept(await jsonIn(previous), Number(price ?? 0)));
  if (check !== undefined) return print(checked(kept ? { ...problem, keep: kept } : problem, await jsonIn(check)));
  const order: AssignOrder = {
    problem,
    ...(kept && { kept }),
    ...(mentee !== undefined && mentor !== undefined && { why: pairNamed(problem, mentee, mentor) }),
  };
  const answer = inOrder(orTrouble(await assignOnThread(order, { onProgress: progressShown() })));
  print(reasonsOf && asListed ? { ...answer, unmatched: answer.unmatched.map(asListed), reasons: reasonsOf(answer.pairs) } : answer);
}

function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const ofLists = { mentees: text, mentors: text, mode: text, first: text, floor: text };
  const options = { problem: text, check: text, previous: text, 'move-price': text, mentee: text, mentor: text, ...ofLists };
  return argumentsOf(options, ASSIGN_USAGE, { args, allowPositionals: false }).values;
}

type Options = ReturnType<typeof optionsOf>;
/** What is to be assigned, and of two lists why each pair, and why none. */
type Asked = { readonly problem: Problem } & Partial<Pick<ReturnType<typeof cohortProblem>, 'reasonsOf' | 'asListed'>>;

async function problemOf(options: Options): Promise<Asked> {
  const { problem: file, mentees, mentors, mode, first, floor } = options;
  const isOfLists = mentees !== undefined || mentors !== undefined;
  if ((file === undefined) === !isOfLists)
    return misused('Give the file of the problem, --problem P.json, or two lists, --mentees A.csv --mentors B.csv.', ASSIGN_USAGE);
  if (file === undefined) {
    if (mentees === undefined || mentors === undefined) return misused('Give both lists: --mentees A.csv --mentors B.csv', ASSIGN_USAGE);
    return problemOfLists({ mentees, mentors }, options);
  }
  if (mode !== undefined || first !== undefined || floor !== undefined)
    return misused('The file of a problem says itself what mode, first and floor are.', ASSIGN_USAGE);
  const json = await jsonIn(file);
  for (const path of unknownFields(json)) process.stderr.write(`${path} is not known and was ignored.\n`);
  return { problem: orTrouble(readProblem(json)) };
}

async function problemOfLists(
  files: { readonly mentees: string; readonly mentors: string },
  { mode, first, floor }: Options,
): Promise<Asked> {
  const asked = orTrouble(readAsked({ mode, first: first ?? 'pairs', ...(floor !== undefined && { floor: Number(floor) }) }));
  const cohort = await readCohort(files);
  for (const note of cohort.notes) process.stderr.write(`${note}\n`);
  if (cohort.faults.length > 0) refuseWith({ code: 'COHORT.UNREADABLE', message: cohort.faults.join('\n') });
  return cohortProblem(cohort, asked);
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) =>
    wrong(`${file} could not be read (${errorCodeOf(error) ?? String(error)}).`),
  );
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuseWith({
      code: 'PROBLEM.NOT_JSON',
      message: `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      path: '',
    });
  }
}

function orTrouble<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Trouble }): Value {
  return result.ok ? result.value : refuseWith(result.error);
}

/** Prints why there is no answer, for programs on the standard output, and for the person at the terminal beside it. */
function refuseWith(error: Trouble): never {
  print({ error });
  throw new CannotBeDone(error.message);
}

function pairNamed({ mentees, mentors }: Problem, mentee: string, mentor: string): PairOfIds {
  const idOf = (list: readonly { readonly id: Id }[], id: string, path: string) =>
    list.find((each) => String(each.id) === id)?.id ??
    refuseWith({ code: 'PROBLEM.UNKNOWN_ID', message: `“${id}” is no id in ${path}.`, path });
  return [idOf(mentees, mentee, 'mentees'), idOf(mentors, mentor, 'mentors')];
}

function checked(problem: Problem, answer: unknown): { readonly holds: boolean; readonly faults: readonly string[] } {
  const faults = verify(problem, orTrouble(readAnswer(answer, problem)));
  return { holds: faults.length === 0, faults };
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

/** The order in which an answer is read. */
const inOrder = ({ pairs, total, bound, optimal, worst, unmatched, duals, blocking, seconds, ...more }: Assigned) => ({
  pairs,
  total,
  bound,
  optimal,
  worst,
  unmatched,
  duals,
  blocking,
  ...more,
  seconds,
});

/** Says at a terminal how far it is. */
function progressShown(): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done) => void process.stderr.write(`\r${Math.round(done * 100)} %`);
}
