import { COUNTED, happened, given, type Told } from '../testing/given-events.js';
import { seededRandom } from '../testing/seeded-random.js';
import { FAMILIES, FIGURES, ledgerOf, medianOf } from './figures.js';
import { outsideId } from './outside-id.js';
import { overviewView, pastId, type OverviewFigure } from './overview.view.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';

const school: Told = { institutions: ['oakfield'] };
const on = (day: string, time = '12:00:00.000'): Told => ({ ...school, at: `${day}T${time}Z` });
const many = <T>(count: number, make: (n: number) => readonly T[]): readonly T[] => Array.from({ length: count }, (_, n) => make(n)).flat();
const joined = (n: number) => happened('MemberJoined', { institution: 'oakfield', person: `p${n}`, from: '2025-09-01' }, school);
const started = (n: number, told: Told = school) =>
  happened('MentorshipStarted', { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, request: null, aims: [] }, told);
const agreed = (n: number, told: Told = school) =>
  happened('MentorshipAgreed', { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, agreement: `a${n}` }, told);
const ended = (n: number, told: Told = school) =>
  happened('MentorshipEnded', { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: 'asha', reason: '', wantsAnother: false }, told);
const closed = (n: number, day: string, took = true) =>
  happened(
    'MeetingClosed',
    { meeting: `k${n}`, mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: `p${n}`, took, on: day, minutes: 45 },
    on(day),
  );
const asked = (n: number, told: Told = school, answerBy = '2026-03-09') =>
  happened(
    'MentoringRequested',
    {
      request: `r${n}`,
      mentor: 'asha',
      mentee: `p${n}`,
      note: '',
      aims: [],
      times: [],
      reserves: [],
      remindOn: answerBy,
      answerBy,
      counted: COUNTED,
    },
    told,
  );
const accepted = (n: number, told: Told) =>
  happened('RequestAccepted', { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, mentorship: `m${n}`, aims: [] }, told);

type Events = Parameters<typeof given>[1];
const figures = (events: Events, institution = 'oakfield') => given(overviewView, events).row(institution)?.figures;
/** What may leave the hub. */
const outside = (events: Events, institution = 'oakfield') => given(overviewView, events).row(outsideId(institution))?.figures;

describe('the overview of a programme', () => {
  test('[R7] exact figures are for coordinators and leaders of the institution and of its trust, whatever joins or leaves it', () => {
    const inTrust = { institution: 'oakfield', trust: 'riverbank' };
    const own = ['institution:oakfield#coordinators', 'institution:oakfield#leaders'];
    const trusts = ['institution:riverbank#coordinators', 'institution:riverbank#leaders'];
    const audience = (...events: Events) => given(overviewView, [started(1), ...events]).audience('oakfield');
    expect(audience()).toEqual(own);
    expect(audience(happened('TrustJoined', inTrust))).toEqual([...own, ...trusts]);
    expect(audience(happened('TrustJoined', inTrust), happened('TrustLeft', inTrust))).toEqual(own);
  });

  test('[R7] one pair is 1 and none is 0 to those who read it by name; administrators get what may leave the hub', () => {
    expect(figures([started(1)])).toMatchObject({
      pairs: 1,
      pairsOnTrial: 1,
      pairsActive: 0,
      pairsThatMet: 0,
      medianDaysToFirstMeeting: null,
    });
    expect(outside([started(1)])).toMatchObject({ pairs: null, pairsOnTrial: null });
  });

  describe('a day that is over', () => {
    const day = (events: Events, on: string) => given(overviewView, events).row(pastId('oakfield' as InstitutionId, on as Day))?.figures;
    const now = (events: Events) => given(overviewView, events).row('oakfield');

    test('is kept by the first change of a later day, and nobody is sent it', () => {
      const events = [started(1, on('2026-03-02')), started(2, on('2026-03-02', '18:00:00.000')), started(3, on('2026-03-05'))];
      expect(day(events.slice(0, 2), '2026-03-02')).toBeUndefined();
      expect(day(events, '2026-03-02')?.pairs).toBe(2);
      expect(now(events)).toMatchObject({ kind: 'now', day: '2026-03-05', figures: { pairs: 3 } });
      expect(given(overviewView, events).audience('oakfield:2026-03-02')).toEqual([]);
    });

    test('days turn at midnight in the United Kingdom', () => {
      expect(now([started(1, on('2026-07-01', '23:30:00.000'))])?.day).toBe('2026-07-02');
    });

    test('a clock that was wrong once leaves no day that lies ahead, and hides nothing after it', () => {
      const events = [started(1, on('2026-03-02')), started(2, on('2031-01-01')), started(3, on('2026-03-02', '18:00:00.000'))];
      const after = [...events, started(4, on('2026-03-03'))];
      expect([day(after, '2026-03-02')?.pairs, day(after, '2031-01-01')]).toEqual([3, undefined]);
      expect(now(after)).toMatchObject({ day: '2026-03-03', figures: { pairs: 4 } });
    });

    test('an event that changes no figure writes no row', () => {
      const before = given(overviewView, [started(1, on('2026-03-02'))])
        .everything()
        .get('oakfield');
      const kept = given(overviewView, [
        started(1, on('2026-03-02')),
        happened('MentorshipResumed', { mentorship: 'm1', by: 'asha' }, on('2026-03-09')),
      ]);
      expect(kept.everything().get('oakfield')).toEqual(before);
    });
  });

  test('[R7] five pairs are a figure, four are withheld', () => {
    expect(outside(many(5, (n) => [started(n)]))).toMatchObject({ pairsOnTrial: 5 });
    expect(outside(many(4, (n) => [started(n)]))).toMatchObject({ pairsOnTrial: null, pairs: null });
  });

  test('[R7] five pairs of one mentee are about one person', () => {
    const events = many(5, (n) => [
      happened('MentorshipStarted', { mentorship: `m${n}`, mentor: `p${n}`, mentee: 'ben', request: null, aims: [] }, school),
    ]);
    expect(outside(events)).toMatchObject({ pairsOnTrial: null });
  });

  test('pairs move between the figures as they stand', () => {
    const events = [...many(12, (n) => [started(n)]), ...many(6, (n) => [agreed(n)]), ...many(5, (n) => [ended(n + 6)])];
    expect(figures(events)).toMatchObject({ pairsOnTrial: 1, pairsActive: 6, pairsEndedEarly: 5, pairs: 12 });
  });

  test('[R4] an answer on the last day is in time, one on the day after is late', () => {
    const events = many(5, (n) => [asked(n), asked(n + 10)]);
    const inTime = many(5, (n) => [accepted(n, on('2026-03-09', '23:59:59.000'))]);
    const late = many(5, (n) => [accepted(n + 10, on('2026-03-10'))]);
    expect(figures([...events, ...inTime, ...late])).toMatchObject({
      requestsAnsweredInTime: 5,
      requestsNotInTime: 5,
      requestsOpen: 0,
    });
  });

  test('[R4] a request that lapsed was not answered in time', () => {
    const lapsed = (n: number) =>
      happened('RequestLapsed', { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, actsNext: 'mentor', next: null }, school);
    expect(figures(many(5, (n) => [asked(n), lapsed(n)]))).toMatchObject({ requestsNotInTime: 5 });
  });

  test('[R4] what the hub closes for a mentor is no reply, in time or not', () => {
    for (const because of ['not-taking-new-mentees', 'reporting-line', 'cannot-reply'] as const) {
      const released = (n: number, told: Told) =>
        happened('RequestDeclined', { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, reason: '', next: null, because }, told);
      for (const day of ['2026-03-06', '2026-03-12'])
        expect(figures(many(5, (n) => [asked(n), released(n, on(day))]))).toMatchObject({
          ...{ requestsAnsweredInTime: 0, requestsNotInTime: 0, requestsWithdrawn: 5 },
        });
    }
  });

  test('[R4] a mentor who wrote last has answered: neither a lapse nor a late yes is held against them', () => {
    const wrote = (n: number, from: string) =>
      happened(
        'RequestDiscussed',
        { request: `r${n}`, from, text: '', remindOn: '2026-03-09', answerBy: '2026-03-09', counted: COUNTED },
        school,
      );
    const lapsed = (n: number) =>
      happened('RequestLapsed', { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, actsNext: 'mentee', next: null }, school);
    expect(figures(many(5, (n) => [asked(n), wrote(n, 'asha'), lapsed(n)]))).toMatchObject({
      ...{ requestsNotInTime: 0, requestsWithdrawn: 5 },
    });
    const late = (n: number) => accepted(n, on('2026-03-12'));
    expect(figures(many(5, (n) => [asked(n), wrote(n, 'asha'), late(n)]))).toMatchObject({ requestsAnsweredInTime: 5 });
    expect(figures(many(5, (n) => [asked(n), wrote(n, 'asha'), wrote(n, `p${n}`), late(n)]))).toMatchObject({ requestsNotInTime: 5 });
  });

  test('[R4] an extended request is in time by its new last day', () => {
    const events = many(5, (n) => [
      asked(n),
      happened('RequestExtended', { request: `r${n}`, answerBy: '2026-03-16', counted: COUNTED }, school),
    ]);
    expect(figures([...events, ...many(5, (n) => [accepted(n, on('2026-03-12'))])])).toMatchObject({ requestsAnsweredInTime: 5 });
  });

  test('[R4] an answer is in time by the day to which a closure moved it', () => {
    const moved = (n: number) => happened('AnswerDayMoved', { request: `r${n}`, remindOn: '2026-03-06', answerBy: '2026-03-12' }, school);
    const events = many(5, (n) => [asked(n), moved(n), accepted(n, on('2026-03-12'))]);
    expect(figures(events)).toMatchObject({ requestsAnsweredInTime: 5 });
  });

  test('days from match to first meeting count the first meeting that took place, once', () => {
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-22'];
    const events = days.flatMap((_, n) => [started(n, on('2026-03-01')), closed(n, '2026-03-02', false)]);
    const met = days.flatMap((day, n) => [
      happened(
        'MeetingClosed',
        { meeting: `l${n}`, mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: 'asha', took: true, on: day as string, minutes: 45 },
        school,
      ),
      happened(
        'MeetingClosed',
        { meeting: `x${n}`, mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: 'asha', took: true, on: '2026-06-01', minutes: 45 },
        school,
      ),
    ]);
    expect(figures([...events, ...met])).toMatchObject({
      medianDaysToFirstMeeting: 4,
      meanDaysToFirstMeeting: 7,
      pairsThatMet: 5,
      meetingsHeld: 10,
    });
  });

  test('[R10] a meeting that did not take place after all is taken back from every figure', () => {
    const retracted = (n: number) =>
      happened('AttendanceRecorded', { meeting: `k${n}`, mentorship: `m${n}`, by: `p${n}`, took: false, minutes: 0 }, school);
    const again = (n: number) =>
      happened(
        'MeetingClosed',
        { meeting: `l${n}`, mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: 'asha', took: true, on: '2026-03-11', minutes: 45 },
        school,
      );
    const first = many(5, (n) => [started(n, on('2026-03-01')), closed(n, '2026-03-03')]);
    expect(figures(first)).toMatchObject({ pairsThatMet: 5, medianDaysToFirstMeeting: 2 });
    const taken = figures([...first, ...many(5, (n) => [retracted(n)])]);
    expect(taken).toMatchObject({ pairsThatMet: 0, meetingsHeld: 0, medianDaysToFirstMeeting: null });
    const met = { pairsThatMet: 5, meetingsHeld: 5, medianDaysToFirstMeeting: 10, meanDaysToFirstMeeting: 10 };
    expect(figures([...first, ...many(5, (n) => [again(n), retracted(n)])])).toMatchObject(met);
    expect(figures([...first, ...many(5, (n) => [retracted(n), again(n)])])).toMatchObject(met);
  });

  test('[R10] minutes are those that both recorded', () => {
    const events = many(5, (n) => [started(n), closed(n, '2026-03-03')]);
    const confirmed = many(5, (n) => [
      happened(
        'MeetingConfirmed',
        { meeting: `k${n}`, mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, on: '2026-03-03', minutes: 40 },
        school,
      ),
    ]);
    expect(figures(events)).toMatchObject({ meetingsHeld: 5, minutes: 0 });
    expect(figures([...events, ...confirmed])).toMatchObject({ meetingsHeld: 5, minutes: 200 });
  });

  test('a school that joins a trust brings its people along, and takes them with it when it leaves', () => {
    const events = [
      ...many(130, (n) => [joined(n)]),
      ...many(6, (n) => [happened('MentoringOffered', { person: `p${n}`, offer: { careerStages: [], note: '' } }, school)]),
      ...many(6, (n) => [happened('CapacityChanged', { mentor: `p${n}`, places: 2 }, school)]),
      happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }, school),
    ];
    expect(figures(events, 'riverbank')).toMatchObject({ members: 130, mentorsOffering: 6, notOffering: 124, places: 12 });
    const left = happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }, school);
    expect(figures([...events, left], 'riverbank')).toMatchObject({ members: 0, places: 0 });
  });

  describe('[R7] a trust beside its schools', () => {
    const trust: Told = { institutions: ['oakfield', 'riverbank'] };
    const other: Told = { institutions: ['elm', 'riverbank'] };
    const schools = ['oakfield', 'elm'].map((institution) => happened('TrustJoined', { institution, trust: 'riverbank' }, school));
    const six = [...schools, ...many(6, (n) => [started(n, trust)])];
    const trial = (events: Parameters<typeof given>[1]) => [
      outside(events, 'riverbank')?.pairsOnTrial,
      outside(events)?.pairsOnTrial,
      outside(events, 'elm')?.pairsOnTrial,
    ];

    test('what one school withholds cannot be had by subtraction', () => {
      expect(trial([...six, ...many(2, (n) => [started(n + 10, other)])])).toEqual([null, 6, null]);
      expect(trial([...six, ...many(5, (n) => [started(n + 10, other)])])).toEqual([11, 6, 5]);
    });

    test('where one school withholds its total, the trust does too', () => {
      const events = [...six, ...many(6, (n) => [agreed(n, trust)]), ...many(2, (n) => [started(n + 10, other), agreed(n + 10, other)])];
      expect(outside(events, 'riverbank')).toMatchObject({ pairsActive: null, pairs: null });
    });

    test('follows what a school withholds though the event concerned the school alone, and a school that leaves', () => {
      const both = [...six, ...many(5, (n) => [started(n + 10, other)])];
      expect(trial([...both, agreed(10, { institutions: ['elm'] })])[0]).toBeNull();
      const left = happened('TrustLeft', { institution: 'elm', trust: 'riverbank' }, school);
      expect(trial([...six, ...many(2, (n) => [started(n + 10, other)]), left])[0]).toBeNull();
      expect(trial([...six, left])[0]).toBe(6);
    });

    test('follows what a school withholds of pairs that are counted in the school alone, as those of before it joined', () => {
      const elm: Told = { institutions: ['elm'] };
      const both = [...schools, ...many(12, (n) => [started(n, trust)]), ...many(5, (n) => [started(n + 20, elm)])];
      expect(trial(both)).toEqual([12, 12, 5]);
      expect(trial([...both, ended(20, elm)])).toEqual([null, 12, null]);
    });
  });

  test('[R7] pairs that met are withheld where few have not met', () => {
    const pair = (n: number) => ({ mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}` });
    const everyWay = [
      ...many(27, (n) => [started(n)]),
      ...many(5, (n) => [agreed(n)]),
      ...many(5, (n) => [happened('MentorshipPaused', { mentorship: `m${n + 5}`, by: 'asha', until: null, why: 'chosen' }, school)]),
      ...many(5, (n) => [happened('MentorshipCompleted', { ...pair(n + 10), by: 'asha' }, school)]),
      ...many(5, (n) => [ended(n + 15)]),
    ];
    const met = (count: number) => outside([...everyWay, ...many(count, (n) => [closed(n, '2026-03-03')])]);
    expect(met(27)).toMatchObject({ pairs: 27, pairsThatMet: 27 });
    expect(met(25)).toMatchObject({ pairs: 27, pairsThatMet: null });
    expect(met(22)).toMatchObject({ pairs: 27, pairsThatMet: 22 });
  });

  test('[R7] certificates are withheld where few who completed have none', () => {
    const issued = (n: number) =>
      happened(
        'CredentialIssued',
        {
          ...{ credential: `c${n}`, person: `p${n}`, mentorship: `m${n}`, issuer: 'oakfield', issuerName: 'Oakfield', code: 'ABCDEFGHJK' },
          ...{
            on: '2026-03-06',
            achievement: { as: 'mentee', from: '2026-01-05', to: '2026-03-06', meetings: 1, minutes: 45, goalsAchieved: 0 },
          },
        },
        school,
      );
    const completed = (n: number) =>
      happened('MentorshipCompleted', { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}`, by: `p${n}` }, school);
    const revoked = (n: number) =>
      happened('CredentialRevoked', { credential: `c${n}`, by: `p${n}`, why: 'asked-by-holder', on: '2026-03-06' }, school);
    const all = many(12, (n) => [started(n), completed(n), issued(n)]);
    expect(outside(all)).toMatchObject({ pairsCompleted: 12, certificates: 12 });
    expect(outside([...all, revoked(0)])).toMatchObject({ pairsCompleted: 12, certificates: null });
    expect(outside([...all, ...many(5, (n) => [revoked(n)])])).toMatchObject({ pairsCompleted: 12, certificates: 7 });
  });

  test('[R9] an erased person is no member any more, and what happened stays counted', () => {
    const events = [...many(6, (n) => [joined(n)]), ...many(5, (n) => [started(n), closed(n, '2026-03-03')])];
    const after = figures([...events, happened('PersonErased', { person: 'p0' }, school)]);
    expect(after).toMatchObject({ notOffering: 5, pairsOnTrial: 5, meetingsHeld: 5 });
  });

  test('a pair that goes on is counted where its two belong, and no more where neither of them does', () => {
    const belongs = (person: string, institution: string) => happened('MemberJoined', { institution, person, from: '2025-09-01' }, school);
    const left = (person: string) => happened('MemberLeft', { institution: 'oakfield', person }, school);
    const events = [belongs('asha', 'oakfield'), ...many(6, (n) => [joined(n), started(n), closed(n, '2026-03-03')])];
    const mentees = many(6, (n) => [left(`p${n}`)]);
    expect(figures(events)).toMatchObject({ pairsOnTrial: 6, pairsThatMet: 6 });
    // While their mentor is there, they are.
    expect(figures([...events, ...mentees])).toMatchObject({ pairsOnTrial: 6 });
    expect(figures([...events, ...mentees, left('asha')])).toMatchObject({ pairsOnTrial: 0, pairsThatMet: 0, meetingsHeld: 6 });
    const elsewhere = [belongs('asha', 'elm'), left('asha'), ...mentees];
    expect(figures([...events, ...elsewhere], 'elm')).toMatchObject({ pairsOnTrial: 6, pairsThatMet: 6 });
    const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }, school);
    expect(figures([...events, trust], 'riverbank')).toMatchObject({ pairsOnTrial: 6 });
  });

  test('what is over stays where it was, whoever leaves', () => {
    const left = (person: string) => happened('MemberLeft', { institution: 'oakfield', person }, school);
    const events = many(6, (n) => [joined(n), started(n), ended(n)]);
    expect(figures([...events, ...many(6, (n) => [left(`p${n}`)])])).toMatchObject({ pairsEndedEarly: 6 });
  });

  test('[R9] an end is counted where the pair was, though nobody of it belongs there any more', () => {
    const elsewhere = (n: number) => ended(n, { institutions: ['elm'] });
    const events = [...many(5, (n) => [started(n)]), ...many(5, (n) => [elsewhere(n)])];
    expect(figures(events)).toMatchObject({ pairsEndedEarly: 5, pairsOnTrial: 0 });
    expect(figures(events, 'elm')).toMatchObject({ pairsEndedEarly: 5 });
  });

  test('a pair that goes on elsewhere is counted there', () => {
    const moved = (n: number) => agreed(n, { institutions: ['elm'] });
    const events = [...many(12, (n) => [started(n)]), ...many(6, (n) => [moved(n)])];
    expect(figures(events)).toMatchObject({ pairsOnTrial: 6, pairsActive: 0 });
    expect(figures(events, 'elm')).toMatchObject({ pairsActive: 6 });
  });

  test('the middle of an even number of days is the lower of the two', () => {
    expect(medianOf({ 2: 1, 4: 1, 6: 1, 20: 1 })).toBe(4);
    expect(medianOf({ 10: 1, 9: 1, 2: 1 })).toBe(9);
    expect(medianOf({})).toBeNull();
  });

  test('[R7] random programmes: families add up, people are never more than things, and nothing small is shown', () => {
    const random = seededRandom('overview');
    for (let round = 0; round < 40; round += 1) {
      const events = Array.from({ length: 120 }, () => randomEvent(random));
      const { everything, row } = given(overviewView, events);
      const kept = everything();
      const rows = { get: (id: string) => kept.get(id), put: () => undefined, remove: () => undefined, about: () => [] };
      for (const house of ['oakfield', 'riverbank'] as InstitutionId[]) {
        const ledger = ledgerOf(rows, house);
        const shown = row(outsideId(house))?.figures;
        for (const { total, parts } of FAMILIES) {
          const sum = parts.reduce((so, part) => so + ledger.figures[part].value, 0);
          expect({ ...random.at(round), total, value: ledger.figures[total].value }).toEqual({ ...random.at(round), total, value: sum });
        }
        for (const name of FIGURES) {
          const { value, people } = ledger.figures[name];
          expect({ ...random.at(round), name, sane: people >= 0 && value >= 0 }).toMatchObject({ sane: true });
          if (!UNSHOWN.has(name) && people > 0 && people < 5 && shown) {
            expect({ ...random.at(round), name, shown: shown[name as OverviewFigure] }).toMatchObject({ shown: null });
          }
        }
      }
    }
  });
});

/** Counted, and never shown themselves. */
const UNSHOWN: ReadonlySet<string> = new Set([
  'daysToFirstMeeting',
  'pairsNotMet',
  'pairsMetLately',
  'pairsNotMetLately',
  'pairsUncertified',
]);

function randomEvent(random: ReturnType<typeof seededRandom>) {
  const n = random.below(14);
  const told: Told = {
    institutions: random.pick([['oakfield'], ['oakfield', 'riverbank'], ['riverbank'], []]),
    at: `2026-03-${10 + random.below(20)}T12:00:00.000Z`,
  };
  const pair = { mentorship: `m${n}`, mentor: 'asha', mentee: `p${n}` };
  const institution = random.pick(['oakfield', 'riverbank']);
  return random.pick([
    () => happened('MemberJoined', { institution, person: `p${n}`, from: '2026-03-01' }, told),
    () => happened('MemberLeft', { institution, person: `p${n}` }, told),
    () => happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }, told),
    () => happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }, told),
    () => happened('MentoringOffered', { person: `p${n}`, offer: { careerStages: [], note: '' } }, told),
    () => happened('MentoringWithdrawn', { person: `p${n}` }, told),
    () => happened('CapacityChanged', { mentor: `p${n}`, places: random.below(4) }, told),
    () => happened('PersonErased', { person: `p${n}` }, told),
    () => asked(n, told),
    () => accepted(n, told),
    () => happened('RequestLapsed', { request: `r${n}`, mentor: 'asha', mentee: `p${n}`, actsNext: 'mentor', next: null }, told),
    () => started(n, told),
    () => happened('MentorshipPaused', { mentorship: `m${n}`, by: 'asha', until: null, why: 'chosen' }, told),
    () => happened('MentorshipResumed', { mentorship: `m${n}`, by: 'asha' }, told),
    () => happened('MentorshipCompleted', { ...pair, by: 'asha' }, told),
    () =>
      happened('AttendanceRecorded', { meeting: `k${n}`, mentorship: `m${n}`, by: 'asha', took: random.below(2) === 0, minutes: 40 }, told),
    () =>
      happened(
        'MeetingClosed',
        { meeting: `k${n}`, ...pair, by: `p${n}`, took: random.below(2) === 0, on: '2026-03-20', minutes: 45 },
        told,
      ),
    () => happened('MeetingConfirmed', { meeting: `k${n}`, ...pair, on: '2026-03-20', minutes: 30 }, told),
  ])();
}
