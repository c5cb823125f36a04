import type { Instant, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import request from 'supertest';
import type { Hub } from '../app/create-hub.js';
import { asking, cookieOf, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';

const [asha, ben, cleo, dan] = ['asha', 'ben', 'cleo', 'dan'] as [PersonId, PersonId, PersonId, PersonId];
const tuesday = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 40 };
const thursday = { startsAt: '2026-03-12T08:00:00.000Z', minutes: 40 };
const first = (meeting: string, time = tuesday) => ({ meeting, time, format: 'in-person' });

let folders: Awaited<ReturnType<typeof testFolders>>;
let clock: TestClock;
let hub: Hub;

beforeEach(async () => {
  folders = await testFolders();
  clock = new TestClock('2026-03-06T09:00:00.000Z' as Instant);
  hub = await openTestHub(folders.next(), folders.log, clock);
  await makeSchool(hub, [asha, ben, cleo, dan], { asha: 2, dan: 1 });
});
afterEach(async () => {
  await hub.close();
  await folders.clean();
});

const rowIn: HubReader['row'] = (view, id) => viewReaderOf(hub.parts.views.store).row(view, id);
const asks = (mentee: PersonId, id: string, mentor = asha) =>
  must(hub, mentee, 'RequestMentoring', { ...asking(mentor, mentee, id), times: [tuesday, thursday] });
const accept = (id: string, mentorship: string, meeting: string, mentor: PersonId = asha, time = tuesday) =>
  hub.parts.dispatcher.dispatch(envelopeOf('AcceptRequest', { mentor, request: id, mentorship, first: first(meeting, time) }), mentor);
/** A yes starts a mentorship, and that books the meeting: one is followed after the other. */
const settled = async () => {
  for (const _ of ['yes', 'start', 'booking']) await hub.parts.reactors.settled();
  const events = await hub.parts.log.readStream('meeting-x-1' as StreamId);
  const last = events.at(-1);
  if (last) await hub.parts.views.caughtUp(last.position);
};

describe('a yes that names a time', () => {
  test('books the first meeting with an agenda, once, from however many processes it is followed', async () => {
    const other = await openTestHub(folders.next(), folders.log, clock);
    await asks(ben, 'r-1');
    expect(await accept('r-1', 'm-1', 'x-1')).toMatchObject({ outcome: 'accepted' });
    await settled();
    await other.parts.reactors.settled();
    await other.close();
    const events = await hub.parts.log.readStream('meeting-x-1' as StreamId);
    expect(events.map(({ type }) => type)).toEqual(['MeetingBooked', 'AgendaSet']);
    expect(events[0]).toMatchObject({ actor: HUB, data: { mentorship: 'm-1', by: asha, time: tuesday, withYes: true } });
    expect(rowIn('meeting', 'x-1')).toMatchObject({ status: 'booked', mentor: asha, mentee: ben, format: 'in-person' });
    expect(rowIn('meeting-content', 'x-1')?.agenda?.items[0]?.title).toBe('Get to know each other');
    expect(rowIn('request', 'r-1')).toMatchObject({ status: 'accepted', mentorship: 'm-1', first: { meeting: 'x-1' } });
  });

  test('is booked after a stop between the yes and what follows, even when its time has come by then', async () => {
    await asks(ben, 'r-1');
    // No reactor runs between the two: what follows is left to the next process.
    await hub.parts.reactors.close();
    expect(await accept('r-1', 'm-1', 'x-1')).toMatchObject({ outcome: 'accepted' });
    await hub.close();
    clock.set('2026-03-10T16:00:00.000Z');
    hub = await openTestHub(folders.next(), folders.log, clock);
    await settled();
    expect((await hub.parts.log.readStream('meeting-x-1' as StreamId)).map(({ type }) => type)).toEqual(['MeetingBooked', 'AgendaSet']);
  });

  test('is refused where either has said yes to another for that time; without it the request can still be accepted', async () => {
    await asks(ben, 'r-1');
    await asks(cleo, 'r-2');
    await must(hub, ben, 'RequestMentoring', { ...asking(dan, ben, 'r-3'), times: [tuesday] });
    expect(await accept('r-1', 'm-1', 'x-1')).toMatchObject({ outcome: 'accepted' });
    await settled();
    // Asha has another mentee then; Ben has another mentor then.
    expect(await accept('r-2', 'm-2', 'x-2')).toMatchObject({ outcome: 'rejected', code: 'MEETING.CLASH', field: 'first' });
    expect(await accept('r-3', 'm-3', 'x-3', dan)).toMatchObject({ outcome: 'rejected', code: 'MEETING.CLASH' });
    expect(await accept('r-2', 'm-2', 'x-2', asha, thursday)).toMatchObject({ outcome: 'accepted' });
  });

  test('is refused at once, before the first of the two is booked', async () => {
    await asks(ben, 'r-1');
    await asks(cleo, 'r-2');
    await hub.parts.reactors.close();
    const position = await must(hub, asha, 'AcceptRequest', { mentor: asha, request: 'r-1', mentorship: 'm-1', first: first('x-1') });
    await hub.parts.views.caughtUp(position);
    expect(await accept('r-2', 'm-2', 'x-2')).toMatchObject({ outcome: 'rejected', code: 'MEETING.CLASH' });
  });

  test('is refused for a time gone by, and the mentor’s screen offers it no more', async () => {
    await asks(ben, 'r-1');
    const cookie = await cookieOf(hub, asha);
    const times = async () =>
      (await request(hub.server).get('/api/requests/r-1/reasons').set('Cookie', cookie).expect(200)).body.times as unknown;
    expect(await times()).toEqual([tuesday, thursday]);
    clock.set('2026-03-10T15:41:00.000Z');
    expect(await accept('r-1', 'm-1', 'x-1')).toMatchObject({ outcome: 'rejected', code: 'MEETING.IN_THE_PAST' });
    const later = await cookieOf(hub, asha);
    const left = (await request(hub.server).get('/api/requests/r-1/reasons').set('Cookie', later).expect(200)).body as { times: unknown };
    expect(left.times).toEqual([thursday]);
    expect(await accept('r-1', 'm-1', 'x-1', asha, thursday)).toMatchObject({ outcome: 'accepted' });
  });

  test('cannot take the meeting of another pair', async () => {
    await asks(ben, 'r-1');
    await asks(cleo, 'r-2');
    await accept('r-1', 'm-1', 'x-1');
    await settled();
    expect(await accept('r-2', 'm-2', 'x-1', asha, thursday)).toMatchObject({ outcome: 'rejected', field: 'first' });
  });
});
