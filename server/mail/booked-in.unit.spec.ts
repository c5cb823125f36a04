import type { Instant } from '@alongside/domain/kernel/brand.js';
import { happened } from '@alongside/projections/testing/given-events.js';
import { notificationsOf } from './notifications.js';
import { asha, asked, ben, lookAfter, started, written } from './written.testing.js';

describe('emails about a meeting that is booked', () => {
  const ids = { meeting: 'k1', mentorship: 'm1', mentor: 'asha', mentee: 'ben' };
  const time = { startsAt: '2026-03-10T15:40:00.000Z', minutes: 45 };
  const later = { startsAt: '2026-03-12T08:15:00.000Z', minutes: 30 };
  const book = (format: 'online' | 'in-person', place: string, by = 'ben') =>
    happened('MeetingBooked', { ...ids, by, time, format, placeBy: by, place }, { actor: by });
  const moved = happened('MeetingMoved', { ...{ meeting: 'k1', mentorship: 'm1', by: 'ben' }, time: later, was: time }, { actor: 'ben' });
  const first = { meeting: 'k1', time, format: 'online' } as never;
  const yes = happened('RequestAccepted', { request: 'r1', ...ids, first } as never, { actor: 'asha' });

  test('say when, how long and where, and bring the file for the calendar', () => {
    const [news] = written(started, book('in-person', 'Room 12'));
    expect(news).toMatchObject({ to: asha, booked: { meeting: 'k1', moves: 0 } });
    expect(news?.body).toEqual([
      'When: Tuesday 10 March at 3:40pm, 45 minutes\nWhere: In person, Room 12',
      'Add what you want to talk about to the agenda.',
      'Open the attached file to add it to your calendar.',
    ]);
    expect(written(started, book('online', ''))[0]?.body[0]).toContain('Where: Online');
  });

  test('so does one about a move, with its file', () => {
    const [news] = written(started, book('online', ''), moved);
    expect(news).toMatchObject({ to: asha, booked: { moves: 1, time: later } });
    expect(news?.body).toEqual([
      'When: Thursday 12 March at 8:15am, 30 minutes\nWhere: Online',
      'It was on Tuesday 10 March at 3:40pm.',
      'Open the attached file to update your calendar.',
    ]);
  });

  test('so does a yes that names the first, whether it is booked by then or not', () => {
    const booked = happened('MeetingBooked', { ...ids, by: 'asha', time, format: 'online', placeBy: 'asha', place: '', withYes: true });
    for (const since of [[], [started, booked]]) {
      const [news] = notificationsOf(yes.id, lookAfter(asked, yes, ...since), yes.at);
      expect(news).toMatchObject({ to: ben, booked: { meeting: 'k1', time } });
      expect(news?.body).toContain('When: Tuesday 10 March at 3:40pm, 45 minutes\nWhere: Online');
    }
  });

  test('so does one that says where, as the link is added', () => {
    const placed = happened(
      'MeetingPlaceSet',
      { meeting: 'k1', mentorship: 'm1', by: 'ben', place: 'https://meet.example/k1' },
      { actor: 'ben' },
    );
    expect(written(started, book('online', ''), placed)).toMatchObject([
      {
        ...{ to: asha, subject: 'Ben said where you meet on Tuesday 10 March', booked: { moves: 1 } },
        body: [
          'When: Tuesday 10 March at 3:40pm, 45 minutes\nWhere: Online, https://meet.example/k1',
          'Open the attached file to update your calendar.',
        ],
      },
    ]);
  });

  test('bring no file once it was moved or cancelled or has begun', () => {
    const booked = happened('MeetingBooked', { ...ids, by: 'asha', time, format: 'online', placeBy: 'asha', place: '', withYes: true });
    const cancelled = happened('MeetingCancelled', { meeting: 'k1', mentorship: 'm1', by: 'ben' }, { actor: 'ben' });
    for (const since of [moved, cancelled])
      expect(notificationsOf(yes.id, lookAfter(asked, yes, started, booked, since), yes.at)[0]).not.toHaveProperty('booked');
    const late = notificationsOf(yes.id, lookAfter(asked, yes, started, booked), time.startsAt as Instant)[0];
    expect(late?.to).toBe(ben);
    expect(late).not.toHaveProperty('booked');
  });
});
