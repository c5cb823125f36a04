import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { followUpsOf } from './reactor.js';
import { withdrawTimesSuggestedTwice } from './withdraw-times-suggested-twice.js';

const pair = { mentorship: 'm', mentor: 'asha', mentee: 'ben', format: 'online', place: '' } as const;
const times = [{ startsAt: '2026-03-12T15:40:00.000Z', minutes: 45 }];
const suggest = (meeting: string, by: string, more: object = {}) => happened('MeetingProposed', { ...pair, meeting, by, times, ...more });
const hers = suggest('k1', 'asha');
const his = suggest('k2', 'ben');

function withdrawnAfter(event: typeof hers, ...events: readonly (typeof hers)[]) {
  const look = lookInto(new Map([['meeting', foldView(meetingView, events)]]));
  return followUpsOf(withdrawTimesSuggestedTwice, event as never, { look, now: () => event.at, secret: () => '' }).map(({ data }) => data);
}
const withdrawn = { meeting: 'k2', seen: null, because: 'suggested-already' };

test('of two suggestions in one moment one is withdrawn, the same whichever is followed first', () => {
  expect(withdrawnAfter(hers, hers, his)).toEqual([withdrawn]);
  expect(withdrawnAfter(his, his, hers)).toEqual([withdrawn]);
});

test('one suggestion stays, and so does one of another pair, or one that answers it', () => {
  expect(withdrawnAfter(hers, hers)).toEqual([]);
  expect(withdrawnAfter(hers, hers, suggest('k0', 'cleo', { mentorship: 'other' }))).toEqual([]);
  const counter = suggest('k1', 'ben', { replaces: 'asha' });
  expect(withdrawnAfter(counter, hers, counter, his)).toEqual([]);
});
