import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { timesToSuggest } from './times.js';

const [asha, ben] = ['asha', 'ben'] as [PersonId, PersonId];
const NOW = '2026-03-05T09:00:00.000Z' as Instant;
const booked = (meeting: string, mentor: string, mentee: string, startsAt: string) =>
  happened('MeetingBooked', {
    ...{ meeting, mentorship: `${mentor}-${mentee}`, mentor, mentee, by: mentor, format: 'online', placeBy: mentor, place: '' },
    time: { startsAt, minutes: 45 },
  });
const suggested = (...events: ReturnType<typeof booked>[]) =>
  timesToSuggest(asha, ben, lookInto(new Map([['meeting', foldView(meetingView, events)]])), NOW, 30).map(({ startsAt }) => startsAt);

test('times to suggest are two school days after school, from the day after tomorrow on', () => {
  expect(suggested()).toEqual(['2026-03-09T15:45:00.000Z', '2026-03-10T15:45:00.000Z']);
});

test('they lie in no booked meeting of either, whoever else that is with, nor within 15 minutes of one', () => {
  const full = ['15:30', '16:15', '17:00'].map((clock) => booked(`k${clock}`, 'asha', 'cleo', `2026-03-10T${clock}:00.000Z`));
  expect(suggested(booked('k1', 'dev', 'ben', '2026-03-09T15:30:00.000Z'), ...full)).toEqual([
    '2026-03-09T16:45:00.000Z',
    '2026-03-11T15:45:00.000Z',
  ]);
});
