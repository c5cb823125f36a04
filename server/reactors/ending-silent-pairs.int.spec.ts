import { jest } from '@jest/globals';
import type { Day, Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { CaseloadRow } from '@alongside/projections/views/caseload.view.js';
import type { DueRow } from '@alongside/projections/views/due.view.js';
import type { MeetingRow } from '@alongside/projections/views/meeting.view.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { Hub } from '../app/create-hub.js';
import { asking, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { lookIn } from '../queries/live-views.js';
import { clockWork } from './clock-work.js';

jest.setTimeout(30_000);
const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const of = { mentorship: 'm-1' };

let folders: Awaited<ReturnType<typeof testFolders>>;
let folder: string;
let clock: TestClock;
let hub: Hub;

beforeEach(async () => {
  folders = await testFolders();
  folder = folders.next();
  clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
  hub = await openTestHub(folder, folders.log, clock);
  await makeSchool(hub, ['asha', 'ben', 'helen'], { asha: 1 });
  await must(hub, HUB, 'GrantRole', { institution: 'hillside', person: 'helen', role: 'coordinator' });
  const data = asking('asha', 'ben');
  await must(hub, ben, 'RequestMentoring', data);
  await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: data.request, ...of });
  await until(() => rowIn('mentorship') !== undefined);
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

const look = () => lookIn(hub.parts.views.store);
const rowIn = <Row = MentorshipRow>(view = 'mentorship', id = 'm-1') => look().row<Row>(view, id);
const dispatch = (by: PersonId, type: string, data: unknown = of) => hub.parts.dispatcher.dispatch(envelopeOf(type, data), by);
const noticesTo = (person: string) =>
  look()
    .rows<{ type: string }>('notice', { person })
    .map(({ type }) => type);
const endings = async () => (await hub.parts.log.readStream('mentorship-m-1' as StreamId)).filter(({ type }) => type === 'MentorshipEnded');

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

/** Seen in the record before anything else is done. */
async function suggest(): Promise<void> {
  await must(hub, helen, 'ProposeClosing', of);
  await until(() => rowIn()?.closing !== null);
}

/** The clock strikes as a hub starts. */
async function onDay(day: string): Promise<void> {
  await hub.close();
  clock.set(`${day}T09:00:00.000Z`);
  hub = await openTestHub(folder, folders.log, clock);
}

describe('[R8] a pair that its coordinator suggests ending', () => {
  test('is asked only where the record calls it silent, by a coordinator of the mentee who is not one of the two', async () => {
    clock.set('2026-03-15T09:00:00.000Z');
    expect(await dispatch(helen, 'ProposeClosing')).toMatchObject({ code: 'MENTORSHIP.NOT_SILENT' });
    clock.set('2026-03-16T09:00:00.000Z');
    for (const one of [asha, ben]) expect(await dispatch(one, 'ProposeClosing')).toMatchObject({ code: 'COMMAND.NOT_ALLOWED' });
    await suggest();
    expect(rowIn()).toMatchObject({ closing: { by: 'helen', because: 'not-meeting', continueBy: '2026-03-23' } });
    expect(rowIn<PairingRow>('pairing')).toMatchObject({ closesAfter: '2026-03-23', status: 'trial' });
  });

  test('ends after five school days without a reply, for both and blaming neither, and the mentor has space again', async () => {
    clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    await onDay('2026-03-23');
    expect(clockWork('2026-03-23' as Day, look())).toEqual([]);
    expect(rowIn()?.status).toBe('trial');
    await onDay('2026-03-24');
    await until(() => rowIn()?.status === 'ended');
    expect(await endings()).toMatchObject([{ actor: HUB, data: { by: HUB, because: 'not-meeting', reason: '' } }]);
    await until(() => rowIn<CaseloadRow>('caseload', 'asha')?.taken === 0);
    await hub.parts.reactors.settled();
    expect(rowIn<PairingRow>('pairing')).toMatchObject({ menteeLooks: true, closesAfter: null });
    const told = look().rows<{ person: string; type: string }>('notice', { person: 'ben' });
    expect(told.map(({ type }) => type)).toContain('MentorshipEnded');
  });

  test('goes on once one of the two continues, or books a meeting', async () => {
    clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    await must(hub, ben, 'DeclineClosing', of);
    await until(() => rowIn()?.closing === null);
    await until(() => noticesTo('helen').includes('ClosingDeclined'));
    expect(await dispatch(helen, 'ProposeClosing')).toMatchObject({ code: 'MENTORSHIP.CONTINUES' });
    clock.set('2026-04-13T09:00:00.000Z');
    await suggest();
    const time = { startsAt: '2026-04-20T15:00:00.000Z', minutes: 45 };
    await must(hub, asha, 'BookMeeting', { meeting: 'x-1', ...of, format: 'online', place: '', time });
    await until(() => rowIn()?.closing === null);
    expect(look().rows<DueRow>('due', { kind: 'close' })).toEqual([]);
    expect(rowIn<MeetingRow>('meeting', 'x-1')?.status).toBe('booked');
    await until(() => noticesTo('helen').includes('ClosingLifted'));
  });

  test('[R6] is never asked by a coordinator who has come to manage the mentee, and one who asked before that hears no more of it', async () => {
    clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    const line = { institution: 'hillside', person: 'ben', lineManager: 'helen', inductionTutor: null };
    await hub.parts.views.caughtUp(await must(hub, HUB, 'SetReportingLine', line));
    await hub.parts.views.caughtUp(await must(hub, ben, 'DeclineClosing', of));
    expect(noticesTo('helen')).not.toContain('ClosingDeclined');
    clock.set('2026-04-20T09:00:00.000Z');
    for (const [type, data] of [
      ['ProposeClosing', of],
      ['SuggestMentors', { message: 'w-1', to: 'ben', mentors: ['asha'], text: '' }],
    ] as const)
      expect({ type, ...(await dispatch(helen, type, data)) }).toMatchObject({ type, code: 'COMMAND.NOT_ALLOWED' });
  });

  test('[R4] has the days that its school turns out to be shut added', async () => {
    clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    const closures = [{ from: '2026-03-19', to: '2026-03-20', why: 'Snow' }];
    await must(hub, HUB, 'SetCalendar', { institution: 'hillside', terms: [], closures });
    await until(() => rowIn()?.closing?.continueBy !== '2026-03-23');
    expect(rowIn()).toMatchObject({ closing: { continueBy: '2026-03-25' } });
  });
});
