import { accessView } from './access.view.js';
import { accountView } from './account.view.js';
import { actionView } from './action.view.js';
import { askedWhereView } from './asked-where.view.js';
import { capacityView } from './capacity.view.js';
import { carriedOverView } from './carried-over.view.js';
import { caseloadView } from './caseload.view.js';
import { claimView } from './claim.view.js';
import { cpdView } from './cpd.view.js';
import { coordinatorsView } from './coordinators.view.js';
import { credentialView } from './credential.view.js';
import { dateView } from './date.view.js';
import { dayView } from './day.view.js';
import { directoryView } from './directory.view.js';
import { dueView } from './due.view.js';
import { endingView } from './ending.view.js';
import { feedbackView } from './feedback.view.js';
import { fitView } from './fit.view.js';
import { goalView } from './goal.view.js';
import { growthView } from './growth.view.js';
import { handoverView } from './handover.view.js';
import { helpOfferView } from './help-offer.view.js';
import { helpView } from './help.view.js';
import type { DueReader, ViewReader } from '../engine/view-reader.js';
import type { CatalogueOf, HubView, RowsOf } from './hub-view.js';
import { institutionView } from './institution.view.js';
import { invitationView } from './invitation.view.js';
import { lateGrantView } from './late-grant.view.js';
import { lookingCountView } from './looking-count.view.js';
import { lostRoleView } from './lost-role.view.js';
import { meetingContentView } from './meeting-content.view.js';
import { meetingView } from './meeting.view.js';
import { memberView } from './member.view.js';
import { membershipView } from './membership.view.js';
import { joiningView } from './joining.view.js';
import { mentorshipView } from './mentorship.view.js';
import { messageView } from './message.view.js';
import { newcomerView } from './newcomer.view.js';
import { newcomersView } from './newcomers.view.js';
import { noticeView } from './notice.view.js';
import { openToOffersView } from './open-to-offers.view.js';
import { overviewView } from './overview.view.js';
import { pairingView } from './pairing.view.js';
import { personView } from './person.view.js';
import { profileView } from './profile.view.js';
import { publishedWordsView } from './published-words.view.js';
import { publishedView } from './published.view.js';
import { pulseView } from './pulse.view.js';
import { putBackView } from './put-back.view.js';
import { reflectionView } from './reflection.view.js';
import { requestReservesView } from './request-reserves.view.js';
import { requestView } from './request.view.js';
import { rosterView } from './roster.view.js';
import { saidView } from './said.view.js';
import { savedSearchView } from './saved-search.view.js';
import { seekingView } from './seeking.view.js';
import { sessionView } from './session.view.js';
import { shownView } from './shown.view.js';
import { skillView } from './skill.view.js';
import { staffColumnsView } from './staff-columns.view.js';
import { stateView } from './state.view.js';
import { waitingView } from './waiting.view.js';

const each = [
  accessView,
  accountView,
  actionView,
  askedWhereView,
  capacityView,
  carriedOverView,
  caseloadView,
  coordinatorsView,
  claimView,
  cpdView,
  credentialView,
  dateView,
  dayView,
  directoryView,
  dueView,
  endingView,
  feedbackView,
  fitView,
  goalView,
  growthView,
  handoverView,
  helpOfferView,
  helpView,
  institutionView,
  invitationView,
  joiningView,
  lateGrantView,
  lookingCountView,
  lostRoleView,
  meetingContentView,
  meetingView,
  memberView,
  membershipView,
  mentorshipView,
  messageView,
  newcomerView,
  newcomersView,
  noticeView,
  openToOffersView,
  overviewView,
  pairingView,
  personView,
  profileView,
  publishedView,
  publishedWordsView,
  pulseView,
  putBackView,
  reflectionView,
  requestReservesView,
  requestView,
  rosterView,
  saidView,
  savedSearchView,
  seekingView,
  sessionView,
  shownView,
  skillView,
  staffColumnsView,
  stateView,
  waitingView,
] as const;

/** Every read model of the hub: the one list that a new view joins. The engine hands a view only events of the types that it has a handler for. */
// A handler takes one type of event, and the engine looks it up by that type: a fact that the list as a whole cannot state.
export const allViews = each as unknown as readonly HubView[];

/** What a row of each view holds that a person may read. */
export type ViewRows = RowsOf<typeof each>;
export type ViewName = keyof ViewRows;

/** The views that queries and sockets may name. Those without readers are for the hub’s own use. */
export const PUBLIC_VIEWS: ReadonlySet<string> = new Set(allViews.flatMap(({ name, readers }) => (readers.length > 0 ? [name] : [])));

/** The views that have rows for those who know a person. */
export const SHOWN_TO_KNOWN: ReadonlySet<string> = new Set(
  allViews.flatMap(({ name, readers }) => (readers.includes('known') ? [name] : [])),
);

/** What the hub itself reads of its views. */
export type HubViews = CatalogueOf<typeof each>;
export type HubReader = ViewReader<HubViews>;
export type HubDueReader = DueReader<HubViews>;
