import type { Day } from '@alongside/domain/kernel/brand.js';
import type { HubDueReader, HubReader } from '@alongside/projections/views/index.js';
import { dueView, type DueRow } from '@alongside/projections/views/due.view.js';
import { askForReview } from './ask-for-reviews.js';
import { closeWhatFellSilent } from './close-what-fell-silent.js';
import { completeWhatWasProposed } from './complete-what-was-proposed.js';
import type { FollowUp } from './reactor.js';
import { lapseOffer, remindOrLapse } from './remind-and-lapse-requests.js';
import { resumeWhatWasPaused } from './resume-what-was-paused.js';
import { sendPlannedInvitations } from './send-planned-invitations.js';
import { tellOfClosing } from './tell-of-closing.js';

/** What an upgraded hub may owe to whole schools since long before it started, which may be at night. */
const BY_DAY_ALONE: ReadonlySet<DueRow['kind']> = new Set(['tell-of-closing']);

/** What the clock must do by a day, earlier days included, because it may have been off. Each act has an id of its subject and day. */
export const clockWork = (today: Day, look: HubDueReader, isByDay = true): readonly FollowUp[] =>
  look
    .upTo(dueView.name, 'day', today)
    .filter(({ kind }) => isByDay || !BY_DAY_ALONE.has(kind))
    .flatMap((due) => workOf(due, today, look));

function workOf(due: DueRow, today: Day, look: HubReader): readonly FollowUp[] {
  switch (due.kind) {
    case 'remind':
    case 'lapse':
      return [remindOrLapse(due)];
    case 'lapse-offer':
      return [lapseOffer(due)];
    case 'resume-mentoring':
    case 'resume-mentorship':
      return [resumeWhatWasPaused(due)];
    case 'remind-completion':
    case 'complete':
      return [completeWhatWasProposed(due)];
    case 'close':
      return [closeWhatFellSilent(due)];
    case 'ask-for-review':
      return [askForReview(due, today)];
    case 'send-invitations':
      return sendPlannedInvitations(due, look);
    case 'tell-of-closing':
      return tellOfClosing(due, look);
  }
}
