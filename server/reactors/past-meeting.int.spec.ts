import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Hub } from '../app/create-hub.js';
import { asking, envelopeOf, makeSchool, must, openTestHub, TestClock, testFolders, until } from '../app/hub.testing.js';
import { viewReaderOf } from '../queries/live-views.js';

const [asha, ben, cleo] = ['asha', 'ben', 'cleo'] as [PersonId, PersonId, PersonId];

describe('a meeting that nobody booked', () => {
  let folders: Awaited<ReturnType<typeof testFolders>>;
  let clock: TestClock;
  let hub: Hub;
  const look = () => viewReaderOf(hub.parts.views.store);
  const past = {
    ...{ mentorship: 'm-1', format: 'in-person', place: 'The corridor', startsAt: '2026-03-03T10:50:00.000Z', minutes: 15 },
    ...{ notes: 'Seating plans', actions: [{ action: 'a-1', owner: 'ben', title: 'Try a new plan with 9C', due: null }] },
  };
  const tried = async (by: PersonId, data: object) => {
    const answer = await hub.parts.dispatcher.dispatch(envelopeOf('RecordPastMeeting', data), by);
    return answer.outcome === 'rejected' ? answer.code : answer.outcome;
  };
  /** Settles once the mentorship that follows an acceptance is there. */
  const started = (mentorship: string) => until(hub, () => look().row('mentorship', mentorship) !== undefined);
  const notices = (person: string) =>
    look()
      .rows('notice', { person })
      .map(({ type, email }) => ({ type, email }));

  beforeAll(async () => {
    folders = await testFolders();
    clock = new TestClock('2026-03-02T09:00:00.000Z' as Instant);
    hub = await openTestHub(folders.next(), folders.log, clock);
    await makeSchool(hub, ['asha', 'ben', 'cleo'], { asha: 1 });
    await must(hub, ben, 'RequestMentoring', asking('asha', 'ben', 'r-1'));
    await must(hub, asha, 'AcceptRequest', { mentor: 'asha', request: 'r-1', mentorship: 'm-1' });
    await started('m-1');
    clock.set('2026-03-03T12:00:00.000Z');
  });
  afterAll(async () => {
    await hub.close();
    await folders.clean();
  });

  test('must be over, of the two, and within their mentorship', async () => {
    expect(await tried(cleo, { ...past, meeting: 'x-0' })).toBe('COMMAND.NOT_ALLOWED');
    expect(await tried(ben, { ...past, meeting: 'x-0', startsAt: '2026-03-03T13:00:00.000Z' })).toBe('MEETING.NOT_YET');
    expect(await tried(ben, { ...past, meeting: 'x-0', startsAt: '2026-02-27T10:50:00.000Z' })).toBe('MEETING.BEFORE_MENTORSHIP');
    expect(await tried(ben, { ...past, meeting: 'x-0', minutes: 0 })).toBe('COMMAND.INVALID');
  });

  test('is held, with its notes and actions, and the other is asked to confirm it: no booking is told', async () => {
    await hub.parts.views.caughtUp(await must(hub, ben, 'RecordPastMeeting', { ...past, meeting: 'x-1' }));
    expect(look().row('meeting', 'x-1')).toMatchObject({
      ...{ status: 'closed', took: true, confirmedMinutes: null, place: 'The corridor' },
    });
    expect(look().row('meeting-content', 'x-1')).toMatchObject({ notes: { text: 'Seating plans' } });
    expect(look().row('mentorship', 'm-1')).toMatchObject({ meetingsHeld: 1, meetingsConfirmed: 0, minutes: 0 });
    expect(look().row('action', 'a-1')).toMatchObject({ owner: 'ben', title: 'Try a new plan with 9C' });
    expect(notices('asha')).toContainEqual({ type: 'MeetingClosed', email: true });
    expect([...notices('asha'), ...notices('ben')].map(({ type }) => type)).not.toContain('MeetingBooked');
  });

  test('[R10] takes no time twice, whoever of the two records it', async () => {
    expect(await tried(asha, { ...past, meeting: 'x-2', actions: [] })).toBe('MEETING.MET_ALREADY');
  });

  test('[R10] counts for both once the other has confirmed it', async () => {
    expect(look().rows('cpd', { person: 'ben' })).toHaveLength(0);
    await hub.parts.views.caughtUp(await must(hub, asha, 'RecordAttendance', { meeting: 'x-1', took: true, minutes: 10 }));
    expect(look().row('mentorship', 'm-1')).toMatchObject({ meetingsConfirmed: 1, minutes: 10 });
  });

  test('is recorded no more once the mentorship is over', async () => {
    await hub.parts.views.caughtUp(await must(hub, ben, 'EndMentorship', { mentorship: 'm-1', reason: '', wantsAnother: false }));
    expect(await tried(ben, { ...past, meeting: 'x-3', startsAt: '2026-03-03T11:30:00.000Z', actions: [] })).toBe(
      'MEETING.MENTORSHIP_OVER',
    );
  });
});
