import { jest } from '@jest/globals';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { Hub } from '../app/create-hub.js';
import { asking, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { lookIn } from '../queries/live-views.js';

jest.setTimeout(30_000);
const [asha, ben, cleo, helen] = ['asha', 'ben', 'cleo', 'helen'] as [PersonId, PersonId, PersonId, PersonId];

let folders: Awaited<ReturnType<typeof testFolders>>;
let folder: string;
let clock: TestClock;
let hub: Hub;

const look = () => lookIn(hub.parts.views.store);
const pair = (id: string) => look().row<MentorshipRow>('mentorship', id);
const onDesk = () => look().rows('handover', { mentee: 'ben' }).length;

async function until(holds: () => boolean): Promise<void> {
  if (holds()) return;
  await new Promise<void>((resolve) => {
    const stop = hub.parts.views.onChanges(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

async function pairs(mentor: PersonId, mentorship: string): Promise<void> {
  const data = asking(mentor, 'ben');
  await must(hub, ben, 'RequestMentoring', data);
  await must(hub, mentor, 'AcceptRequest', { mentor, request: data.request, mentorship });
  await until(() => pair(mentorship) !== undefined);
}

async function onDay(day: string): Promise<void> {
  await hub.close();
  clock.set(`${day}T09:00:00.000Z`);
  hub = await openTestHub(folder, folders.log, clock);
}

beforeEach(async () => {
  folders = await testFolders();
  folder = folders.next();
  clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
  hub = await openTestHub(folder, folders.log, clock);
  await makeSchool(hub, ['asha', 'ben', 'cleo', 'helen'], { asha: 1, cleo: 1 });
  await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'helen', role: 'coordinator' });
  await pairs(asha, 'm-1');
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

/** Names from the coordinator, one of whom says yes. */
async function cleoIsSuggestedAndSaysYes(): Promise<void> {
  await must(hub, helen, 'SuggestMentors', { message: 'w-1', to: 'ben', mentors: ['cleo'], text: '' });
  await pairs(cleo, 'm-2');
}

describe('[R8] a mentee who is suggested another mentor, and gets one', () => {
  test('after their mentor has left: the desk is done, both are asked about the earlier pair, and without a reply it ends with thanks', async () => {
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await until(() => pair('m-1')?.closing !== null);
    expect(pair('m-1')?.closing).toEqual({ by: HUB, because: 'mentor-left', continueBy: '2026-03-09' });
    expect(pair('m-2')?.closing).toBeNull();
    expect(onDesk()).toBe(0);
    await onDay('2026-03-10');
    await until(() => pair('m-1')?.status === 'ended');
    expect(pair('m-1')).toMatchObject({ endedBecause: 'mentor-left' });
    expect(look().row<PairingRow>('pairing', 'm-1')).toMatchObject({ menteeLooks: false });
    expect(pair('m-2')?.status).toBe('trial');
  });

  test('of whom they keep both, where one of the earlier pair says so', async () => {
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await until(() => pair('m-1')?.closing !== null);
    await must(hub, ben, 'DeclineClosing', { mentorship: 'm-1' });
    await until(() => pair('m-1')?.closing === null && pair('m-1')?.mentorLeftAt === null);
    expect(pair('m-1')).toMatchObject({ closing: null, mentorLeftAt: null, status: 'trial' });
  });

  test('[R6] beside a mentor who no longer meets them: the hub asks nothing, for that would tell of the other; a coordinator may', async () => {
    clock.set('2026-03-23T09:00:00.000Z');
    await cleoIsSuggestedAndSaysYes();
    await until(() => pair('m-2')?.status === 'trial');
    await hub.parts.reactors.settled();
    expect(pair('m-1')?.closing).toBeNull();
    await must(hub, helen, 'ProposeClosing', { mentorship: 'm-1' });
    await until(() => pair('m-1')?.closing?.because === 'not-meeting');
  });

  test('after their mentor has left: nothing is asked any more once the new one has ended', async () => {
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await until(() => pair('m-1')?.closing?.because === 'mentor-left');
    await must(hub, cleo, 'EndMentorship', { mentorship: 'm-2', reason: '', wantsAnother: false });
    await until(() => pair('m-1')?.closing === null);
    expect(pair('m-1')?.status).toBe('trial');
  });

  test('of whom nothing is to be handed over once the mentor is back', async () => {
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await until(() => onDesk() === 1);
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'asha', from: '2026-03-02' });
    await until(() => onDesk() === 0);
    expect(pair('m-1')).toMatchObject({ mentorLeftAt: null, status: 'trial' });
  });

  test('from one who comes back: the desk is done, nobody is asked any more, and nobody has left', async () => {
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await until(() => onDesk() === 1);
    await cleoIsSuggestedAndSaysYes();
    await until(() => pair('m-1')?.closing?.because === 'mentor-left');
    await must(hub, HUB, 'AddMember', { institution: 'hillside', person: 'asha', from: '2026-03-02' });
    await until(() => pair('m-1')?.mentorLeftAt === null && pair('m-1')?.closing === null);
    expect(pair('m-1')?.status).toBe('trial');
    expect(onDesk()).toBe(0);
  });

  test('beside one whom they meet: nothing is asked', async () => {
    await cleoIsSuggestedAndSaysYes();
    await must(hub, HUB, 'RemoveMember', { institution: 'hillside', person: 'cleo' });
    await until(() => pair('m-2')?.closing !== null);
    expect([pair('m-1')?.closing, pair('m-2')?.closing?.because]).toEqual([null, 'mentor-left']);
  });
});
