import type { PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { filesIn } from '../app/files-in.testing.js';
import { asking } from '../app/hub.testing.js';
import { allFollowUps } from './all-reactors.js';
import { clockWork } from './clock-work.js';
import { HubOverDays } from './hub-over-days.testing.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];

let days: HubOverDays;

beforeEach(async () => {
  days = await HubOverDays.begin('2026-03-02', ['asha', 'ben', 'cleo'], { asha: 1, cleo: 1 });
});
afterEach(() => days.end());

const rowIn: HubReader['row'] = (view, id) => days.row(view, id);
const rowsIn: HubReader['rows'] = (view, where) => days.rows(view, where);

/** A pair that has signed and held a meeting of 45 minutes which both recorded. */
async function pairThatMet(): Promise<void> {
  const data = asking('asha', 'ben');
  await days.must(ben, 'RequestMentoring', data);
  await days.must(asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-1' });
  await days.until(() => rowIn('mentorship', 'm-1') !== undefined);
  const terms = { purpose: '', frequency: 'weekly', minutes: 45, format: 'either', confidentiality: '', reviewOn: '2026-05-01' };
  await days.must(asha, 'ProposeAgreement', { mentorship: 'm-1', agreement: 'a-1', terms });
  await days.must(ben, 'SignAgreement', { mentorship: 'm-1', agreement: 'a-1' });
  await book('x-1', '2026-03-03T15:00:00.000Z');
  days.clock.set('2026-03-03T16:00:00.000Z');
  await days.must(asha, 'CloseMeeting', { meeting: 'x-1', took: true, minutes: 45, actions: [], carryOver: [] });
  await days.must(ben, 'RecordAttendance', { meeting: 'x-1', took: true, minutes: 50 });
}
const meetingAt = (startsAt: string) => ({ mentorship: 'm-1', format: 'online', place: '', time: { startsAt, minutes: 45 } });
const book = (meeting: string, startsAt: string) => days.must(ben, 'BookMeeting', { meeting, ...meetingAt(startsAt) });

describe('what follows of itself', () => {
  test('[R10] a meeting that both recorded is credited to both, once, whoever hears of it', async () => {
    const other = await days.another();
    await pairThatMet();
    await days.until(() => rowsIn('cpd', { person: 'asha' }).length === 1 && rowsIn('cpd', { person: 'ben' }).length === 1);
    await other.close();
    for (const person of ['asha', 'ben']) {
      const credited = (await days.hub.parts.log.readStream(`growth-${person}` as StreamId)).filter(({ type }) => type === 'CpdCredited');
      expect(credited).toMatchObject([{ actor: HUB, data: { minutes: 45 }, causationId: expect.any(String) }]);
    }
  });

  test('[R8] an end releases the place and cancels what was still to come', async () => {
    await pairThatMet();
    await book('x-2', '2026-03-10T15:00:00.000Z');
    expect(rowIn('caseload', 'asha')).toMatchObject({ taken: expect.anything() });
    await days.must(ben, 'EndMentorship', { mentorship: 'm-1', reason: '', wantsAnother: true });
    await days.until(() => rowIn('meeting', 'x-2')?.status === 'cancelled');
    expect(rowIn('meeting', 'x-1')?.status).toBe('closed');
    await days.until(() => rowIn('mentorship', 'm-1')?.status === 'ended');
    await days.until(() => rowIn('caseload', 'asha')?.taken === 0);
    const data = asking('asha', 'cleo');
    await days.must('cleo' as PersonId, 'RequestMentoring', data);
    await days.must(asha, 'AcceptRequest', { mentor: 'asha', request: data.request, mentorship: 'm-2' });
  });

  test('[R5] a mentee who excludes the mentor whom they asked is withdrawn from them; what others asked stays', async () => {
    const [bens, cleos] = [asking('asha', 'ben', 'r-ben'), asking('asha', 'cleo', 'r-cleo')];
    await days.must(ben, 'RequestMentoring', bens);
    await days.must('cleo' as PersonId, 'RequestMentoring', cleos);
    await days.must(ben, 'ExcludePerson', { person: 'ben', other: 'asha' });
    await days.until(() => rowIn('request', 'r-ben')?.status === 'withdrawn');
    expect(rowIn('request', 'r-cleo')?.status).toBe('open');
  });

  test('[R8] both complete it; with one meeting they are given a record of participation, whose figures are those of the record', async () => {
    await pairThatMet();
    await days.must(ben, 'ProposeCompletion', { mentorship: 'm-1' });
    await days.must(asha, 'CompleteMentorship', { mentorship: 'm-1' });
    await days.until(() => rowsIn('credential', { mentorship: 'm-1' }).length === 2);
    const [record] = rowsIn('credential', { person: 'ben' });
    expect(record).toMatchObject({
      kind: 'participation',
      issuerName: 'Hillside School',
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{10}$/),
      achievement: { as: 'mentee', from: '2026-03-02', to: '2026-03-03', meetings: 1, minutes: 45, goalsAchieved: 0 },
    });
  });

  test('[R8] a meeting that both confirm after the end raises the record to a certificate, under the code it had', async () => {
    await days.must(HUB, 'ChangeInstitutionSettings', {
      institution: 'hillside',
      settings: { requestWindowDays: 5, discoverableBeyond: true, certificateMeetings: 2, certificateMinutes: 60 },
    });
    await pairThatMet();
    await book('x-2', '2026-03-04T15:00:00.000Z');
    days.clock.set('2026-03-04T16:00:00.000Z');
    await days.must(asha, 'CloseMeeting', { meeting: 'x-2', took: true, minutes: 40, actions: [], carryOver: [] });
    await days.must(ben, 'ProposeCompletion', { mentorship: 'm-1' });
    await days.must(asha, 'CompleteMentorship', { mentorship: 'm-1' });
    await days.until(() => rowsIn('credential', { mentorship: 'm-1' }).length === 2);
    const before = rowsIn('credential', { mentorship: 'm-1' });
    expect(before.map(({ kind }) => kind)).toEqual(['participation', 'participation']);
    await days.must(ben, 'RecordAttendance', { meeting: 'x-2', took: true, minutes: 40 });
    await days.until(() => rowsIn('credential', { mentorship: 'm-1' }).every(({ kind }) => kind === 'certificate'));
    const after = rowsIn('credential', { mentorship: 'm-1' });
    expect(after).toMatchObject([{ achievement: { meetings: 2, minutes: 85 } }, { achievement: { meetings: 2, minutes: 85 } }]);
    expect(after.map(({ code }) => code).sort()).toEqual(before.map(({ code }) => code).sort());
  });

  test('[R8] the clock reminds the one who was asked, and completes it once five school days have passed', async () => {
    await pairThatMet();
    await days.must(ben, 'ProposeCompletion', { mentorship: 'm-1' });
    expect(rowIn('mentorship', 'm-1')?.completion).toEqual({ by: 'ben', agreeBy: '2026-03-10', reminded: false });
    for (const [day, holds] of [
      ['2026-03-06', () => rowIn('mentorship', 'm-1')?.completion?.reminded === true],
      ['2026-03-11', () => rowIn('mentorship', 'm-1')?.status === 'completed'],
    ] as const) {
      await days.onDay(day);
      await days.until(holds);
    }
    const completed = (await days.hub.parts.log.readStream('mentorship-m-1' as StreamId)).filter(
      ({ type }) => type === 'MentorshipCompleted',
    );
    expect(completed).toMatchObject([{ actor: HUB, data: { by: HUB } }]);
  });

  test('[R8] a mentor who pauses answers nobody late: open requests go on at once, and who is mentored carries on', async () => {
    await days.must(HUB, 'ChangeCapacity', { mentor: 'asha', places: 2 });
    await pairThatMet();
    const cleos = asking('asha', 'cleo', 'r-cleo');
    await days.must('cleo' as PersonId, 'RequestMentoring', cleos);
    await days.must(asha, 'PauseMentoring', { person: 'asha', until: null });
    await days.until(() => rowIn('request', 'r-cleo')?.status === 'declined');
    expect(rowIn('request', 'r-cleo')).toMatchObject({ reason: '', because: 'not-taking-new-mentees' });
    expect(rowIn('mentorship', 'm-1')).toMatchObject({ status: 'active', mentorLeftAt: null });
  });

  test('[R8] a mentor who leaves the school comes to the desk of the mentee’s coordinator; the mentorship stays the pair’s', async () => {
    await pairThatMet();
    await days.must(HUB, 'RemoveMember', { institution: 'hillside', person: 'asha' });
    await days.until(() => rowsIn('handover', { mentee: 'ben' }).length === 1);
    expect(rowsIn('handover', { mentee: 'ben' })).toMatchObject([
      { mentorship: 'm-1', mentor: 'asha', mentee: 'ben', institution: 'hillside', since: '2026-03-03', next: 'decide' },
    ]);
    expect(rowIn('mentorship', 'm-1')?.status).toBe('active');
    await days.must(ben, 'SettleHandover', { mentorship: 'm-1' });
    await days.until(() => rowsIn('handover', { mentee: 'ben' }).length === 0);
  });

  test('[R4] the clock reminds, then lapses, and the request goes on to the next whom the mentee named', async () => {
    const data = asking('asha', 'ben', 'r-1', ['cleo']);
    await days.must(ben, 'RequestMentoring', data);
    await days.must(HUB, 'ChangeCapacity', { mentor: 'cleo', places: 2 });
    const other = await days.another();
    await other.close();
    const { remindOn, answerBy } = rowIn('request', 'r-1') ?? {};
    expect([remindOn, answerBy]).toEqual([expect.any(String), '2026-03-09']);
    await days.onDay(String(remindOn));
    await days.until(() => rowIn('request', 'r-1')?.reminded === true);
    await days.onDay('2026-03-10');
    await days.until(() => rowsIn('request', { mentor: 'cleo', status: 'open' }).length === 1);
    expect(rowIn('request', 'r-1')?.status).toBe('lapsed');
    expect(rowsIn('request', { mentor: 'cleo' })).toMatchObject([{ mentee: 'ben', note: data.note }]);
  });
});

describe('[R4] closures that are set while a request waits', () => {
  test('move its last day, and it lapses after that one', async () => {
    await days.must(ben, 'RequestMentoring', asking('asha', 'ben', 'r-1'));
    await days.until(() => rowIn('request', 'r-1')?.answerBy === '2026-03-09');
    const closures = [{ from: '2026-03-05', to: '2026-03-06', why: 'Snow' }];
    await days.must(HUB, 'SetCalendar', { institution: 'hillside', terms: [], closures });
    await days.until(() => rowIn('request', 'r-1')?.answerBy === '2026-03-11');
    await days.must(HUB, 'SetCalendar', { institution: 'hillside', terms: [], closures: [] });
    const lapse = { type: 'LapseRequest', data: { mentor: 'asha', request: 'r-1' } };
    days.clock.set('2026-03-11T10:00:00.000Z');
    expect(await days.dispatch(HUB, lapse.type, lapse.data)).toMatchObject({ code: 'REQUEST.NOT_DUE' });
    days.clock.set('2026-03-12T10:00:00.000Z');
    await days.must(HUB, lapse.type, lapse.data);
    await days.until(() => rowIn('request', 'r-1')?.status === 'lapsed');
  });
});

describe('[R9] what is paused until a day', () => {
  test('is paused no more on that day: the mentor is suggested and found again, and the pair can book', async () => {
    await pairThatMet();
    await days.must(HUB, 'ChangeCapacity', { mentor: 'asha', places: 3 });
    await days.must(asha, 'PauseMentoring', { person: 'asha', until: '2026-03-20' });
    await days.must(ben, 'PauseMentorship', { mentorship: 'm-1', until: '2026-03-20' });
    await days.until(() => rowIn('mentorship', 'm-1')?.status === 'paused');
    await days.onDay('2026-03-19');
    expect(clockWork(dayOf(days.clock.now()), days.look())).toEqual([]);
    expect(rowIn('directory', 'asha')).toMatchObject({ paused: { until: '2026-03-20' } });
    await days.onDay('2026-03-20');
    await days.until(() => rowIn('mentorship', 'm-1')?.status === 'active');
    await days.until(() => rowIn('directory', 'asha')?.paused === null);
    await book('x-2', '2026-03-24T15:00:00.000Z');
  });
});

describe('[R6] a mentor who becomes the mentee’s line manager or induction tutor', () => {
  const line = (lineManager: string | null, inductionTutor: string | null = null) =>
    days.must(HUB, 'SetReportingLine', { institution: 'hillside', person: 'ben', lineManager, inductionTutor });
  const statusIs = (status: string) => days.until(() => rowIn('mentorship', 'm-1')?.status === status);
  const give = (by: PersonId, type: string, data: unknown) => days.dispatch(by, type, data);

  test('is told no more in confidence: the mentorship rests until the line is lifted', async () => {
    await pairThatMet();
    await days.must(ben, 'SaveNotes', { meeting: 'x-1', edition: 0, text: 'Between the two of us' });
    const written = await days.must(ben, 'WriteReflection', {
      ...{
        person: 'ben',
        reflection: 'f-1',
        mentorship: 'm-1',
        meeting: null,
        prompt: null,
        statements: [],
        title: 'Mine',
        text: 'Mine alone',
      },
    });
    await days.hub.parts.views.caughtUp(written);
    const audiences = () =>
      ['meeting', 'reflection'].map((view) => days.hub.parts.views.store.get(view, view === 'meeting' ? 'x-1' : 'f-1')?.audience);
    const before = audiences();
    await line('asha', 'asha');
    await statusIs('paused');
    expect(rowIn('mentorship', 'm-1')).toMatchObject({ pausedUntil: null, pausedWhy: 'reporting-line' });
    expect(JSON.stringify(rowIn('pairing', 'm-1'))).not.toContain('line');
    expect(audiences()).toEqual(before);
    for (const by of [asha, ben])
      expect(await give(by, 'ResumeMentorship', { mentorship: 'm-1' })).toMatchObject({ code: 'MENTORSHIP.IN_REPORTING_LINE' });
    expect(await give(ben, 'BookMeeting', { ...meetingAt('2026-03-10T15:00:00.000Z'), meeting: 'x-2' })).toMatchObject({
      code: 'PAIR.KEPT_APART',
    });
    for (const [type, data] of [
      ['SaveNotes', { meeting: 'x-1', edition: 1, text: 'More, between the two of us' }],
      ['ShareReflection', { person: 'ben', reflection: 'f-1', with: 'pair' }],
    ] as const)
      expect([type, await give(ben, type, data)]).toMatchObject([type, { code: 'PAIR.KEPT_APART' }]);
    await days.hub.parts.views.caughtUp(await line('cleo'));
    await days.must(ben, 'ResumeMentorship', { mentorship: 'm-1' });
    await statusIs('active');
  });

  test('is caught too where the line was set while the mentorship was about to start', async () => {
    await line(null, 'asha');
    const look = days.look();
    await days.until(() => rowIn('membership', 'ben')?.memberships[0]?.inductionTutor === 'asha');
    const started = happened('MentorshipStarted', {
      ...{ mentorship: 'm-9', mentor: 'asha', mentee: 'ben', request: null, aims: [] },
    });
    const follows = allFollowUps(started, { look, now: () => days.clock.now(), secret: () => '' });
    expect(follows).toMatchObject([{ type: 'PauseMentorship', data: { mentorship: 'm-9', until: null } }]);
  });
});

describe('somebody who is erased', () => {
  test('[R9] leaves no word in any file, and what was open is closed', async () => {
    await pairThatMet();
    await days.must(ben, 'RenamePerson', { person: 'ben', name: 'Zebedee Canary' });
    const position = await days.must(ben, 'WriteReflection', {
      ...{ person: 'ben', reflection: 'f-1', mentorship: 'm-1', meeting: null, prompt: null, statements: [] },
      ...{ title: 'A canary title', text: 'A canary sang in my lesson.' },
    });
    await days.hub.parts.views.caughtUp(position);
    expect(rowIn('reflection', 'f-1')).toMatchObject({ text: 'A canary sang in my lesson.' });
    await days.hub.parts.reactors.doneTo(await days.must(ben, 'ErasePerson', { person: 'ben' }));
    await days.until(() => rowIn('mentorship', 'm-1')?.status === 'ended');
    await days.stop();
    const found = await filesHolding([days.folder, days.folders.log], ['Zebedee', 'canary', 'ben@hillside.example']);
    await days.startAt();
    expect(found).toEqual([]);
    expect(rowIn('person', 'ben')).toMatchObject({ name: '' });
    const words = (await days.hub.parts.log.readStream('growth-ben' as StreamId)).filter(({ type }) => type === 'ReflectionWritten');
    expect(words).toMatchObject([{ data: { title: '', text: '' } }]);
  });
});

async function filesHolding(roots: readonly string[], words: readonly string[]): Promise<readonly string[]> {
  const files = (await Promise.all(roots.map(filesIn))).flat();
  return files.flatMap(({ path, bytes }) => words.flatMap((word) => (bytes.includes(word) ? [`${path}: ${word}`] : [])));
}
