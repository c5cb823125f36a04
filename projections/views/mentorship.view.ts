import type { PairStatus } from '@alongside/domain/mentorships/states.js';
import type { AgreementId, Day, InstitutionId, Instant, MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { MeetingEvent } from '@alongside/domain/meetings/meeting.events.js';
import type { AgreementTerms, ClosingReason, MentorshipEvent, PauseReason } from '@alongside/domain/mentorships/mentorship.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import { change, type Rows } from '../engine/view.js';
import { onlyPair } from './audiences.js';
import { heldAfter, nothingMoreToHear, type AttendanceEvent } from './held.js';
import type { HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';

/** What the two promise each other, or would: proposing is signing one's own side. */
export interface Agreement {
  readonly agreement: AgreementId;
  readonly by: PersonId;
  /** `null` once their author was erased. */
  readonly terms: AgreementTerms | null;
  readonly signedBy: readonly PersonId[];
  readonly proposedAt: Instant;
  /** When both had signed. */
  readonly agreedAt: Instant | null;
  /** What it would take the place of: terms that wait for a signature, or those in force. `null` once both have signed it. */
  readonly replaces: Replaced | null;
}

/** An agreement that a newer suggestion is about. */
export interface Replaced {
  readonly by: PersonId;
  readonly terms: AgreementTerms | null;
  /** Both had signed it: it is in force until they sign the newer. */
  readonly inForce: boolean;
}

/** A mentorship as the two see it. */
export interface MentorshipRow {
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  readonly request: RequestId | null;
  readonly aims: readonly string[];
  readonly status: PairStatus;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** While paused: until when; `null` where no end was named, and while it is not paused. */
  readonly pausedUntil: Day | null;
  /** While paused: why. The two alone are told; others see no more than that it is paused. */
  readonly pausedWhy: PauseReason | null;
  /** How often it was paused: who resumes says which pause they have seen. */
  readonly pauses: number;
  /** The latest proposal that both have not signed yet. */
  readonly proposed: Agreement | null;
  /** The agreement that both signed. */
  readonly agreed: Agreement | null;
  /** One of the two carries on with the agreement until this day, and the other has not said so. */
  readonly review: { readonly by: PersonId; readonly reviewOn: Day } | null;
  /** A proposal to complete that the other has not replied to: who proposed, and the last day to reply. */
  readonly completion: { readonly by: PersonId; readonly agreeBy: Day; readonly reminded: boolean } | null;
  /** A suggestion to end it, while neither has replied: whose, why, and the last day to reply. */
  readonly closing: { readonly by: PersonId; readonly because: ClosingReason; readonly continueBy: Day } | null;
  /** Why the hub ended it after such a suggestion; `null` for every other end. */
  readonly endedBecause: ClosingReason | null;
  /** When the mentor left, until the two say that they carry on; `null` otherwise. */
  readonly mentorLeftAt: Instant | null;
  /** What the mentor left; `null` where they have left none, and where an older log does not say. */
  readonly mentorLeft: InstitutionId | null;
  /** What the mentee left while the mentorship goes on; `null` otherwise, and once they are there again. */
  readonly menteeLeft: InstitutionId | null;
  /** Meetings that took place by at least one of the two records. */
  readonly meetingsHeld: number;
  /** Meetings that both recorded, and the minutes of these: what CPD and certificates count. */
  readonly meetingsConfirmed: number;
  readonly minutes: number;
  readonly lastMetOn: Day | null;
  /** Those of the two who deleted their account: they confirm nothing any more. */
  readonly erased: readonly PersonId[];
}

const set = (rows: Rows<MentorshipRow>, mentorship: MentorshipId, next: (data: MentorshipRow) => Partial<MentorshipRow>): void =>
  change(rows, mentorship, (data) => ({ ...data, ...next(data) }));
const over = (rows: Rows<MentorshipRow>, mentorship: MentorshipId, status: PairStatus, endedAt: Instant): void =>
  set(rows, mentorship, () => ({
    status,
    endedAt,
    pausedUntil: null,
    pausedWhy: null,
    proposed: null,
    review: null,
    completion: null,
    closing: null,
  }));

// In the log the erased terms read as blanks; a blank that looks like a promise would mislead, so it is shown as none.
const termsOf = (terms: AgreementTerms): AgreementTerms | null => (terms.reviewOn === '1970-01-01' ? null : terms);

function without(agreement: Agreement | null, person: PersonId): Agreement | null {
  if (!agreement) return null;
  const { replaces } = agreement;
  return {
    ...agreement,
    terms: agreement.by === person ? null : agreement.terms,
    replaces: replaces?.by === person ? { ...replaces, terms: null } : replaces,
  };
}

const replacedBy = ({ proposed, agreed }: MentorshipRow): Replaced | null => {
  const before = proposed ?? agreed;
  return before && { by: before.by, terms: before.terms, inForce: before === agreed };
};

function countHeld(event: AttendanceEvent, rows: Rows<MentorshipRow>): void {
  const held = heldAfter(rows, event);
  if (!held) return;
  set(rows, event.data.mentorship, ({ meetingsHeld }) => ({ meetingsHeld: meetingsHeld + held.by, lastMetOn: held.lastOn }));
}

/** Mentorships, to the two whom each joins. Leaders and coordinators have the `pairing` view instead (R6). */
export const mentorshipView = hubView<MentorshipEvent | MeetingEvent | HubEventOf<'MemberJoined'>, MentorshipRow>()({
  name: 'mentorship',
  version: 11,
  title: 'Mentorships, for mentors and mentees',
  readers: ['mentorship', 'person'],
  own: 'mentorships',
  indexes: ['mentor', 'mentee', 'status'],
  forget: (rows, id, person) =>
    set(rows, id as MentorshipId, ({ mentor, mentee, proposed, agreed, erased }) => ({
      proposed: without(proposed, person),
      agreed: without(agreed, person),
      erased: [mentor, mentee].filter((one) => one === person || erased.includes(one)),
    })),
  on: {
    MentorshipStarted: ({ data, at }, rows) => {
      const { mentorship, request, aims } = data;
      const { mentor, mentee } = theTwo(data);
      // The two by name as well: the row that makes them a pair must reach them before they count as one.
      const audience: readonly Principal[] = [...onlyPair(mentorship), `person:${mentor}`, `person:${mentee}`];
      rows.put(mentorship, {
        audience,
        about: [mentor, mentee],
        data: {
          mentorship,
          mentor,
          mentee,
          request,
          aims,
          status: 'trial',
          startedAt: at,
          endedAt: null,
          pausedUntil: null,
          pausedWhy: null,
          pauses: 0,
          proposed: null,
          agreed: null,
          review: null,
          completion: null,
          closing: null,
          endedBecause: null,
          mentorLeftAt: null,
          mentorLeft: null,
          menteeLeft: null,
          meetingsHeld: 0,
          meetingsConfirmed: 0,
          minutes: 0,
          lastMetOn: null,
          erased: [],
        },
      });
    },
    // Back, or at another school of this hub: they belong somewhere again.
    MemberJoined: ({ data: { person } }, rows) => {
      for (const id of rows.about(person))
        change(rows, id, (data) => (data.mentee === person && data.menteeLeft !== null ? { ...data, menteeLeft: null } : data));
    },
    AgreementProposed: ({ data: { mentorship, agreement, by, terms }, at }, rows) => {
      const proposed = { agreement, by, terms: termsOf(terms), signedBy: [by], proposedAt: at, agreedAt: null };
      set(rows, mentorship, (row) => ({ proposed: { ...proposed, replaces: replacedBy(row) } }));
    },
    AgreementSigned: ({ data: { mentorship, agreement, by } }, rows) =>
      set(rows, mentorship, ({ proposed }) =>
        proposed?.agreement === agreement
          ? { proposed: { ...proposed, signedBy: [...proposed.signedBy.filter((one) => one !== by), by] } }
          : {},
      ),
    MentorshipAgreed: ({ data: { mentorship, agreement }, at }, rows) =>
      set(rows, mentorship, ({ proposed, status }) =>
        proposed?.agreement === agreement
          ? {
              status: status === 'trial' ? 'active' : status,
              agreed: { ...proposed, agreedAt: at, replaces: null },
              proposed: null,
              review: null,
            }
          : { status: status === 'trial' ? 'active' : status },
      ),
    ReviewAnswered: ({ data: { mentorship, by, reviewOn } }, rows) => set(rows, mentorship, () => ({ review: { by, reviewOn } })),
    AgreementReviewed: ({ data: { mentorship, agreement, reviewOn } }, rows) =>
      set(rows, mentorship, ({ agreed }) =>
        agreed?.agreement === agreement && agreed.terms
          ? { agreed: { ...agreed, terms: { ...agreed.terms, reviewOn } }, review: null }
          : { review: null },
      ),
    MentorshipPaused: ({ data: { mentorship, until, why } }, rows) =>
      set(rows, mentorship, ({ pauses }) => ({
        status: 'paused',
        pausedUntil: until,
        pausedWhy: why,
        pauses: pauses + 1,
        completion: null,
        closing: null,
      })),
    MentorshipResumed: ({ data: { mentorship } }, rows) =>
      set(rows, mentorship, ({ agreed }) => ({ status: agreed ? 'active' : 'trial', pausedUntil: null, pausedWhy: null })),
    CompletionProposed: ({ data: { mentorship, by, agreeBy } }, rows) =>
      set(rows, mentorship, () => ({ completion: { by, agreeBy, reminded: false } })),
    CompletionDayMoved: ({ data: { mentorship, agreeBy } }, rows) =>
      set(rows, mentorship, ({ completion }) => ({ completion: completion && { ...completion, agreeBy } })),
    CompletionReminded: ({ data: { mentorship } }, rows) =>
      set(rows, mentorship, ({ completion }) => ({ completion: completion && { ...completion, reminded: true } })),
    CompletionDeclined: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ completion: null })),
    CompletionWithdrawn: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ completion: null })),
    ClosingProposed: ({ data: { mentorship, by, because, continueBy } }, rows) =>
      set(rows, mentorship, () => ({ closing: { by, because, continueBy } })),
    ClosingDayMoved: ({ data: { mentorship, continueBy } }, rows) =>
      set(rows, mentorship, ({ closing }) => ({ closing: closing && { ...closing, continueBy } })),
    ClosingDeclined: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ closing: null })),
    ClosingLifted: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ closing: null })),
    HandoverNeeded: ({ data: { mentorship, institution }, at }, rows) =>
      set(rows, mentorship, () => ({ mentorLeftAt: at, mentorLeft: institution ?? null })),
    HandoverSettled: ({ data: { mentorship } }, rows) => set(rows, mentorship, () => ({ mentorLeftAt: null, mentorLeft: null })),
    MenteeLeft: ({ data: { mentorship, institution } }, rows) => set(rows, mentorship, () => ({ menteeLeft: institution })),
    MentorshipCompleted: ({ data: { mentorship }, at }, rows) => over(rows, mentorship, 'completed', at),
    MentorshipEnded: ({ data: { mentorship, because }, at }, rows) => {
      over(rows, mentorship, 'ended', at);
      set(rows, mentorship, () => ({ endedBecause: because ?? null }));
    },
    AttendanceRecorded: countHeld,
    MeetingClosed: countHeld,
    MeetingConfirmed: ({ data: { mentorship, meeting, minutes } }, rows) => {
      set(rows, mentorship, (data) => ({ meetingsConfirmed: data.meetingsConfirmed + 1, minutes: data.minutes + minutes }));
      nothingMoreToHear(rows, meeting);
    },
    RecordSetAside: (event, rows) => {
      const { mentorship, minutes } = event.data;
      if (minutes !== undefined)
        set(rows, mentorship, (data) => ({ meetingsConfirmed: data.meetingsConfirmed - 1, minutes: data.minutes - minutes }));
      countHeld(event, rows);
    },
  },
});
