import { NO_COMPARISON } from './comparison.js';
import { ERASED_BEFORE, ERASED_MEANWHILE } from './erased-meanwhile.js';
import { planOf } from './import-plan.js';
import type { Brought, Job } from './kept-imports.js';
import type { KeptRecord, KeptResult } from './kept-on-disk.js';
import { NO_REGISTER } from './register-comparison.js';

/** A list as a restart finds it again: what was brought and said, to be read anew. Undefined for a register that is too large for it. */
export function recordOf(brought: Brought, begun = false): KeptRecord | undefined {
  const { id, by, reading, target, said, erasures, file } = brought;
  return file ? { id, by, reading, target, ...calledOf(brought), said, erasures, file, ...(begun && { begun }) } : undefined;
}

/** How the person who brought a list knows it again. */
const calledOf = ({ at, name }: Pick<Brought, 'at' | 'name'>): Pick<Brought, 'at' | 'name'> => ({
  ...(at && { at }),
  ...(name !== undefined && { name }),
});

/** An import that is over, without the list: its counts, and what is to be known of single rows. */
export function recordOfResult(brought: Brought): KeptRecord {
  const { id, by, reading, target, said, erasures, job } = brought;
  const { seen: _, ...foreseen } = brought.foreseen;
  const { summary } = job.plan;
  const over: KeptResult = {
    progress: job.progress(),
    summary: { ...summary, columns: [], columnsTotal: 0, closed: [], keptOut: [] },
    foreseen: { ...foreseen, first: [], from: [], names: {}, comparison: NO_COMPARISON, register: NO_REGISTER },
  };
  const unsaid = { columns: {}, cells: [], remembered: [], ...(said.nation && { nation: said.nation }) };
  return { id, by, reading, target, ...calledOf(brought), said: unsaid, erasures, over, file: null };
}

/** An import that is over, without a word of its rows: its counts alone, and what it left undone because of that. */
export function withoutWords(brought: Brought): Brought {
  // A file may be called after a person.
  const { over, name: _, ...known } = recordOfResult(brought);
  if (!over) return brought;
  const { progress, summary, foreseen } = over;
  const { did: _did, ...unnamed } = progress;
  const counts: KeptResult = {
    progress: { ...unnamed, refused: progress.refused.filter(({ message }) => message === ERASED_BEFORE || message === ERASED_MEANWHILE) },
    summary: {
      ...summary,
      problems: [],
      problemsTotal: 0,
      ...(summary.list && { list: { as: summary.list.as, guess: { as: summary.list.guess.as } } }),
    },
    foreseen: { ...foreseen, notes: [], notesTotal: 0 },
  };
  return { ...broughtOver(known, counts), withoutWords: true };
}

/** An import that was over before a restart. */
export function broughtOver(record: KeptRecord, over: KeptResult): Brought {
  const { id, by, reading, target, said, erasures } = record;
  const { summary, foreseen } = over;
  const known = { id, by, reading, target, ...calledOf(record), said, erasures };
  return { ...known, job: jobOver(over, target), encoding: summary.encoding, foreseen, file: null };
}

function jobOver({ summary, progress }: KeptResult, target: Brought['target']): Job {
  const plan = planOf({ summary, batches: [] }, target);
  return { plan, progress: () => progress, running: false, cancel: () => undefined, run: async () => undefined };
}
