import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { choicesMade, choicesOf, NOTHING_UNDECIDED } from './choices.js';
import { ImportJob } from './import-job.js';
import type { ImportPlan } from './import-plan.js';
import { BATCHES, institution, knowsAll, person, rowsOf, summary } from './planned.testing.js';
import { batchesOf, PlannedRows } from './planned-rows.js';

describe('a list that runs while things change', () => {
  const fails = (error: unknown) => {
    throw error;
  };
  const noCommand = () => Promise.reject(new Error('There is nothing to be done.'));
  const jobWith = (look: HubReader, whyStop: () => string | undefined, erasedSince = () => false) => {
    const plan: ImportPlan = { kind: 'staff', institution, rows: rowsOf(person), summary };
    return new ImportJob(plan, noCommand, look, async () => true, undefined, undefined, undefined, whyStop, erasedSince);
  };

  test('stops before its next batch once its owner may no longer import', async () => {
    let asked = 0;
    const job = jobWith(knowsAll, () => ((asked += 1) > BATCHES + 1 ? 'Enough.' : undefined));
    await job.run(fails);
    expect(job.progress()).toMatchObject({ status: 'cancelled', unchanged: 1, refused: [{ row: 0, weight: 'note', message: 'Enough.' }] });
  });

  test('[R9] makes nobody again whose account went meanwhile: their rows are left out, and that is said once', async () => {
    let asked = 0;
    const gone = () => asked > BATCHES + 1;
    const look: HubReader = {
      row: <Data>(view: string, id: string) => (view === 'person' ? { erased: gone() } : knowsAll.row(view as never, id)) as Data,
      rows: <Data>(view: string, where: object) => (gone() ? [] : knowsAll.rows(view as never, where as never)) as unknown as Data[],
    };
    const job = jobWith(look, () => void (asked += 1));
    await job.run(fails);
    expect(job.progress()).toMatchObject({ status: 'done', added: 0, unchanged: 1, leftOut: BATCHES - 1 });
    expect(job.progress().refused.map(({ message }) => message)).toEqual([
      'A person in this list deleted their account meanwhile. We left them out.',
    ]);
  });

  test('[R9] makes nobody again whose account went after it gave them the address of their row', async () => {
    const given: string[] = [];
    const look: HubReader = {
      row: <Data>(view: string, id: string) => (view === 'person' ? { erased: given.length > 0 } : knowsAll.row(view as never, id)) as Data,
      // Nobody has the address of the row before it is given, and nobody once its owner is erased.
      rows: <Data>() => [] as Data[],
    };
    const plan: ImportPlan = { kind: 'staff', institution, rows: new PlannedRows([...batchesOf([person], 1)], 1), summary };
    const give: ConstructorParameters<typeof ImportJob>[1] = async ({ type }) => {
      given.push(type);
      return { outcome: 'accepted', commandId: 'c' as never, position: '1' as never };
    };
    const job = new ImportJob(plan, give, look, async () => true);
    const same = choicesMade.parse({ same: [{ row: person.row, person: 'ann' }] });
    await job.run(
      fails,
      null,
      choicesOf(same, { ...NOTHING_UNDECIDED, sameNames: new Map([[person.row, ['ann' as PersonId]]]) }, 'helen' as PersonId),
    );
    expect(given).toEqual(['ChangeEmail']);
    expect(job.progress()).toMatchObject({
      ...{ status: 'done', added: 0, leftOut: 1 },
      refused: [{ message: 'A person in this list deleted their account meanwhile. We left them out.' }],
    });
  });

  test('[R9] does nothing where an account went before it knew who is in it', async () => {
    const job = jobWith(
      knowsAll,
      () => undefined,
      () => true,
    );
    await job.run(fails);
    expect(job.progress()).toMatchObject({ status: 'cancelled', unchanged: 0 });
  });
});
