import type { Day, Instant, MeetingId } from '@alongside/domain/kernel/brand.js';
import type { OfferedTime } from '@alongside/domain/requests/caseload.events.js';
import { reviewDay } from '@alongside/domain/mentorships/review-day.js';
import { waysOfBoth, type Ways } from '@alongside/domain/mentorships/ways.js';
import type { Frequency } from '@alongside/domain/people/rhythm.js';
import { addSchoolDays } from '@alongside/domain/uk/school-days.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Remark } from '@alongside/ml/ranking/part.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { clashesWith } from '@alongside/projections/facts/meeting.facts.js';
import { schoolDaysOf } from '@alongside/projections/facts/school-days.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { RequestRow } from '@alongside/projections/views/request.view.js';

type Two = Pick<MentorshipRow, 'mentor' | 'mentee'>;

/** What a mentor is told of a request beside its words. */
export interface RequestAnswer {
  readonly reasons: readonly Remark[];
  /** The offered times that are still to come and free for both. Whose diary stands in the way of the others is never told. */
  readonly times: readonly OfferedTime[];
  /** How they would meet by what both have said; `null` where neither has. */
  readonly ways: Ways | null;
  /** How often the mentee would like to meet, where that is more often than they would begin with; else `null`. */
  readonly wish: Frequency | null;
}

/** What a new pair begins with, the same for both. */
export interface MatchAnswer {
  readonly reasons: readonly Remark[];
  readonly ways: Ways | null;
  /** A day to look at the agreement again: about a term on, a school day of both. */
  readonly reviewOn: Day;
  /** A day to have signed an agreement by: some school days after the first meeting; `null` before one is booked. */
  readonly signBy: Day | null;
}

/** How two people would meet, by what each has said of themself. */
export const waysFor = ({ mentor, mentee }: Two, look: HubReader): Ways | null => waysOfBoth(saidBy(mentor, look), saidBy(mentee, look));

/** How often a mentee would like to meet, where they would begin with meeting less often: their note may say it. */
export function wishFor(two: Two, look: HubReader): Frequency | null {
  const wish = saidBy(two.mentee, look)?.frequency ?? null;
  return wish === waysFor(two, look)?.frequency ? null : wish;
}

const saidBy = (person: string, look: HubReader) => look.row('profile', person)?.availability ?? null;

/** The offered times of a request that both can still make. */
export const timesLeft = (request: RequestRow, look: HubReader, now: Instant): readonly OfferedTime[] =>
  request.times.filter((time) => time.startsAt > now && !clashesWith(time, NO_MEETING, [request.mentor, request.mentee], look));

/** No meeting of theirs is left out of the search. */
const NO_MEETING = '' as MeetingId;

/** So many school days after they first met an agreement should be signed. */
const SIGN_WITHIN_DAYS = 5;

/** By when a pair would sign, counted from their first booked meeting. */
export function signByFor({ mentorship, mentee }: MentorshipRow, look: HubReader): Day | null {
  const [first] = look
    .rows('meeting', { mentorship })
    .flatMap(({ status, time }) => (status === 'booked' && time ? [time.startsAt] : []))
    .sort();
  return first ? addSchoolDays(schoolDaysOf(mentee, look), dayOf(first), SIGN_WITHIN_DAYS) : null;
}

/** When a pair would look at their agreement again. */
export const reviewFor = ({ mentor, mentee }: Two, look: HubReader, now: Instant): Day =>
  reviewDay([schoolDaysOf(mentee, look), schoolDaysOf(mentor, look)], dayOf(now));
