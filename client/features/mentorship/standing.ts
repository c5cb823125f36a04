import { isUnderWay } from '../pair/under-way.js';
import { dayAfter, dayOf } from '../../ui/words.js';
import { isOver, type Meeting, type MeetingTime, type Mentorship } from '../pair/pair.js';

/** What a mentorship is waiting for, seen by one of the two: the one next thing, and whose move it is. */
export type Standing =
  | { readonly kind: 'completed' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'paused'; readonly until: string | null }
  /** The mentor has come to appraise or assess the mentee. */
  | { readonly kind: 'kept-apart' }
  /** The other proposed to complete; with no reply it is completed after this day. */
  | { readonly kind: 'agree-completion'; readonly agreeBy: string }
  /** This person proposed to complete. */
  | { readonly kind: 'completion-proposed'; readonly agreeBy: string }
  /** The mentor has left, and the two have not said whether they carry on. */
  | { readonly kind: 'mentor-left' }
  | {
      readonly kind: 'close-meeting';
      readonly meeting: string;
      readonly startsAt: string;
      readonly underWay: boolean;
      readonly due: string;
    }
  | { readonly kind: 'confirm-meeting'; readonly meeting: string; readonly minutes: number }
  | { readonly kind: 'sign' }
  | { readonly kind: 'choose-time'; readonly meeting: string; readonly times: readonly MeetingTime[] }
  | { readonly kind: 'propose' }
  | { readonly kind: 'book'; readonly first: boolean }
  | { readonly kind: 'other-chooses'; readonly meeting: string }
  | { readonly kind: 'next-meeting'; readonly meeting: string; readonly time: MeetingTime };

export interface PairNow {
  readonly me: string;
  /** Now, as an instant. */
  readonly now: string;
  readonly mentorship: Mentorship;
  readonly meetings: readonly Meeting[];
}

/** The one next thing of a pair. What both already promised comes before what nobody has asked for yet. */
export function standingOf(pair: PairNow): Standing {
  const { mentorship } = pair;
  if (isOver(mentorship)) return { kind: mentorship.status === 'completed' ? 'completed' : 'ended' };
  const { completion } = mentorship;
  if (completion && completion.by !== pair.me) return { kind: 'agree-completion', agreeBy: completion.agreeBy };
  if (mentorship.status === 'paused')
    return mentorship.pausedWhy === 'reporting-line' ? { kind: 'kept-apart' } : { kind: 'paused', until: mentorship.pausedUntil };
  return recordOf(pair) ?? endingOf(pair) ?? agreementOf(pair) ?? meetingOf(pair);
}

function endingOf({ mentorship: { completion, mentorLeftAt } }: PairNow): Standing | undefined {
  if (completion) return { kind: 'completion-proposed', agreeBy: completion.agreeBy };
  return mentorLeftAt ? { kind: 'mentor-left' } : undefined;
}

function recordOf({ meetings, me, now }: PairNow): Standing | undefined {
  const begun = inOrder(meetings).find(({ status, time }) => status === 'booked' && time && time.startsAt <= now);
  if (begun?.time) {
    const { startsAt } = begun.time;
    return {
      kind: 'close-meeting',
      meeting: begun.meeting,
      startsAt,
      underWay: isUnderWay(begun.time, now),
      due: dayAfter(dayOf(startsAt), 1),
    };
  }
  const open = inOrder(meetings).find((meeting) => waitsForWord(meeting, me));
  return open ? { kind: 'confirm-meeting', meeting: open.meeting, minutes: open.attendance[0]?.minutes ?? 0 } : undefined;
}

/** The other has recorded that it took place, and this person has not said anything yet. */
export const waitsForWord = (meeting: Pick<Meeting, 'status' | 'took' | 'attendance'>, me: string): boolean =>
  meeting.status === 'closed' && meeting.took === true && !meeting.attendance.some(({ by }) => by === me);

function agreementOf({ mentorship, me }: PairNow): Standing | undefined {
  const { proposed, status, meetingsHeld } = mentorship;
  if (proposed?.terms && !proposed.signedBy.some((person) => person === me)) return { kind: 'sign' };
  // The trial ends in words for what the two already do: nobody is asked to promise before they have met.
  return status === 'trial' && !proposed && meetingsHeld > 0 ? { kind: 'propose' } : undefined;
}

function meetingOf({ mentorship, meetings, me, now }: PairNow): Standing {
  const mine = meetings.find(({ status, by }) => status === 'proposed' && by === me);
  const theirs = meetings.find(({ status, by }) => status === 'proposed' && by !== me);
  const next = inOrder(meetings).find(({ status }) => status === 'booked');
  if (theirs) {
    return { kind: 'choose-time', meeting: theirs.meeting, times: theirs.times.filter(({ startsAt }) => startsAt > now) };
  }
  if (next?.time) return { kind: 'next-meeting', meeting: next.meeting, time: next.time };
  if (mine) return { kind: 'other-chooses', meeting: mine.meeting };
  return { kind: 'book', first: mentorship.meetingsHeld === 0 };
}

const startOf = ({ time, times }: Meeting): string => time?.startsAt ?? times[0]?.startsAt ?? '9999';

/** By the time at which they begin; those that are still to be arranged stand at their first offered time. */
export const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  [...meetings].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));

/** Whether it is time for the private question: once after the first meeting, once more after the third. */
export const fitIsDue = (meetingsHeld: number, answers: number): boolean =>
  (meetingsHeld >= 1 && answers === 0) || (meetingsHeld >= 3 && answers === 1);

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** Which meeting of a pair this is, counting those that took place or may still: 1 for the first. */
export function numberOf(meeting: Meeting, meetings: readonly Meeting[]): number {
  const counted = inOrder(meetings).filter(
    (one) => one.meeting === meeting.meeting || (one.status !== 'cancelled' && !(one.status === 'closed' && one.took === false)),
  );
  return counted.findIndex((one) => one.meeting === meeting.meeting) + 1 || counted.length + 1;
}

/** “First meeting”, “Meeting 12”. */
export const titleOf = (number: number): string => {
  const word = ORDINALS[number - 1];
  return word ? `${word} meeting` : `Meeting ${number}`;
};
