import { statement, statementsOf } from '@alongside/domain/uk/frameworks/statements.js';

/** A question to begin a reflection with. Its id stays with what was written. */
export interface Prompt {
  readonly id: string;
  readonly text: string;
}

const ANY: readonly Prompt[] = [
  { id: 'prompt-noticed', text: 'What happened, in order? What did you notice only afterwards?' },
  { id: 'prompt-surprised', text: 'What surprised you, and what can you learn from it?' },
  { id: 'prompt-again', text: 'If you did it again tomorrow, what would you keep, and what would you change?' },
  { id: 'prompt-pupil', text: 'Without naming pupils, what was it like for them?' },
];

/** By Teachers’ Standard; statements of other frameworks lead here where they map to one. */
const BY_STANDARD: Readonly<Record<string, string>> = {
  'eng-ts-1': 'When did a pupil do more than you expected? What had you done just before?',
  'eng-ts-2': 'What did they already know, and how did you find out? What did you build on it?',
  'eng-ts-3': 'Which idea did you explain twice? Why was the second way better?',
  'eng-ts-4': 'Which part went differently from the plan, and what did you decide then?',
  'eng-ts-5': 'Which pupils found the task hard to start? What would have helped them?',
  'eng-ts-6': 'Which answer showed you most about what pupils understood? What did you do with it?',
  'eng-ts-7': 'When was the room calm, and what had you done in the minute before?',
  'eng-ts-8': 'Who did you help, or ask for help? What happened next?',
};

const standardsOf = (id: string): readonly string[] => {
  const found = statement(id);
  const near = [id, found?.parent ?? '', ...(found?.mapsTo ?? [])];
  return near.flatMap((one) => [one, statement(one)?.parent ?? '']).filter((one) => one in BY_STANDARD);
};

/** Questions for what a person reflects on: those of its standards first, then those that always fit. */
export function promptsFor(statements: readonly string[]): readonly Prompt[] {
  const standards = [...new Set(statements.flatMap(standardsOf))];
  const own = standards.map((id) => ({ id: `prompt-${id}`, text: BY_STANDARD[id] ?? '' }));
  return [...own, ...ANY];
}

/** Asked once, as a mentorship is completed. */
const CLOSING: Prompt = { id: 'closing', text: 'What will you take with you?' };

/** The question behind an id; absent where a newer list has dropped it. */
export function promptText(id: string): string | undefined {
  return [...ANY, CLOSING].find((prompt) => prompt.id === id)?.text ?? BY_STANDARD[id.replace(/^prompt-/, '')];
}

/** The frameworks of practice that a person reflects against, by where they work. */
const FRAMEWORKS_BY_NATION: Readonly<Record<string, readonly string[]>> = {
  england: ['eng-ts', 'eng-ittecf', 'eng-hts'],
  wales: ['wal-ps'],
  scotland: ['sco-gtcs', 'sco-pu'],
  'northern-ireland': ['ni-gtcni', 'ni-tpl'],
};

/** Statements to choose from, with `also` (those of the person's goals) first, each once. */
export function statementsFor(nation: string | undefined, also: readonly string[]) {
  const frameworks = FRAMEWORKS_BY_NATION[nation ?? 'england'] ?? [];
  const own = also.flatMap((id) => statement(id) ?? []);
  return [...new Set([...own, ...frameworks.flatMap((id) => statementsOf(id))])];
}
