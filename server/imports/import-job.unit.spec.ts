import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { choicesMade, choicesOf, NOTHING_UNDECIDED } from './choices.js';
import { foresee } from './foreseen.js';
import type { ImportPlan } from './import-plan.js';
import { ImportJob } from './import-job.js';
import { BATCHES, institution, knowsAll, person, rowsOf, school, summary } from './planned.testing.js';
import { batchesOf, PlannedRows } from './planned-rows.js';
import { lineOf, taskOf } from './staff-wave.js';

describe('a list that the hub knows already', () => {
  test.each<[string, ImportPlan]>([
    ['schools', { kind: 'institutions', rows: rowsOf(school), summary }],
    ['staff', { kind: 'staff', institution, rows: rowsOf(person), summary }],
  ])('%s: others get a turn before each batch, though nothing is waited for', async (_, plan) => {
    const noCommand = () => Promise.reject(new Error('There is nothing to be done.'));
    const job = new ImportJob(plan, noCommand, knowsAll, async () => true);
    let turns = 0;
    const another = () => {
      turns += 1;
      if (job.running) setImmediate(another);
    };
    const over = job.run((error) => {
      throw error;
    });
    setImmediate(another);
    await over;
    expect(job.progress()).toMatchObject({ status: 'done', added: 0, updated: 0, unchanged: BATCHES });
    expect(turns).toBeGreaterThanOrEqual(BATCHES);
  });
});

describe('who is above a person', () => {
  /** Ann and Bea are members here; Ann’s other address is `a.ray@a.example`, and Bea manages her. */
  const knows: HubReader = {
    row: <Data>(view: string) =>
      (view === 'membership'
        ? { memberships: [{ institution }] }
        : view === 'member'
          ? { left: null, lineManager: 'bea', inductionTutor: null }
          : undefined) as Data,
    rows: <Data>(_: string, where: { readonly email?: string }) =>
      (where.email === 'new@a.example' ? [] : [{ person: where.email === 'bea@a.example' ? 'bea' : 'ann', broughtInBy: [] }]) as Data[],
  };
  const lineTo = (email: string) => lineOf({ ...person, lineManager: email }, institution, 'ann' as PersonId, knows);

  test('is never the person, by any of their addresses: the line manager stays', () => expect(lineTo('a.ray@a.example')).toBeUndefined());

  test('stays where the list names a person who is not here after all', () => expect(lineTo('new@a.example')).toBeUndefined());
});

describe('what a list would come to', () => {
  const line = { lineManager: 'bea@a.example' };
  /** A hub in which only Ann is a member, without a line manager. */
  const knowsAnn: HubReader = {
    row: <Data>(_: string, id: string) =>
      (id.endsWith('ann') ? { left: null, lineManager: null, profile: { jobTitle: 'Head' } } : undefined) as Data,
    rows: <Data>(_: string, where: { readonly email?: string }) =>
      (where.email === 'ann@a.example' ? [{ person: 'ann', broughtInBy: [institution] }] : []) as Data[],
  };

  test('counts each row once: who is new, who changes, also by a line manager of the same file, and who is here as they are', async () => {
    const rows = [person, { ...person, row: 3, ...line }, { ...person, row: 4, name: 'Bea', email: 'bea@a.example' }];
    const planned = new PlannedRows<StaffImport>([...batchesOf(rows, 2)], rows.length);
    expect(await foresee({ kind: 'staff', institution, rows: planned, summary }, knowsAnn, '2026-09-01' as Day)).toMatchObject({
      rows: { added: 1, asked: 0, updated: 1, unchanged: 1 },
      first: ['unchanged', 'updated', 'added'],
      notes: [],
      names: { 'bea@a.example': 'Bea' },
    });
  });

  test('is said where a row has something that the hub does not take over, and a name in other capitals is a change', async () => {
    const started = { startDate: '2025-09-01' as Day, jobTitle: 'Teacher' };
    const plan = (row: StaffImport): ImportPlan => ({ kind: 'staff', institution, rows: rowsOf(row), summary });
    const here = (name: string, isNewcomer: boolean): HubReader => ({
      ...knowsAnn,
      row: <Data>(view: string) => {
        if (view === 'newcomer') return (isNewcomer ? { invitedOn: null } : undefined) as Data;
        if (view === 'profile') return { name, names: {}, profile: { jobTitle: 'Head', phases: [], subjects: [] } } as Data;
        return { left: null, from: '2026-11-26', lineManager: null } as Data;
      },
    });
    const { notes, rows, comparison } = await foresee(
      plan({ ...person, ...started, name: 'Anne' }),
      here('Ann', true),
      '2026-09-01' as Day,
    );
    expect(rows).toMatchObject({ unchanged: BATCHES, updated: 0 });
    expect(notes).toEqual([]);
    const start = { row: 2, who: 'Ann', field: 'start', was: '26 November 2026', now: '1 September 2025', people: ['ann'] };
    expect(comparison.changes.slice(0, 3)).toEqual([
      { row: 2, who: 'Ann', field: 'name', was: 'Ann', now: 'Anne', people: ['ann'] },
      { row: 2, who: 'Ann', field: 'job', was: 'Head', now: 'Teacher', people: ['ann'] },
      start,
    ]);
    const later = await foresee(plan({ ...person, startDate: '2026-09-02' as Day }), here('Ann', true), '2026-09-01' as Day);
    expect(later.notes).toEqual([]);
    expect(later.comparison.changes[0]).toEqual({ ...start, now: '2 September 2026' });
    const theirs = await foresee(plan({ ...person, ...started, name: 'Anne' }), here('Ann', false), '2026-09-01' as Day);
    expect(theirs.comparison.changes.slice(0, 2)).toEqual([start, start]);
    expect(theirs.notes.slice(0, 2).map(({ message }) => message)).toEqual(['We keep the name “Ann”.', 'We keep the job title “Head”.']);
    expect((await foresee(plan(person), here('ANN', true), '2026-09-01' as Day)).rows).toMatchObject({ updated: BATCHES });
    expect((await foresee(plan(person), here('ANN', false), '2026-09-01' as Day)).rows).toMatchObject({ updated: 0, unchanged: BATCHES });
  });

  test('a line manager whom the file itself invites is no member yet, and the note says what to do', async () => {
    const bea = { ...person, row: 3, name: 'Bea', email: 'bea@a.example' };
    const rows = [{ ...person, ...line }, bea];
    const look: HubReader = {
      row: <Data>(view: string, id: string) => (view === 'membership' && id === 'bea' ? { memberships: [] } : undefined) as Data,
      rows: <Data>(_: string, where: { readonly email?: string }) =>
        (where.email === 'bea@a.example' ? [{ person: 'bea', broughtInBy: ['oakfield'] }] : []) as Data[],
    };
    const said = async (...some: readonly StaffImport[]) => {
      const planned = new PlannedRows<StaffImport>([...batchesOf(some, 2)], some.length);
      const { notes, withoutLines } = await foresee({ kind: 'staff', institution, rows: planned, summary }, look, '2026-09-01' as Day);
      expect(withoutLines).toEqual(['2 lineManager']);
      return notes.map(({ row, message }) => `${row}: ${message}`);
    };
    expect(await said(...rows)).toEqual([
      '2: bea@a.example is a member here only once they accept their invitation. Until then we leave the line manager out. Import the file again after that.',
    ]);
    expect(await said({ ...person, ...line })).toEqual([
      '2: bea@a.example is not a member here or in the trust. We leave the line manager out.',
    ]);
  });

  test('says since when each is a member, as the hub keeps it of those who are here, and who would be emailed now', async () => {
    const look = (invitedOn: string | null): HubReader => ({
      ...knowsAnn,
      row: <Data>(view: string, id: string) => {
        if (view === 'newcomer') return (id.endsWith('ann') ? { invitedOn } : undefined) as Data;
        return (id.endsWith('ann') ? { left: null, from: '2024-01-08', lineManager: null } : undefined) as Data;
      },
    });
    const rows = [
      { ...person, from: '2025-09-01' as Day, startDate: '2025-09-01' as Day },
      { ...person, row: 3, email: 'bea@a.example' },
    ];
    const plan: ImportPlan = { kind: 'staff', institution, rows: new PlannedRows([...batchesOf(rows, 1)], rows.length), summary };
    expect(await foresee(plan, look(null), '2026-09-01' as Day)).toMatchObject({
      from: ['2024-01-08', '2026-09-01'],
      emails: 2,
      rows: { added: 1 },
    });
    expect(await foresee(plan, look('2026-01-05'), '2026-09-01' as Day)).toMatchObject({ emails: 1 });
  });

  test('of a register has each school that is here and closed in it, with its own day and what may have come after it', async () => {
    const maybe = { institution: 'urn-900011' as InstitutionId, name: 'Stokes Vale School' };
    const closed = [
      { institution, name: 'Stokes Vale School', row: 4, on: '2026-08-31' as Day, maybe },
      { institution: 'urn-9' as InstitutionId, name: 'Elsewhere', row: 5 },
    ];
    const look = {
      row: (view: string, id: string) => (view === 'institution' && id === institution ? {} : undefined),
      rows: (view: string) => (view === 'member' ? [{ left: null }, { left: '2026-01-05' }] : []),
    };
    const plan: ImportPlan = { kind: 'institutions', rows: new PlannedRows([], 0), summary: { ...summary, closed } };
    const at = async (today: string) => (await foresee(plan, look as unknown as HubReader, today as Day)).register.closing;
    const closing = { row: 4, institution, who: 'Stokes Vale School', on: '2026-08-31', maybe, people: 1 };
    expect(await at('2026-09-01')).toEqual([closing]);
    expect(await at('2026-08-30')).toEqual([{ ...closing, later: true }]);
  });

  describe('a new address for the name of a member', () => {
    /** A school in which only Fiona is a member, and how often its names were asked for. */
    const schoolOf = (name: string) => {
      const asked: unknown[] = [];
      const look = {
        row: () => undefined,
        rows: (view: string, where: object) => {
          if (view !== 'person') return [];
          asked.push(where);
          // What the view keeps for itself has no name.
          return [{ institutions: [institution] }, { person: 'fiona', name, institutions: [institution] }];
        },
      } as HubReader;
      return { look, asked };
    };
    const columns = [{ letter: 'B', heading: 'Work email', byHeading: 'email', as: 'email', sample: [] }] as const;
    const file = (...names: readonly string[]): ImportPlan => {
      const rows = names.map((name, at) => ({ ...person, row: at + 2, name, email: `new${at}@a.example` }));
      const planned = new PlannedRows<StaffImport>([...batchesOf(rows, 1)], rows.length);
      return { kind: 'staff', institution, rows: planned, summary: { ...summary, columns } };
    };

    test('is asked about at its row, whatever the capitals, accents and titles, and the row waits for a choice', async () => {
      const { look, asked } = schoolOf('Fiona MACDONALD');
      const { comparison, rows, first } = await foresee(
        file('Mrs Fiona MacDonald', 'Fiona Macleod', 'Fíona Macdonald'),
        look,
        '2026-09-01' as Day,
      );
      expect(comparison.sameNames).toEqual([
        { row: 2, who: 'Mrs Fiona MacDonald', email: 'new0@a.example', person: null, members: ['fiona'] },
        { row: 4, who: 'Fíona Macdonald', email: 'new2@a.example', person: null, members: ['fiona'] },
      ]);
      expect([rows, first]).toMatchObject([{ added: 1, leftOut: 2 }, ['leftOut', 'added', 'leftOut']]);
      expect(asked).toEqual([{ institutions: institution }]);
      const alone = await foresee(file('Fiona Macleod', 'Fiona Macdonald'), look, '2026-09-01' as Day);
      expect(alone.comparison.sameNames).toMatchObject([{ row: 3, person: 'fiona' }]);
    });

    test('is no news where the address is the member’s', async () => {
      const { notes, comparison } = await foresee({ ...file('Ann'), rows: rowsOf(person) } as ImportPlan, knowsAnn, '2026-09-01' as Day);
      expect([notes, comparison.sameNames]).toEqual([[], []]);
    });
  });

  test('of rows that the rules refuse, none is counted as anything else', async () => {
    const give: ConstructorParameters<typeof ImportJob>[1] = async () =>
      ({ outcome: 'rejected', commandId: 'c' as never, code: 'COMMAND.BUSY', message: 'Busy.' }) as never;
    const job = new ImportJob(
      { kind: 'institutions', rows: rowsOf(school), summary },
      give,
      { ...knowsAnn, row: () => undefined },
      async () => true,
    );
    await job.run((error) => {
      throw error;
    });
    expect(job.progress()).toMatchObject({ done: BATCHES, notImported: BATCHES, added: 0, updated: 0, unchanged: 0 });
  });
});

describe('what a row says of a person’s job', () => {
  const says = { ...person, jobTitle: 'SENCO' };
  const of = (look: Partial<HubReader>) => taskOf(says, institution, { row: () => undefined, rows: () => [], ...look }).describe?.data;

  test('comes with their joining where the same list adds them, and is news to whoever was a member before', () => {
    expect(of({})).toMatchObject({ withJoin: true });
    const isNew = new Set(['member', 'membership', 'newcomer']);
    const isMember = <Data>(view: string) => (isNew.has(view) ? { left: null } : undefined) as Data;
    const here = { rows: <Data>() => [{ person: 'ann', broughtInBy: [institution] }] as Data[], row: isMember };
    expect(of(here)).toEqual({ person: 'ann', profile: expect.objectContaining({ jobTitle: 'SENCO' }) as unknown, seen: null });
  });

  test('is not taken of a person who was brought in here once, and has signed in or left since', () => {
    const belonged = <Data>(view: string) => (view === 'membership' ? { memberships: [] } : undefined) as Data;
    expect(of({ rows: <Data>() => [{ person: 'ann', broughtInBy: [institution] }] as Data[], row: belonged })).toBeUndefined();
  });
});

describe('what imported staff are told', () => {
  let told: unknown;
  const given = async (invite: Parameters<ImportJob['run']>[1], plannedOn: string | null = null) => {
    const acts: unknown[] = [];
    const invited: Readonly<Record<string, unknown>> = { newcomers: { plannedOn, notInvited: 6 }, newcomer: { invitedOn: null } };
    const look = { ...knowsAll, row: (view, id) => invited[view] ?? knowsAll.row(view, id) } as HubReader;
    const give: ConstructorParameters<typeof ImportJob>[1] = async (act) => {
      acts.push(act);
      return { outcome: 'accepted', commandId: 'c' as never, position: '1' as never };
    };
    const job = new ImportJob({ kind: 'staff', institution, rows: rowsOf(person), summary }, give, look, async () => true);
    await job.run((error) => {
      throw error;
    }, invite);
    ({ told } = job.progress());
    return [...acts, ...job.progress().refused.map(({ weight, message }) => `${weight}: ${message}`)];
  };
  const from = 'helen' as never;

  test('is what was chosen when the list was confirmed: on a day, in the name of whoever brought it, or nothing', async () => {
    const invite = { on: '2026-09-07' as Day, from };
    expect(await given(invite)).toEqual([{ type: 'PlanInvitations', data: { institution, on: '2026-09-07', from: 'helen' } }]);
    expect(told).toEqual({ emailed: 0, planned: 6, on: '2026-09-07' });
    expect(await given(null)).toEqual([]);
    expect(told).toEqual({ emailed: 0, planned: 0, on: null });
    expect(await given(null, '2027-04-20')).toEqual([]);
    expect(told).toEqual({ emailed: 0, planned: 6, on: '2027-04-20' });
  });

  test('now: those of the list alone are invited, and no plan is made or changed', async () => {
    const sent = [{ type: 'SendInvitations', data: { institution, people: ['ann'], from } }];
    expect(await given({ on: 'now', from })).toEqual(sent);
    expect(told).toEqual({ emailed: 1, planned: 0, on: null });
    expect(await given({ on: 'now', from }, '2027-04-20')).toEqual(sent);
  });

  test('on a day: the day that a colleague planned already is kept, and told', async () => {
    expect(await given({ on: '2026-09-07' as Day, from }, '2027-04-20')).toEqual([
      'note: Invitations: We send them on Tuesday 20 April 2027. This day was already planned.',
    ]);
  });
});

describe('a new address that a person chose for a member', () => {
  const addresses = async (isGiven: boolean) => {
    const plan: ImportPlan = { kind: 'staff', institution, rows: new PlannedRows([...batchesOf([person], 1)], 1), summary };
    const answer = isGiven ? { outcome: 'accepted', position: '1' } : { outcome: 'rejected', message: 'Taken.' };
    const job = new ImportJob(
      plan,
      async () => answer as never,
      knowsAll,
      async () => true,
    );
    const undecided = { ...NOTHING_UNDECIDED, sameNames: new Map([[2, ['ann' as PersonId]]]) };
    const choices = choicesOf(choicesMade.parse({ same: [{ row: 2, person: 'ann' }] }), undecided, 'helen' as PersonId);
    await job.run(() => undefined, null, choices);
    return job.progress().newAddresses;
  };

  test('is of one of several of that name, of nobody else, and of one row', () => {
    const people = ['ann', 'abi'] as PersonId[];
    const undecided = { ...NOTHING_UNDECIDED, sameNames: new Map([2, 3, 4].map((row) => [row, people])) };
    const same = [
      { row: 2, person: 'abi' },
      { row: 3, person: 'abi' },
      { row: 4, person: 'helen' },
      { row: 5, person: 'ann' },
    ];
    const { sameAs, isLeftOut } = choicesOf(choicesMade.parse({ same }), undecided, 'helen' as PersonId);
    expect([...sameAs]).toEqual([[2, 'abi']]);
    expect([2, 3, 4].map(isLeftOut)).toEqual([false, true, true]);
  });

  test('is told in the result where it was changed, and not where that was refused', async () => {
    expect(await addresses(true)).toBe(1);
    expect(await addresses(false)).toBeUndefined();
  });
});

describe('an address that another list takes at the same moment', () => {
  /** A hub that sees the person of the row once the job has looked again, brought in by a school, a member of none yet. */
  async function imported(broughtInBy: string | undefined, joined: readonly string[] = []) {
    const plan: ImportPlan = { kind: 'staff', institution, rows: new PlannedRows([...batchesOf([person], 1)], 1), summary };
    let isSeen = false;
    const acts: string[] = [];
    const give = async ({ type }: { readonly type: string }) => {
      acts.push(type);
      if (type !== 'InvitePerson') return { outcome: 'accepted', position: '1' } as never;
      return { outcome: 'rejected', code: 'PERSON.EMAIL_TAKEN', message: 'Taken.' } as never;
    };
    const look: HubReader = {
      row: <Data>(view: string) => (view === 'account' && isSeen ? { broughtInBy: [broughtInBy] } : undefined) as Data,
      rows: <Data>() => (isSeen && broughtInBy ? [{ person: 'ann', broughtInBy: [broughtInBy] }] : []) as Data[],
    };
    const settled = async () => true;
    const latest = async () => void (isSeen = true);
    const job = new ImportJob(plan, give, look, settled, () => undefined, latest, {
      head: async () => undefined,
      of: async () => new Set(joined as PersonId[]),
    });
    await job.run((error) => {
      throw error;
    });
    const { added, asked, unchanged, notImported, refused } = job.progress();
    return { acts, added, asked, unchanged, notImported, refused: refused.map(({ message }) => message) };
  }
  const nothing = { added: 0, asked: 0, unchanged: 0, notImported: 0, refused: [] };

  test('is that of the same person where it was a list of this school: they are a member, and counted by the other list', async () => {
    expect(await imported(institution)).toEqual({ ...nothing, acts: ['InvitePerson', 'AddMembers'], unchanged: 1 });
  });

  test('is counted by this list where this one adds them to the school', async () => {
    expect(await imported(institution, ['ann'])).toEqual({ ...nothing, acts: ['InvitePerson', 'AddMembers'], added: 1 });
  });

  test('is that of a person who is asked where it was a list of another school', async () => {
    expect(await imported('oakfield')).toEqual({ ...nothing, acts: ['InvitePerson', 'InviteMembers'], asked: 1 });
  });

  test('is refused where no person with it is seen', async () => {
    expect(await imported(undefined)).toEqual({ ...nothing, acts: ['InvitePerson'], notImported: 1, refused: ['Ann: Taken.'] });
  });
});
