import type { Instant } from '@alongside/domain/kernel/brand.js';
import type { Recorded } from '@alongside/domain/kernel/event-store.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { foldView, happened } from '@alongside/projections/testing/given-events.js';
import { lookInto } from '@alongside/projections/testing/look-into.js';
import { mentorshipView } from '@alongside/projections/views/mentorship.view.js';
import { askAboutEarlierMentors } from './ask-about-earlier-mentors.js';
import { followUpsOf } from './reactor.js';

const pairs = { m1: 'asha', m2: 'cleo', m3: 'dan' } as const;
type Pair = keyof typeof pairs;
const of = (mentorship: Pair) => ({ mentorship, mentor: pairs[mentorship], mentee: 'ben' });
const started = (mentorship: Pair) => happened('MentorshipStarted', { ...of(mentorship), request: null, aims: [] });
const left = (mentorship: Pair) => happened('HandoverNeeded', of(mentorship));
const asked = (mentorship: Pair) =>
  happened('ClosingProposed', {
    ...{ ...of(mentorship), by: 'hub', because: 'mentor-left', continueBy: '2026-03-13' },
    counted: { from: '2026-03-06', remindAfter: 2, answerAfter: 5 },
  });
const ended = (mentorship: Pair) => happened('MentorshipEnded', { ...of(mentorship), by: 'ben', reason: '', wantsAnother: false });
const back = (mentorship: Pair) => happened('HandoverSettled', { mentorship, by: 'hub', because: 'mentor-back' });

/** What follows from the last of these events, for the mentorships of Ben. */
function follows(...events: ReturnType<typeof happened>[]) {
  const world = {
    look: lookInto(new Map([[mentorshipView.name, foldView(mentorshipView as never, events)]])),
    now: () => '2026-03-06T12:00:00.000Z' as Instant,
    secret: () => '',
  };
  return followUpsOf(askAboutEarlierMentors, events.at(-1) as Recorded<AnyEvent>, world).map(({ type, data }) => ({ type, data }));
}
const asks = (mentorship: Pair) => ({ type: 'ProposeClosing', data: { mentorship } });
const lifts = (mentorship: Pair, why: string) => ({ type: 'LiftClosing', data: { mentorship, why } });

describe('a mentee whose mentor has left is asked whether the two go on', () => {
  test('where they have another mentor, or find one', () => {
    expect(follows(started('m1'), left('m1'))).toEqual([]);
    expect(follows(started('m1'), left('m1'), started('m2'))).toEqual([asks('m1')]);
    expect(follows(started('m1'), started('m2'), left('m1'))).toEqual([asks('m1')]);
  });

  test('and not where the other has left as well: nobody says of either that there is another', () => {
    expect(follows(started('m1'), started('m2'), left('m1'), asked('m1'), left('m2'))).toEqual([lifts('m1', 'other-left')]);
    expect(follows(started('m1'), started('m2'), started('m3'), left('m1'), asked('m1'), left('m2'))).toEqual([asks('m2')]);
  });

  test('no more once the only other is over, however many were asked about', () => {
    const both = [started('m1'), started('m2'), started('m3'), left('m1'), asked('m1'), left('m2'), asked('m2')];
    expect(follows(...both, ended('m3'))).toEqual([lifts('m1', 'other-ended'), lifts('m2', 'other-ended')]);
    expect(follows(...both, ended('m2'))).toEqual([]);
  });

  test('again once the other is back', () => {
    expect(follows(started('m1'), started('m2'), left('m1'), left('m2'), back('m2'))).toEqual([asks('m1')]);
  });
});
