import type { Day, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { HubViews } from '@alongside/projections/views/index.js';
import { asking } from '../app/hub.testing.js';
import { clockWork } from './clock-work.js';
import { HubOverDays } from './hub-over-days.testing.js';

const [asha, ben, helen] = ['asha', 'ben', 'helen'] as [PersonId, PersonId, PersonId];
const of = { mentorship: 'm-1' };

let days: HubOverDays;

beforeEach(async () => {
  days = await HubOverDays.begin('2026-03-02', ['asha', 'ben', 'helen'], { asha: 1 });
  await days.must(HUB, 'GrantRole', { institution: 'hillside', person: 'helen', role: 'coordinator' });
  const data = asking('asha', 'ben');
  await days.must(ben, 'RequestMentoring', data);
  await days.must(asha, 'AcceptRequest', { mentor: 'asha', request: data.request, ...of });
  await days.until(() => rowIn('mentorship') !== undefined);
});
afterEach(() => days.end());

const rowIn = <Name extends keyof HubViews = 'mentorship'>(view = 'mentorship' as Name, id = 'm-1') => days.row(view, id);
const dispatch = (by: PersonId, type: string, data: unknown = of) => days.dispatch(by, type, data);
const noticesTo = (person: string) => days.rows('notice', { person }).map(({ type }) => type);
const endings = async () =>
  (await days.hub.parts.log.readStream('mentorship-m-1' as StreamId)).filter(({ type }) => type === 'MentorshipEnded');

const suggest = () => days.must(helen, 'ProposeClosing', of);

describe('[R8] a pair that its coordinator suggests ending', () => {
  test('is asked only where the record calls it silent, by a coordinator of the mentee who is not one of the two', async () => {
    days.clock.set('2026-03-15T09:00:00.000Z');
    expect(await dispatch(helen, 'ProposeClosing')).toMatchObject({ code: 'MENTORSHIP.NOT_SILENT' });
    days.clock.set('2026-03-16T09:00:00.000Z');
    for (const one of [asha, ben]) expect(await dispatch(one, 'ProposeClosing')).toMatchObject({ code: 'COMMAND.NOT_ALLOWED' });
    await suggest();
    expect(rowIn()).toMatchObject({ closing: { by: 'helen', because: 'not-meeting', continueBy: '2026-03-23' } });
    expect(rowIn('pairing')).toMatchObject({ closesAfter: '2026-03-23', status: 'trial' });
  });

  test('ends after five school days without a reply, for both and blaming neither, and the mentor has space again', async () => {
    days.clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    await days.onDay('2026-03-23');
    expect(clockWork('2026-03-23' as Day, days.look())).toEqual([]);
    expect(rowIn()?.status).toBe('trial');
    await days.onDay('2026-03-24');
    await days.until(() => rowIn()?.status === 'ended');
    expect(await endings()).toMatchObject([{ actor: HUB, data: { by: HUB, because: 'not-meeting', reason: '' } }]);
    await days.until(() => rowIn('caseload', 'asha')?.taken === 0);
    await days.hub.parts.reactors.settled();
    expect(rowIn('pairing')).toMatchObject({ status: 'ended', closesAfter: null });
    const told = days.rows('notice', { person: 'ben' });
    expect(told.map(({ type }) => type)).toContain('MentorshipEnded');
  });

  test('goes on once one of the two continues, or books a meeting', async () => {
    days.clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    await days.must(ben, 'DeclineClosing', of);
    expect(rowIn()?.closing).toBeNull();
    expect(noticesTo('helen')).toContain('ClosingDeclined');
    expect(await dispatch(helen, 'ProposeClosing')).toMatchObject({ code: 'MENTORSHIP.CONTINUES' });
    days.clock.set('2026-04-13T09:00:00.000Z');
    await suggest();
    const time = { startsAt: '2026-04-20T15:00:00.000Z', minutes: 45 };
    await days.must(asha, 'BookMeeting', { meeting: 'x-1', ...of, format: 'online', place: '', time });
    await days.until(() => rowIn()?.closing === null);
    expect(days.rows('due', { kind: 'close' })).toEqual([]);
    expect(rowIn('meeting', 'x-1')?.status).toBe('booked');
    await days.until(() => noticesTo('helen').includes('ClosingLifted'));
  });

  test('[R6] is never asked by a coordinator who has come to manage the mentee, and one who asked before that hears no more of it', async () => {
    days.clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    const line = { institution: 'hillside', person: 'ben', lineManager: 'helen', inductionTutor: null };
    await days.must(HUB, 'SetReportingLine', line);
    await days.must(ben, 'DeclineClosing', of);
    expect(noticesTo('helen')).not.toContain('ClosingDeclined');
    days.clock.set('2026-04-20T09:00:00.000Z');
    for (const [type, data] of [
      ['ProposeClosing', of],
      ['SuggestMentors', { message: 'w-1', to: 'ben', mentors: ['asha'], text: '' }],
    ] as const)
      expect({ type, ...(await dispatch(helen, type, data)) }).toMatchObject({ type, code: 'COMMAND.NOT_ALLOWED' });
  });

  test('[R4] has the days that its school turns out to be shut added', async () => {
    days.clock.set('2026-03-16T09:00:00.000Z');
    await suggest();
    const closures = [{ from: '2026-03-19', to: '2026-03-20', why: 'Snow' }];
    await days.must(HUB, 'SetCalendar', { institution: 'hillside', terms: [], closures });
    await days.until(() => rowIn()?.closing?.continueBy !== '2026-03-23');
    expect(rowIn()).toMatchObject({ closing: { continueBy: '2026-03-25' } });
  });
});
