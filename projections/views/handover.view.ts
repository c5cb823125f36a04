import type { Day, InstitutionId, Instant, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import { theTwo } from '@alongside/domain/mentorships/participants.js';
import type { Rows } from '../engine/view.js';
import { coordinatorsOf } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf } from './belonging.js';
import type { HubEvent, HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';
import { asks, asksNoMore, begins, isOver, searchStateOf } from './looking.js';
import { followSuggesting, suggestedTo, suggestsNoMore, type Suggested } from './suggested.js';
import { ukDay } from './uk-day.js';

/**
 * What a mentee whose mentor has left needs next: `decide` whether the two carry on, `find-mentor` once they do not, `wait-for-reply` while
 * another mentor was asked.
 */
export type HandoverNeed = 'decide' | 'find-mentor' | 'wait-for-reply';

/** A mentee whose mentor has left, for their coordinator's desk: who, since when and what is next. It never says why the mentor left. */
export interface HandoverRow {
  readonly mentorship: MentorshipId;
  readonly mentor: PersonId;
  readonly mentee: PersonId;
  /** What the mentor left; `null` where they deleted their account, and where an older log does not say. */
  readonly institution: InstitutionId | null;
  readonly since: Day;
  readonly next: HandoverNeed;
  /** Since when this is what they need: what a coordinator wrote before says nothing about it. */
  readonly nextAt: Instant;
  /** Who last suggested mentors to the mentee, and when. */
  readonly suggested: Suggested | null;
}

type Handovers = Rows<HandoverRow>;

/** Audience and next step of a mentee's rows, as things are now. `at`: of what may have changed the step. */
function settle(rows: Handovers, mentee: PersonId, at?: Instant): void {
  const { ended, asked, mentored } = searchStateOf(rows, mentee);
  for (const id of rows.about(mentee)) {
    const row = rows.get(id);
    if (!row) continue;
    // It has ended, and they have another mentor: nothing is left to hand over.
    if (mentored && ended.includes(row.data.mentorship)) {
      rows.remove(id);
      continue;
    }
    const next = !ended.includes(row.data.mentorship) ? 'decide' : asked ? 'wait-for-reply' : 'find-mentor';
    const nextAt = (next !== row.data.next && at) || row.data.nextAt;
    rows.put(id, {
      audience: coordinatorsOf(reachOf(rows, mentee)),
      data: { ...row.data, next, nextAt, suggested: suggestedTo(rows, mentee) },
    });
  }
}

const done = (rows: Handovers, mentee: PersonId): void => {
  for (const id of rows.about(mentee)) rows.remove(id);
};

type Unanswered = HubEventOf<'RequestDeclined' | 'RequestWithdrawn' | 'RequestLapsed'>;
function cameToNothing({ data: { mentee, request }, at }: Unanswered & { readonly at: Instant }, rows: Handovers): void {
  asksNoMore(rows, mentee, request);
  settle(rows, mentee, at);
}

/** Hand-overs, to the coordinators of the mentee. */
export const handoverView = hubView<HubEvent, HandoverRow>()({
  name: 'handover',
  version: 4,
  title: 'Pairs that need a hand-over',
  readers: ['#coordinators'],
  indexes: ['mentee', 'mentor'],
  on: {
    ...followBelonging<HandoverRow>(oneByOne((rows, mentee) => settle(rows, mentee))),
    ...followSuggesting<HandoverRow>((rows, mentee) => settle(rows, mentee)),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      suggestsNoMore(rows, person);
      done(rows, person);
    },
    MentoringRequested: ({ data: { mentee, request }, at }, rows) => {
      asks(rows, mentee, request);
      settle(rows, mentee, at);
    },
    RequestDeclined: cameToNothing,
    RequestWithdrawn: cameToNothing,
    RequestLapsed: cameToNothing,
    MentorshipStarted: ({ data }, rows) => {
      const { mentorship, request } = data;
      const { mentee } = theTwo(data);
      begins(rows, mentee, mentorship, request);
      done(rows, mentee);
    },
    HandoverNeeded: ({ data, at }, rows) => {
      const { mentorship, institution = null } = data;
      const { mentor, mentee } = theTwo(data);
      rows.put(mentorship, {
        audience: [],
        data: { mentorship, mentor, mentee, institution, since: ukDay(at), next: 'decide', nextAt: at, suggested: null },
        about: [mentee],
      });
      settle(rows, mentee);
    },
    HandoverSettled: ({ data: { mentorship } }, rows) => rows.remove(mentorship),
    MentorshipCompleted: ({ data }, rows) => {
      isOver(rows, theTwo(data).mentee, data.mentorship, 'completed');
      rows.remove(data.mentorship);
    },
    MentorshipEnded: ({ data, at }, rows) => {
      const { mentee } = theTwo(data);
      isOver(rows, mentee, data.mentorship, 'ended');
      settle(rows, mentee, at);
    },
  },
});
