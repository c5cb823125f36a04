import { NO_COMPARISON } from './comparison.js';
import { ERASED_BEFORE, ERASED_MEANWHILE } from './erased-meanwhile.js';
import { planOf } from './import-plan.js';
import type { Brought, Job } from './kept-imports.js';
import type { KeptRecord, KeptResult } from './kept-on-disk.js';
import { NO_REGISTER } from './register-comparison.js';

/** A list as a restart finds it again: what was brought and said, to be read anew. Undefined for a register that is too large for it. */
export function recordOf({ id, by, reading, target, said, erasures, file }: Brought, begun = false): KeptRecord | undefined {
  return file ? { id, by, reading, target, said, erasures, file, ...(begun && { begun }) } : undefined;
}

/** An import that is over, without the list: its counts, and what is to be known of single rows. */
export function recordOfResult({ id, by, reading, target, said, erasures, job, foreseen }: Brought): KeptRecord {
  const { summary } = job.plan;
  const over: KeptResult = {
    progress: job.progress(),
    summary: { ...summary, columns: [], columnsTotal: 0, closed: [], keptOut: [] },
    foreseen: { ...foreseen, first: [], from: [], names: {}, comparison: NO_COMPARISON, register: NO_REGISTER },
  };
  return { id, by, reading, target, said: { ...said, columns: {}, cells: [], remembered: [] }, erasures, over, file: null };
}

/** An import that is over, without a word of its rows: its counts alone, and what it left undone because of that. */
export function withoutWords(brought: Brought): Brought {
  const { over, ...known } = recordOfResult(brought);
  if (!over) return brought;
  const { progress, summary, foreseen } = over;
  const counts: KeptResult = {
    progress: { ...progress, refused: progress.refused.filter(({ message }) => message === ERASED_BEFORE || message === ERASED_MEANWHILE) },
    summary: { ...summary, problems: [], problemsTotal: 0 },
    foreseen: { ...foreseen, notes: [], notesTotal: 0 },
  };
  return { ...broughtOver(known, counts), withoutWords: true };
}

/** An import that was over before a restart. */
export function broughtOver({ id, by, reading, target, said, erasures }: KeptRecord, over: KeptResult): Brought {
  const { summary, foreseen } = over;
  return { id, by, reading, target, said, erasures, job: jobOver(over, target), encoding: summary.encoding, foreseen, file: null };
}

function jobOver({ summary, progress }: KeptResult, target: Brought['target']): Job {
  const plan = planOf({ summary, batches: [] }, target);
  return { plan, progress: () => progress, running: false, cancel: () => undefined, run: async () => undefined };
}
