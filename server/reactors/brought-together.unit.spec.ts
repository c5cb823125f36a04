import { Joins } from '@alongside/domain/joining/joins.js';
import type { Instant, PersonId, Position, RecordId } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import { eventShapeOf, type AnyEvent } from '@alongside/domain/protocol/registry.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { closeOffersThatCannotStand } from './close-offers-that-cannot-stand.js';
import { closeRequestsOfThoseKeptApart } from './close-requests-of-those-kept-apart.js';
import { followUpsOf, type Reactor } from './reactor.js';
import { releaseRequestsWhenMentorStops } from './release-requests-when-mentor-stops.js';
import { sayWhereMeetingsClash } from './say-where-meetings-clash.js';
import { setRecordAsideWhenRecordedTwice } from './set-record-aside-when-recorded-twice.js';

/** `moved` is read as `ben`, as by a process that knows of the join. */
const joins = new Joins(
  [{ kept: 'ben' as PersonId, joined: 'moved' as RecordId, position: '1' as Position }],
  (type) => eventShapeOf(type)?.data,
);
type Told = ReturnType<typeof happened>;
const NOW = '2026-03-06T09:00:00.000Z';
const BEHAVIOUR = 'exp-behaviour-classroom-routines-and-expectations';
const people = ['asha', 'ben', 'moved', 'cleo', 'dan'];
const elm = [
  happened('InstitutionRegistered', { institution: 'elm', details: { name: 'Elm', kind: 'school', nation: 'england' } }),
  ...people.flatMap((person) => [
    happened('PersonJoined', { person, name: person, email: `${person}@x.example` }),
    happened('MemberJoined', { institution: 'elm', person, from: '2025-09-01' }),
    happened('MentoringOffered', { person, offer: { careerStages: [], note: '' } }),
    happened('AimsSet', { person, aims: [{ tag: BEHAVIOUR, from: 1, to: 3 }] }),
    happened('OpenToOffersSet', { person, open: true }),
  ]),
];
const joined = happened('RecordsJoined', { person: 'ben', joined: 'moved', belongs: [] }, { stream: 'joining-ben_moved', at: NOW });

/** What follows from the last of these events. */
function follows(reactor: Reactor, ...events: readonly Told[]) {
  const read = [...elm, ...events].map((event) => joins.read(event));
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view as never, read)])));
  const last = read.at(-1) as unknown as Recorded<AnyEvent>;
  return followUpsOf(reactor, last, { look, now: () => NOW as Instant, secret: () => '' }).map(({ type, data }) => ({
    type,
    ...(data as object),
  }));
}

const booked = (meeting: string, mentor: string, mentee: string, startsAt: string) =>
  happened(
    'MeetingBooked',
    {
      ...{ meeting, mentorship: `${mentor}-${mentee}`, mentor, mentee, by: mentor, placeBy: mentor, format: 'online', place: '' },
      time: { startsAt, minutes: 45 },
    },
    { at: NOW },
  );

describe('the meetings of two records that are one person’s', () => {
  const [hers, his] = [booked('k1', 'asha', 'ben', '2026-03-12T15:00:00.000Z'), booked('k2', 'cleo', 'moved', '2026-03-12T15:30:00.000Z')];
  const said = { type: 'NoteClash', meeting: 'k2', time: { startsAt: '2026-03-12T15:30:00.000Z', minutes: 45 }, who: ['ben'], other: 'k1' };

  test('are said to clash, once, whichever was booked first and whichever side they are on', () => {
    expect(follows(sayWhereMeetingsClash, hers, his, joined)).toEqual([said]);
    expect(follows(sayWhereMeetingsClash, his, hers, joined)).toEqual([said]);
    const mentors = booked('k2', 'moved', 'dan', '2026-03-12T15:30:00.000Z');
    expect(follows(sayWhereMeetingsClash, hers, mentors, joined)).toEqual([said]);
  });

  test('are not said again, nor those that others have, that have begun, or that do not overlap', () => {
    const { type: _, ...told } = said;
    const clashed = happened('MeetingClashed', { ...told, mentorship: 'cleo-moved', mentor: 'cleo', mentee: 'moved' });
    expect(follows(sayWhereMeetingsClash, hers, his, clashed, joined)).toEqual([]);
    const ashas = booked('k0', 'asha', 'dan', '2026-03-12T15:00:00.000Z');
    expect(follows(sayWhereMeetingsClash, ashas, hers, joined)).toEqual([]);
    const later = booked('k2', 'cleo', 'moved', '2026-03-12T15:45:00.000Z');
    expect(follows(sayWhereMeetingsClash, hers, later, joined)).toEqual([]);
    const begun = [booked('k1', 'asha', 'ben', '2026-03-06T08:30:00.000Z'), booked('k2', 'cleo', 'moved', '2026-03-06T08:45:00.000Z')];
    expect(follows(sayWhereMeetingsClash, ...begun, joined)).toEqual([]);
  });

  // What a person arranged with themself ends with the mentorship.
  test('clash with none that they had with themself', () => {
    const own = booked('k2', 'moved', 'ben', '2026-03-12T15:30:00.000Z');
    expect(follows(sayWhereMeetingsClash, hers, own, joined)).toEqual([]);
  });
});

describe('[R10] what both records counted', () => {
  const held = (meeting: string, mentor: string, mentee: string, begins: string, took = true) => {
    const of = { meeting, mentorship: `${mentor}-${mentee}`, by: mentee, took, minutes: 45 };
    return [
      booked(meeting, mentor, mentee, `2026-03-05T${begins}:00.000Z`),
      happened('AttendanceRecorded', of),
      happened('MeetingClosed', { ...of, mentor, mentee, on: '2026-03-05' }),
    ];
  };
  const hers = held('k1', 'asha', 'ben', '15:00');
  const aside = (meeting: string, other: string) => ({ type: 'SetRecordAside', meeting, who: ['ben'], other });

  test('counts once: the record of the meeting whose id is later is set aside', () => {
    const his = held('k2', 'cleo', 'moved', '15:15');
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...his, joined)).toEqual([aside('k2', 'k1')]);
    expect(follows(setRecordAsideWhenRecordedTwice, ...his, ...hers, joined)).toEqual([aside('k2', 'k1')]);
  });

  test('is set aside until no minute counts twice, each record once', () => {
    const three = [...held('k2', 'cleo', 'moved', '15:15'), ...held('k3', 'dan', 'moved', '15:10')];
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...three, joined)).toEqual([aside('k3', 'k1'), aside('k2', 'k1')]);
    const two = [...held('k3', 'asha', 'ben', '18:00'), ...held('k4', 'cleo', 'moved', '18:00')];
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...held('k2', 'cleo', 'moved', '15:00'), ...two, joined)).toEqual([
      aside('k2', 'k1'),
      aside('k4', 'k3'),
    ]);
  });

  test('stays where the times do not overlap by more than people round, where one says it did not take place, and once it was set aside', () => {
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...held('k2', 'cleo', 'moved', '15:30'), joined)).toEqual([]);
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...held('k2', 'cleo', 'moved', '15:00', false), joined)).toEqual([]);
    const done = happened('RecordSetAside', {
      ...{
        meeting: 'k2',
        mentorship: 'cleo-moved',
        mentor: 'cleo',
        mentee: 'moved',
        on: '2026-03-05',
        who: ['moved'],
        said: [],
        other: 'k1',
      },
    });
    expect(follows(setRecordAsideWhenRecordedTwice, ...hers, ...held('k2', 'cleo', 'moved', '15:00'), done, joined)).toEqual([]);
  });
});

const asks = (mentee: string, mentor: string, request = 'r1') =>
  happened(
    'MentoringRequested',
    {
      ...{ request, mentor, mentee, note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-10', answerBy: '2026-03-13', counted: COUNTED },
    },
    { stream: `caseload-${mentor}` },
  );
const excludes = (person: string, other: string) => happened('ExclusionAdded', { person, other });
const manages = (person: string, lineManager: string) =>
  happened('ReportingLineSet', { institution: 'elm', person, lineManager, inductionTutor: null });

describe('an open request of, or to, one of two records', () => {
  const [withdrawn, released] = ['WithdrawRequest', 'ReleaseRequest'].map((type) => ({ type, request: 'r1' }));

  test('[R5] is closed where the other record is to be kept apart, or wants to be, and neither learns why', () => {
    const closed = (...events: readonly Told[]) => follows(closeRequestsOfThoseKeptApart, ...events, joined);
    expect(closed(excludes('asha', 'ben'), asks('asha', 'moved'))).toEqual([{ ...withdrawn, mentor: 'ben' }]);
    expect(closed(excludes('moved', 'asha'), asks('ben', 'asha'))).toEqual([{ ...withdrawn, mentor: 'asha' }]);
    expect(closed(excludes('asha', 'moved'), asks('ben', 'asha'))).toEqual([{ ...released, mentor: 'asha' }]);
    expect(closed(excludes('ben', 'asha'), asks('asha', 'moved'))).toEqual([{ ...released, mentor: 'ben' }]);
    expect(closed(excludes('asha', 'cleo'), asks('asha', 'moved'))).toEqual([]);
  });

  test('[R5] is closed where the other record assesses the mentee, or is assessed by the mentor', () => {
    const closed = (...events: readonly Told[]) => follows(releaseRequestsWhenMentorStops, ...events, joined);
    expect(closed(manages('asha', 'ben'), asks('asha', 'moved'))).toEqual([{ ...released, mentor: 'ben', because: 'reporting-line' }]);
    expect(closed(manages('moved', 'asha'), asks('ben', 'asha'))).toEqual([{ ...released, mentor: 'asha', because: 'reporting-line' }]);
    expect(closed(manages('asha', 'cleo'), asks('asha', 'moved'))).toEqual([]);
  });

  test('is answered where the mentor paused or stopped under the other record, and not for a membership that is given again', () => {
    const closed = (...events: readonly Told[]) => follows(releaseRequestsWhenMentorStops, ...events, joined);
    for (const stop of [happened('MentoringPaused', { person: 'moved', until: null }), happened('MentoringWithdrawn', { person: 'moved' })])
      expect(closed(asks('asha', 'ben'), stop)).toEqual([{ ...released, mentor: 'ben' }]);
    expect(closed(asks('asha', 'ben'))).toEqual([]);
    expect(closed(asks('asha', 'ben'), happened('MemberLeft', { institution: 'elm', person: 'moved' }))).toEqual([]);
  });

  test('is left to who settles what a person asked of themself, and where it was answered', () => {
    const own = [asks('ben', 'moved'), happened('MentoringPaused', { person: 'ben', until: null })];
    expect(follows(releaseRequestsWhenMentorStops, ...own, joined)).toEqual([]);
    const lapsed = happened('RequestLapsed', { request: 'r1', mentor: 'moved', mentee: 'asha', actsNext: 'mentor', next: null });
    expect(follows(closeRequestsOfThoseKeptApart, excludes('asha', 'ben'), asks('asha', 'moved'), lapsed, joined)).toEqual([]);
  });
});

describe('an open offer of, or to, one of two records', () => {
  const offers = (mentor: string, mentee: string, helpOffer = 'o1') =>
    happened('HelpOffered', { helpOffer, mentor, mentee, note: '', aims: [BEHAVIOUR], answerBy: '2026-03-13', counted: COUNTED });
  const closed = (...events: readonly Told[]) =>
    follows(closeOffersThatCannotStand, ...events).map(({ type, ...data }) => {
      const { helpOffer, because } = data as unknown as { readonly helpOffer: string; readonly because: string };
      return `${type} ${helpOffer} ${because}`;
    });

  test.each([
    ['[R5] whose mentee excluded the other record', [offers('moved', 'asha'), excludes('asha', 'ben')], 'not-available'],
    ['[R5] where the other record excluded the mentor', [offers('asha', 'ben'), excludes('moved', 'asha')], 'not-available'],
    ['[R5] where the other record excluded the mentee', [offers('ben', 'asha'), excludes('moved', 'asha')], 'not-taking-new-mentees'],
    ['[R6] where the other record assesses the mentee', [manages('asha', 'ben'), offers('moved', 'asha')], 'reporting-line'],
    [
      'where the other record pauses',
      [offers('ben', 'asha'), happened('MentoringPaused', { person: 'moved', until: null })],
      'not-taking-new-mentees',
    ],
    [
      'where the other record is open to none',
      [offers('asha', 'ben'), happened('OpenToOffersSet', { person: 'moved', open: false })],
      'not-available',
    ],
    ['of a mentor whom the other record asked', [offers('asha', 'ben'), asks('moved', 'asha')], 'joined'],
    ['to a mentee who asked the other record', [offers('ben', 'asha'), asks('asha', 'moved')], 'joined'],
    [
      'of the mentor of the other record',
      [
        offers('asha', 'ben'),
        happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'moved', request: null, aims: [] }),
      ],
      'joined',
    ],
  ] as const)('is closed: one %s', (_, before, because) => {
    expect(closed(...before, joined)).toEqual([`CloseOffer o1 ${because}`]);
  });

  test('is one of two of the same mentor to the same mentee: the first by its id stays, also where one comes a moment late', () => {
    const [one, other] = [offers('asha', 'ben'), offers('asha', 'moved', 'o2')];
    expect(closed(one, other, joined)).toEqual(['CloseOffer o2 joined']);
    expect(closed(other, one, joined)).toEqual(['CloseOffer o2 joined']);
    expect(closed(one, joined, other)).toEqual(['CloseOffer o2 joined']);
    expect(closed(offers('ben', 'asha'), offers('moved', 'asha', 'o2'), joined)).toEqual(['CloseOffer o2 joined']);
  });

  test('stands beside those of others, and beside what ended', () => {
    expect(closed(offers('asha', 'ben'), offers('cleo', 'moved', 'o2'), joined)).toEqual([]);
    const ended = happened('OfferLapsed', { helpOffer: 'o1', mentor: 'asha', mentee: 'ben' });
    expect(closed(offers('asha', 'ben'), ended, offers('asha', 'moved', 'o2'), joined)).toEqual([]);
    // Where nothing was joined, a mentor’s own stream knows what they have with a mentee.
    expect(closed(offers('asha', 'cleo'), offers('asha', 'cleo', 'o2'))).toEqual([]);
  });
});
