import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { jest } from '@jest/globals';
import request from 'supertest';
import type { CommandId, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import type { NewEvent } from '@alongside/domain/kernel/event-store.js';
import { asParticipants } from '@alongside/domain/mentorships/participants.js';
import { plusMinutes } from '@alongside/domain/uk/uk-time.js';
import { eventLogFile } from '../event-store/open.js';
import { SqliteEventStore } from '../event-store/sqlite/sqlite-event-store.js';
import type { Hub } from './create-hub.js';
import { cookieOf, openTestHub, TestClock, testFolders } from './hub.testing.js';

jest.setTimeout(120_000);

interface Written extends NewEvent {
  readonly stream: StreamId;
  readonly data: { readonly [Field in string]?: unknown };
}
/** The beginning of the log of `older-log.int.spec.ts`, in which one meeting was confirmed. Its personal fields are in the clear, as they may stand. */
const EVENTS = 1_600;
const written = gunzipSync(readFileSync(new URL('../../projections/testing/older-logs/version-1.ndjson.gz', import.meta.url)))
  .toString()
  .split('\n', EVENTS)
  .map((line, n): Written => ({ ...(JSON.parse(line) as Written), commandId: `older-${n}` as CommandId }));
const firstOf = (type: string, about: (event: Written) => boolean = () => true): Written => {
  const found = written.find((event) => event.type === type && about(event));
  if (!found) throw new Error(`The log has no ${type}.`);
  return found;
};

describe('a hub that is opened on the log of an older one', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let hub: Hub;

  beforeAll(async () => {
    folders = await testFolders();
    const store = await SqliteEventStore.open(eventLogFile(folders.log));
    for (let from = 0, to = 0; from < written.length; from = to) {
      const stream = written[from]?.stream as StreamId;
      while (written[to]?.stream === stream) to += 1;
      if (!(await store.append(stream, 'any', written.slice(from, to))).ok) throw new Error(`${stream} was not written.`);
    }
    await store.close();
    const last = written.at(-1) as Written;
    hub = await openTestHub(folders.next(), folders.log, new TestClock(plusMinutes(last.at, 60)));
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  const confirmed = firstOf('MeetingConfirmed');
  const { meeting, mentorship } = confirmed.data as { meeting: string; mentorship: string };
  const started = firstOf('MentorshipStarted', ({ data }) => data['mentorship'] === mentorship);
  const { mentor, mentee } = started.data as { mentor: PersonId; mentee: PersonId };
  const read = async (path: string, person: PersonId) =>
    request(hub.server)
      .get(path)
      .set('Cookie', await cookieOf(hub, person));

  test('keeps its events as they were written, and reads them in today’s form', async () => {
    const [first] = await hub.parts.log.readStream(started.stream);
    expect(first).toMatchObject({ type: 'MentorshipStarted', version: 1, data: { participants: asParticipants({ mentor, mentee }) } });
  });

  test.each([mentor, mentee])('answers %s with the rows of their mentorship and its meetings', async (person) => {
    const pair = await read(`/api/views/mentorship/${mentorship}`, person);
    expect([pair.status, pair.body.row?.data]).toEqual([200, expect.objectContaining({ mentorship, mentor, mentee })]);
    const held = await read(`/api/views/meeting/${meeting}`, person);
    expect([held.status, held.body.row?.data]).toEqual([
      200,
      expect.objectContaining({ meeting, mentor, mentee, status: 'closed', confirmedMinutes: confirmed.data['minutes'] }),
    ]);
  });

  test('gives nobody else the row, and goes on with the mentorship', async () => {
    const other = firstOf('PersonJoined', ({ data }) => data['person'] !== mentor && data['person'] !== mentee).data['person'] as PersonId;
    expect((await read(`/api/views/meeting/${meeting}`, other)).status).toBe(404);
    const cookie = await cookieOf(hub, mentee);
    const time = { startsAt: plusMinutes(hub.parts.clock.now(), 3 * 24 * 60), minutes: 45 };
    const data = { meeting: 'new-meeting', mentorship, format: 'online', place: '', times: [time] };
    const sent = { commandId: 'new-command', type: 'ProposeMeeting', stampedAt: hub.parts.clock.now(), data };
    const said = await request(hub.server).post('/api/commands').set('Cookie', cookie).set('x-alongside', '1').send(sent);
    expect(said.body).toMatchObject({ outcome: 'accepted' });
    const events = await hub.parts.log.readStream('meeting-new-meeting' as StreamId);
    expect(events[0]).toMatchObject({ type: 'MeetingProposed', version: 2, data: { participants: asParticipants({ mentor, mentee }) } });
  });
});
