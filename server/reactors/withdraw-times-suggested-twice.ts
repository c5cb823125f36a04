import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Both of a pair suggested times at once. One suggestion stays, so neither waits for the other; their ids decide, whichever event is
 * followed first.
 */
export const withdrawTimesSuggestedTwice: Reactor = {
  name: 'withdraw-times-suggested-twice',
  on: { MeetingProposed: withdraw },
};

function withdraw({ data: { mentorship, replaces } }: EventTyped<'MeetingProposed'>, { look }: World): readonly Asked[] {
  // What replaces other times is an answer to what was shown.
  if (replaces !== undefined) return [];
  const [, ...later] = look
    .rows('meeting', { mentorship, status: 'proposed' })
    .map(({ meeting }) => meeting)
    .toSorted();
  return later.map((meeting) => ({ type: 'CancelMeeting', data: { meeting, seen: null, because: 'suggested-already' } }));
}
