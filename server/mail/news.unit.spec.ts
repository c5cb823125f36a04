import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import { newsOf, type Notification } from './news.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
type Told = Parameters<typeof foldView>[1];

/** What is written about the last of these events. */
function written(...events: Told): readonly Notification[] {
  const named = [asha, ben].map((person) =>
    happened('PersonJoined', {
      person,
      name: `${person === asha ? 'Asha' : 'Ben'} Name`,
      names: { given: person === asha ? 'Asha' : 'Ben' },
      email: `${person}@x.example`,
    }),
  );
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, [...named, ...events])])));
  const last = events.at(-1);
  return last ? newsOf(last.id, look) : [];
}

const asked = happened(
  'MentoringRequested',
  {
    ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
  },
  { actor: 'ben' },
);
const reminded = (actsNext: 'mentor' | 'mentee') => happened('RequestReminded', { request: 'r1', actsNext });
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'asha', mentee: 'ben', request: 'r1', aims: [] });

test('a person is called what they asked for, apart from the sentence around it, and never by the first word of their name', () => {
  const renamed = (name: string, names?: object) => happened('PersonRenamed', { person: ben, name, ...(names && { names }) });
  const subjects = [renamed('Nguyễn Thị Hạnh'), renamed('Ann Ray', { given: 'Ann', addressed: 'Mrs Ray' }), renamed('مريم حداد')].map(
    (rename) => written(rename, asked)[0]?.subject,
  );
  expect(subjects).toEqual([
    'Nguyễn Thị Hạnh has asked you to be their mentor',
    'Mrs Ray has asked you to be their mentor',
    '\u2068مريم حداد\u2069 has asked you to be their mentor',
  ]);
});

describe('emails about a request', () => {
  test('a mentor who is asked reads who asks and by when to reply', () => {
    expect(written(asked)).toEqual([
      expect.objectContaining({
        to: asha,
        subject: 'Ben has asked you to be their mentor',
        body: ['Reply by Monday 9 March. Say yes, no, or ask a question.'],
      }),
    ]);
  });

  test('[R4] only the one who acts next is reminded', () => {
    expect(written(asked, reminded('mentor'))).toMatchObject([{ to: asha, subject: 'Reminder: reply to Ben by Monday 9 March' }]);
    expect(written(asked, reminded('mentee'))).toMatchObject([{ to: ben, subject: 'Reminder: reply to Asha by Monday 9 March' }]);
  });

  test('[R4] an expired request blames nobody: it reads the same whoever acted last', () => {
    const lapsed = (actsNext: 'mentor' | 'mentee') =>
      written(asked, happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext, next: null }));
    expect(lapsed('mentor')).toMatchObject([{ to: ben, subject: 'Your request to Asha has expired' }]);
    expect(lapsed('mentee')).toEqual(lapsed('mentor'));
  });
});

describe('emails about a mentorship', () => {
  test('[R8] an ending is told at once and without blame, and the mentee’s next step with it', () => {
    const ended = happened(
      'MentorshipEnded',
      { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha', reason: 'Private', wantsAnother: false },
      { actor: 'asha' },
    );
    const [news] = written(started, ended);
    expect(news).toMatchObject({ to: ben, subject: 'Your mentorship with Asha has ended', link: { path: '/find' } });
    expect(JSON.stringify(news)).not.toContain('Private');
  });

  test('a pause says until when', () => {
    const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: '2026-04-20', why: 'chosen' }, { actor: 'ben' });
    expect(written(started, paused)).toMatchObject([
      { to: asha, subject: 'Ben paused your mentorship', body: [expect.stringContaining('Monday 20 April')] },
    ]);
  });
});

describe('emails about times to meet', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', format: 'online', place: '' };
  const times = [{ startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }];
  const proposed = happened('MeetingProposed', { ...meeting, by: 'ben', times }, { actor: 'ben' });
  const counter = happened('MeetingProposed', { ...meeting, by: 'asha', times, replaces: 'ben' }, { actor: 'asha' });

  test('other times say whose they replace, and that the meeting is the same', () => {
    expect(written(started, proposed, counter)).toMatchObject([
      {
        ...{ to: ben, subject: 'Asha suggested other times to meet' },
        body: [
          'They replace the times you suggested. It is the same meeting, with its agenda.',
          'Choose the one that suits you, or suggest others.',
        ],
      },
    ]);
    const again = happened('MeetingProposed', { ...meeting, by: 'ben', times, replaces: 'ben' }, { actor: 'ben' });
    expect(written(started, proposed, again)[0]?.body[0]).toContain('They replace their earlier suggestion.');
  });

  test('none of them suits: whoever suggested them is asked for others', () => {
    const declined = happened('MeetingTimesDeclined', { meeting: 'k1', mentorship: 'm1', by: 'asha' }, { actor: 'asha' });
    expect(written(started, proposed, declined)).toMatchObject([{ to: ben, subject: 'Asha cannot make the times you suggested' }]);
  });
});

describe('emails about a meeting that is cancelled', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' };
  const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
  const booked = happened('MeetingBooked', { ...meeting, time, format: 'online', placeBy: 'ben', place: '' }, { actor: 'ben' });
  const cancelled = (by: string) => happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by }, { actor: by });

  test('the other is told who cancelled which, and their calendar with them', () => {
    expect(written(started, booked, cancelled('ben'))).toMatchObject([
      { to: asha, subject: 'Ben cancelled your meeting on Tuesday 10 March', calendarOf: 'k1' },
    ]);
  });

  test('[R8] where the hub cancels because the mentorship is over, both are told, for both have it in their calendars', () => {
    const letters = written(started, booked, cancelled('hub'));
    expect(letters.map(({ to, calendarOf }) => [to, calendarOf]).toSorted()).toEqual([
      [asha, 'k1'],
      [ben, 'k1'],
    ]);
    expect(letters.find(({ to }) => to === asha)?.subject).toBe('Your meeting with Ben on Tuesday 10 March is cancelled');
  });

  test('with a pause, it is the pause that is said; times that nobody chose are withdrawn, and are no meeting', () => {
    const byPause = happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by: 'hub', because: 'paused' }, { actor: 'hub' });
    expect(written(started, booked, byPause)[0]?.body).toEqual(['Your mentorship is paused, so we cancelled this meeting.']);
    const proposed = happened('MeetingProposed', { ...meeting, times: [time], format: 'online', place: '' }, { actor: 'ben' });
    expect(written(started, proposed, byPause).map(({ subject }) => subject)).toContain('The suggested times to meet Ben are withdrawn');
    expect(written(started, proposed, cancelled('ben'))[0]?.subject).toBe('Ben withdrew the suggested times to meet');
  });

  test('one that never had a time is in no calendar', () => {
    const proposed = happened('MeetingProposed', { ...meeting, times: [time], format: 'online', place: '' }, { actor: 'ben' });
    expect(written(started, proposed, cancelled('ben'))[0]).not.toHaveProperty('calendarOf');
  });
});

test('a letter about a counter-suggestion says whose it replaces and which terms changed, and not what either wrote', () => {
  const terms = {
    ...{ purpose: 'My worry', frequency: 'weekly', minutes: 45, format: 'online', confidentiality: '', reviewOn: '2026-06-05' },
  } as const;
  const first = happened('AgreementProposed', { mentorship: 'm1', agreement: 'a1', by: 'asha', terms }, { actor: 'asha' });
  const counter = happened(
    'AgreementProposed',
    {
      ...{ mentorship: 'm1', agreement: 'a2', by: 'ben', terms: { ...terms, minutes: 30, purpose: 'Other words' }, replaces: 'asha' },
      changed: [{ term: 'purpose' }, { term: 'minutes', from: 45, to: 30 }],
    },
    { actor: 'ben' },
  );
  const [news] = written(started, first, counter);
  expect(news).toMatchObject({
    subject: 'Ben suggested changes to your agreement',
    body: [
      'It replaces the agreement you suggested.',
      'What it is for: new wording.',
      'How long: was 45 minutes, now 30 minutes.',
      'Read it, then sign it or suggest changes.',
    ],
  });
});
