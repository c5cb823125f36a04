import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { COUNTED, foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { allViews } from '@alongside/projections/views/index.js';
import type { EventTyped } from '../reactors/reactor.js';
import { news, type News, type NewsType } from './news.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
type Told = Parameters<typeof foldView>[1];

/** What is written about the last of these events. */
function written(...events: Told): News | readonly News[] | undefined {
  const named = [asha, ben].map((person) => happened('PersonJoined', { person, name: `${person} Name`, email: `${person}@x.example` }));
  const look = lookInto(new Map(allViews.map((view) => [view.name, foldView(view, [...named, ...events])])));
  const last = events.at(-1);
  // The event is of the type under which its letter is looked up.
  const tell = news[last?.type as NewsType] as (
    event: EventTyped<NewsType>,
    look: ReturnType<typeof lookInto>,
  ) => News | readonly News[] | undefined;
  return tell(last as EventTyped<NewsType>, look);
}

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const reminded = (actsNext: 'mentor' | 'mentee') => happened('RequestReminded', { request: 'r1', actsNext });

describe('letters about a request that waits', () => {
  test('[R4] whoever must move next is reminded, and the other is not', () => {
    expect(written(asked, reminded('mentor'))).toMatchObject({ to: asha, subject: 'ben is waiting for your answer' });
    expect(written(asked, reminded('mentee'))).toMatchObject({ to: ben, subject: 'asha wrote to you about your request' });
  });

  test('[R4] a lapse blames nobody: it reads the same whoever had the last word', () => {
    const lapsed = (actsNext: 'mentor' | 'mentee') =>
      written(asked, happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext, next: null }));
    expect(lapsed('mentor')).toMatchObject({ to: ben, subject: 'The time for your request to asha has run out' });
    expect(lapsed('mentee')).toEqual(lapsed('mentor'));
    expect(JSON.stringify(lapsed('mentor'))).not.toMatch(/did not/);
  });
});

describe('letters about a meeting that is cancelled', () => {
  const meeting = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' };
  const booked = happened('MeetingBooked', {
    ...{ ...meeting, time: { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 }, format: 'online', placeBy: 'ben', place: '' },
  });
  const cancelled = (by: string) => happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by });

  test('the other is told who cancelled which, and their calendar with them', () => {
    expect(written(booked, cancelled('ben'))).toMatchObject([
      { to: asha, subject: 'ben cancelled your meeting on Tuesday 10 March 2026', calendarOf: 'k1' },
    ]);
  });

  test('[R8] where the hub cancels because the mentorship is over, both are told, for both have it in their calendars', () => {
    const letters = written(booked, cancelled('hub')) as readonly News[];
    expect(letters.map(({ to, calendarOf }) => [to, calendarOf])).toEqual([
      [asha, 'k1'],
      [ben, 'k1'],
    ]);
    expect(letters[0]?.subject).toBe('Your meeting with ben on Tuesday 10 March 2026 is cancelled');
  });

  test('one that never had a time is in no calendar', () => {
    const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
    const proposed = happened('MeetingProposed', { ...meeting, times: [time], format: 'online', place: '' });
    expect((written(proposed, cancelled('ben')) as readonly News[])[0]).not.toHaveProperty('calendarOf');
  });
});
