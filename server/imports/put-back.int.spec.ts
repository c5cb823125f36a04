import type { Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { Hub } from '../app/create-hub.js';
import { cookieOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';
import { personWith } from './acts.js';
import { choicesMade } from './choices.js';
import { Imports } from './imports.js';

const [institution, helen] = ['hillside' as InstitutionId, 'helen' as PersonId];
const LIST = `Name,Email,Job title,Line manager
Ann Ray,ann@hillside.example,Teacher,bo@hillside.example
Bo Lee,bo@hillside.example,Head,
Cy Fox,cy@hillside.example,Teacher,bo@hillside.example
`;

describe('members whom a list brought in and who were removed', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;
  let imports: Imports;

  beforeEach(async () => {
    folders = await testFolders();
    hub = await openTestHub(folders.next(), folders.log, new TestClock('2026-09-07T09:00:00.000Z' as Instant));
    imports = new Imports(hub.parts);
    await makeSchool(hub, ['helen']);
    await hub.parts.views.caughtUp(await must(hub, HUB, 'GrantRole', { institution, person: helen, role: 'coordinator' }));
    await imports.run(await read());
    await settled();
    await cookieOf(hub, idOf('cy@hillside.example'));
    for (const name of ['ann', 'bo', 'cy'])
      await must(hub, helen, 'RemoveMember', { institution, person: idOf(`${name}@hillside.example`) });
    await settled();
  });
  afterEach(async () => {
    await imports.close();
    await hub.close();
    await folders.clean();
  });

  const read = async () => {
    const brought = await imports.bring([Buffer.from(LIST)], { kind: 'staff', institution }, helen);
    if (!brought.ok) throw new Error(brought.error.code);
    return brought.value;
  };
  const settled = async () => {
    const head = await hub.parts.log.head();
    if (head) await hub.parts.views.caughtUp(head);
  };
  const look = () => viewReaderOf(hub.parts.views.store);
  const idOf = (email: string) => personWith(email, look()) as PersonId;
  const member = (name: string) => look().row('member', `${institution}:${idOf(`${name}@hillside.example`)}`);
  const invitation = (name: string) => look().row('invitation', `${institution}:${idOf(`${name}@hillside.example`)}`);

  test('are shown as people who left, and left out by the same list unless they are chosen', async () => {
    const brought = await read();
    expect(brought.foreseen.rows).toEqual({ added: 0, asked: 0, updated: 0, unchanged: 0, leftOut: 3 });
    expect(brought.foreseen.emails).toBe(0);
    const left = '2026-09-07';
    expect(brought.foreseen.comparison.returning).toMatchObject([
      { row: 2, who: 'Ann Ray', left },
      { row: 3, who: 'Bo Lee', left },
      { row: 4, who: 'Cy Fox', left, asks: true },
    ]);
    expect(brought.foreseen.notes.map(({ row, message }) => [row, message])).toEqual(
      [2, 4].map((row) => [row, expect.stringMatching(/^bo@hillside\.example has left and is left out unless you choose them\./)]),
    );
    await imports.run(brought);
    await settled();
    expect(['ann', 'bo', 'cy'].map((name) => member(name)?.left)).toEqual([left, left, left]);
    expect(brought.job.progress()).toMatchObject({ leftOut: 3, did: { leftBefore: ['Ann Ray', 'Bo Lee', 'Cy Fox'], leftBeforeTotal: 3 } });
  });

  test('chosen, they are added again as the first time; who has signed in is asked', async () => {
    const first = member('ann')?.from;
    const brought = await read();
    await imports.run(brought, null, choicesMade.parse({ again: [2, 3, 4] }));
    await settled();
    expect(brought.job.progress()).toMatchObject({ added: 2, asked: 1, leftOut: 0, notImported: 0 });
    expect([member('ann')?.left, member('bo')?.left]).toEqual([null, null]);
    expect(member('ann')).toMatchObject({ from: first, lineManager: idOf('bo@hillside.example') });
    expect(member('cy')?.left).toBe('2026-09-07');
    expect(invitation('cy')).toBeDefined();
    expect(invitation('ann')).toBeUndefined();
    // They have no invitation to find; a later one tells them as it tells every newcomer.
    expect(look().row('newcomer', `${institution}:${idOf('ann@hillside.example')}`)).toMatchObject({ invitedOn: null });
  });

  test('are added again by a colleague as well, and by an address', async () => {
    const [ann, bo, cy] = ['ann', 'bo', 'cy'].map((name) => idOf(`${name}@hillside.example`)) as [PersonId, PersonId, PersonId];
    await must(hub, helen, 'AddMember', { institution, person: ann, from: '2026-09-07' });
    const invited = [bo, cy].map((person) => ({ email: look().row('account', person)?.email, from: '2026-09-07' }));
    await must(hub, helen, 'InviteMembers', { institution, invited });
    await settled();
    expect([member('ann')?.left, member('bo')?.left, member('cy')?.left]).toEqual([null, null, '2026-09-07']);
    expect([invitation('bo') === undefined, invitation('cy') === undefined]).toEqual([true, false]);
    await expect(must(hub, helen, 'AddMember', { institution, person: cy, from: '2026-09-07' })).rejects.toThrow('MEMBER.MUST_BE_INVITED');
  });

  test('a rebuild gives the same rows', async () => {
    const rowsOf = ({ name }: (typeof allViews)[number]) =>
      hub.parts.views.store.list(name, { for: 'all', limitRows: 1_000 }).map(({ id, data }) => [id, data]);
    const some = allViews.filter(({ name }) => ['put-back', 'newcomer', 'newcomers', 'roster'].includes(name));
    const before = some.map(rowsOf);
    expect(before.flat().length).toBeGreaterThan(3);
    for (const { name } of some) await hub.parts.projector.rebuild(name);
    await settled();
    expect(some.map(rowsOf)).toEqual(before);
  });
});
