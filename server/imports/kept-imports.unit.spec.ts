import { jest } from '@jest/globals';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { CommandId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { NO_COMPARISON } from './comparison.js';
import { NO_OUTCOMES } from './foreseen.js';
import { ImportJob } from './import-job.js';
import type { ImportPlan } from './import-plan.js';
import {
  KEPT_LIFE_MS,
  KEPT_LIMIT_IMPORTS,
  KEPT_LIMIT_IMPORTS_PER_PERSON,
  KeptImports,
  NOTHING_SAID,
  type Brought,
  type Job,
} from './kept-imports.js';
import { batchesOf, PlannedRows } from './planned-rows.js';
import type { FileSummary } from './reading-messages.js';
import { NO_REGISTER } from './register-comparison.js';

const [ann, ben] = ['ann', 'ben'] as [PersonId, PersonId];
const SUMMARY = {
  encoding: 'UTF-8',
  headingsRow: 1,
  holds: 'people',
  otherLinks: 0,
  rows: 1,
  problems: [],
  problemsTotal: 0,
  rowsWithErrors: 0,
  notOpen: 0,
  closed: [],
  keptOut: [],
  columns: [],
  columnsTotal: 0,
} as const;
const SCHOOL: InstitutionImport = {
  institution: 'urn-1' as InstitutionId,
  details: { name: 'Northfield', kind: 'school', nation: 'england', reference: '1' },
  row: 2,
};

/** An import of one school whose command is answered only when the test says so. */
function importOf(id: string, by: PersonId) {
  let answer: (answer: Answer) => void = () => undefined;
  const answered = new Promise<Answer>((resolve) => (answer = resolve));
  const rows = new PlannedRows<InstitutionImport>([...batchesOf([SCHOOL], 10)], 1);
  const look = { row: () => undefined, rows: () => [] };
  const job = new ImportJob(
    { kind: 'institutions', rows, summary: SUMMARY },
    () => answered,
    look,
    async () => true,
  );
  const brought: Brought = {
    id,
    by,
    reading: 1,
    job,
    target: { kind: 'institutions' },
    said: NOTHING_SAID,
    file: null,
    erasures: 0,
    encoding: 'UTF-8',
    foreseen: {
      rows: NO_OUTCOMES,
      first: [],
      from: [],
      emails: 0,
      notes: [],
      notesTotal: 0,
      names: {},
      comparison: NO_COMPARISON,
      register: NO_REGISTER,
    },
  };
  const refuse = () => answer({ outcome: 'rejected', commandId: id as CommandId, code: 'COMMAND.BUSY', message: 'Busy.' });
  return { brought, run: () => job.run(() => undefined), refuse };
}

describe('imports that are kept', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('one that nobody confirms is forgotten in its time, though no other file ever comes', () => {
    const kept = new KeptImports();
    kept.add(importOf('one', ann).brought);
    jest.advanceTimersByTime(KEPT_LIFE_MS - 1);
    expect(kept.find('one')).toBeDefined();
    jest.advanceTimersByTime(1);
    expect(kept.find('one')).toBeUndefined();
  });

  test('one that runs is kept until it is over', async () => {
    const kept = new KeptImports();
    const { brought, run, refuse } = importOf('one', ann);
    kept.add(brought);
    const over = run();
    expect(kept.running).toBe(1);
    jest.advanceTimersByTime(KEPT_LIFE_MS);
    expect(kept.find('one')).toBe(brought);
    refuse();
    await over;
    expect(kept.running).toBe(0);
    jest.advanceTimersByTime(KEPT_LIFE_MS);
    expect(kept.find('one')).toBeUndefined();
  });

  test('file after file costs its owner the first of their own, and no more than need be', () => {
    const kept = new KeptImports();
    kept.add(importOf('ben', ben).brought);
    const ids = Array.from({ length: KEPT_LIMIT_IMPORTS_PER_PERSON + 1 }, (_, n) => `ann ${n}`);
    for (const id of ids) kept.add(importOf(id, ann).brought);
    expect(['ben', ...ids].filter((id) => kept.find(id))).toEqual(['ben', ...ids.slice(1)]);
  });

  test('the oldest of all goes where there are too many', () => {
    const kept = new KeptImports();
    for (let n = 0; n <= KEPT_LIMIT_IMPORTS; n += 1) kept.add(importOf(`of ${n}`, `person ${n}` as PersonId).brought);
    expect(kept.find('of 0')).toBeUndefined();
    expect(kept.find('of 1')).toBeDefined();
  });

  test('when the hub stops, what runs stops before its next row and nothing is kept', async () => {
    const kept = new KeptImports();
    const { brought, run, refuse } = importOf('one', ann);
    kept.add(brought);
    const over = run();
    kept.close();
    refuse();
    await over;
    expect(brought.job.progress().status).toBe('cancelled');
    expect(kept.find('one')).toBeUndefined();
  });

  test('what was corrected in the very same file is found again, also in one of leavers, who are all kept out', () => {
    const target = { kind: 'staff', institution: 'elm' as InstitutionId } as const;
    const file = Buffer.from('Name');
    const said = { ...NOTHING_SAID, cells: [{ row: 2, letter: 'A', text: 'Ann Ray' }] };
    const saidBefore = (summary: Partial<FileSummary>) => {
      const kept = new KeptImports();
      const plan: ImportPlan = { ...target, rows: new PlannedRows<StaffImport>([], 0), summary: { ...SUMMARY, ...summary } };
      const { brought } = importOf('one', ann);
      kept.add({ ...brought, target, file, said, job: { ...brought.job, plan } as Job });
      return kept.saidBefore(ann, target, Buffer.from('Name'));
    };
    const [keptOut, guess] = [[{ row: 2, name: 'ann ray' }], { as: 'staff' as const }];
    expect(saidBefore({ keptOut, list: { as: 'leavers', guess } })).toBe(said);
    expect(saidBefore({ keptOut: [], list: { as: 'leavers', guess } })).toBeUndefined();
    expect(saidBefore({ keptOut, list: { as: 'staff', guess } })).toBeUndefined();
  });

  test('what is called off or over keeps no rows', async () => {
    const calledOff = importOf('one', ann).brought.job;
    calledOff.cancel();
    expect(calledOff.plan.rows.first(1)).toEqual([]);
    const { brought, run, refuse } = importOf('two', ann);
    const over = run();
    refuse();
    await over;
    expect(brought.job.progress()).toMatchObject({ status: 'done', rows: 1, done: 1 });
    expect(brought.job.plan.rows.first(1)).toEqual([]);
  });
});
