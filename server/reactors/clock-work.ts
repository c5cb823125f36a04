import type { Day } from '@alongside/domain/kernel/brand.js';
import type { Look } from '@alongside/projections/engine/look.js';
import { closeWhatFellSilent } from './close-what-fell-silent.js';
import { askForReviews } from './ask-for-reviews.js';
import { completeWhatWasProposed } from './complete-what-was-proposed.js';
import type { FollowUp } from './reactor.js';
import { remindAndLapse } from './remind-and-lapse-requests.js';
import { resumeWhatWasPaused } from './resume-what-was-paused.js';
import { sendPlannedInvitations } from './send-planned-invitations.js';

/** What the clock must do on a day. Each act has an id that follows from what it is about and its day: it is done once, whoever's clock strikes first. */
export const clockWork = (today: Day, look: Look): readonly FollowUp[] => [
  ...remindAndLapse(today, look),
  ...resumeWhatWasPaused(today, look),
  ...completeWhatWasProposed(today, look),
  ...closeWhatFellSilent(today, look),
  ...askForReviews(today, look),
  ...sendPlannedInvitations(today, look),
];
