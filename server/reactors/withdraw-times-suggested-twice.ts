import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/**
 * Both of a pair suggested times in one moment, before either saw the other's: one suggestion stays, so that they do not wait for each other.
 * Which one follows from their ids: whichever of the two events is followed first, it is the same.
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
