import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import type { CaseloadCommand } from '@alongside/domain/requests/caseload.commands.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { principalsOf } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { CaseloadFacts, OfferFacts } from '@alongside/domain/requests/caseload.facts.js';
import { mayBeAsked } from '@alongside/domain/requests/may-be-asked.js';
import type { AnswerTime } from '@alongside/domain/uk/answer-time.js';
import type { FirstMeeting } from '@alongside/domain/requests/caseload.events.js';
import { dayOf, overlaps } from '@alongside/domain/uk/uk-time.js';
import type { HubReader } from '../views/index.js';
import type { RequestRow } from '../views/request.view.js';
import { actorOf } from './actor.js';
import { askFactsOf } from './ask.js';
import { reachOf, type Gather } from './gather.js';
import { clashesWith } from './meeting.facts.js';
import { answerDaysOf, schoolDaysOf } from './school-days.js';
import { writtenOn } from './written-on.js';

type Two = { readonly mentor: PersonId; readonly mentee: PersonId };

/** What a caseload must know: the two of a request, who else could be asked, and how much time a mentor has to answer (R4). */
export const gatherForCaseload: Gather<CaseloadCommand, CaseloadFacts> = (command, look) => {
  const { mentor } = command.data;
  const request = 'request' in command.data ? look.row('request', command.data.request) : undefined;
  const mentee = menteeIn(command, look);
  return {
    facts: {
      ask: mentee && command.type !== 'ReleasePlace' ? askFactsOf(mentor, mentee, command.on, look) : null,
      openRequests: mentee ? openRequestsOf(mentee, look).length : 0,
      askable: GOES_ON.has(command.type) ? askableReserves(request, command.on, look) : [],
      offer: command.type === 'OfferHelp' ? offerFactsOf(command.data, look) : null,
      time: answerTimeOf(mentee && ANSWERED_BY_MENTEE.has(command.type) ? mentee : mentor, look),
      writtenToday: command.type === 'DiscussRequest' && request ? writtenAbout(request, command, look) : 0,
      clashes: command.type === 'AcceptRequest' && mentee !== undefined && meetsThen(command.data.first, { mentor, mentee }, look),
    },
    institutions: reachOf(mentee ? [mentor, mentee] : [mentor], look),
  };
};

/** The mentee whom a command is about; undefined where none is known. */
export function menteeIn(command: CaseloadCommand, look: HubReader): PersonId | undefined {
  if ('mentee' in command.data) return command.data.mentee;
  const request = 'request' in command.data ? look.row('request', command.data.request) : undefined;
  const offer = 'helpOffer' in command.data ? look.row('help-offer', command.data.helpOffer) : undefined;
  return request?.mentee ?? offer?.mentee ?? menteeOfPlace(command, look);
}

/** The mentee replies to these, by their own school days. */
const ANSWERED_BY_MENTEE: ReadonlySet<CaseloadCommand['type']> = new Set(['OfferHelp', 'LapseOffer']);

/** What is known of a mentee as one mentor offers them help. */
export function offerFactsOf({ mentor, mentee }: Two, look: HubReader): OfferFacts {
  const open = look.row('open-to-offers', mentee);
  const offered = new Set(look.row('directory', mentor)?.expertise.map(({ tag }) => tag));
  return {
    aims: open ? open.aims.filter((tag) => offered.has(tag)) : null,
    reached: open !== undefined && meets(open.reach, new Set(principalsOf(actorOf(mentor, look)))),
    openOffers: look.rows('help-offer', { mentee, status: 'open' }).length,
    mentors: mentorsAndRequestsOf(mentee, look),
  };
}

/** How many mentors a mentee has, and how many they ask. */
export const mentorsAndRequestsOf = (mentee: PersonId, look: HubReader): number =>
  look.rows('mentorship', { mentee }).filter((pair) => !isOver(pair)).length + openRequestsOf(mentee, look).length;

/** Whether either has a meeting at the time that a yes names: a booked one, or one that another yes named a moment ago and is about to be. */
function meetsThen(first: FirstMeeting | undefined, two: Two, look: HubReader): boolean {
  if (!first) return false;
  const { time, meeting } = first;
  const named = [two.mentor, two.mentee].flatMap((person) => [
    ...look.rows('request', { mentor: person, status: 'accepted' }),
    ...look.rows('request', { mentee: person, status: 'accepted' }),
  ]);
  const isAboutToBe = (other: FirstMeeting | null) =>
    other !== null && other.meeting !== meeting && overlaps(other.time, time) && !look.row('meeting', other.meeting);
  return clashesWith(time, meeting, [two.mentor, two.mentee], look) || named.some((row) => isAboutToBe(row.first));
}

/** What one of the two wrote to the other on the day of a command: about their request, and otherwise. */
function writtenAbout({ mentor, mentee, messages }: RequestRow, { by, on }: CaseloadCommand, look: HubReader): number {
  const here = messages.filter(({ from, at }) => from === by && dayOf(at) === on).length;
  return here + writtenOn(on, by, by === mentor ? mentee : mentor, look);
}

/** A request that ends this way goes on to the next whom the mentee named. */
const GOES_ON: ReadonlySet<CaseloadCommand['type']> = new Set(['DeclineRequest', 'ReleaseRequest', 'LapseRequest']);

const openRequestsOf = (mentee: PersonId, look: HubReader): readonly RequestRow[] => look.rows('request', { mentee, status: 'open' });

/** A released place concerns the institutions of both, as everything about their mentorship did. */
const menteeOfPlace = (command: CaseloadCommand, look: HubReader): PersonId | undefined =>
  command.type === 'ReleasePlace' ? look.row('mentorship', command.data.mentorship)?.mentee : undefined;

/** In the order of the mentee's own list. */
function askableReserves(request: RequestRow | undefined, on: Day, look: HubReader): readonly PersonId[] {
  if (!request) return [];
  const { mentee } = request;
  const asked = new Set(openRequestsOf(mentee, look).map(({ mentor }) => mentor));
  return (look.row('request-reserves', request.request)?.reserves ?? []).filter(
    (reserve) => !asked.has(reserve) && hasPlace(reserve, look) && mayBeAsked(askFactsOf(reserve, mentee, on, look)),
  );
}

function hasPlace(mentor: PersonId, look: HubReader): boolean {
  const row = look.row('capacity', mentor);
  return row !== undefined && row.taken < row.places;
}

/** The school days of the mentor's first institution and its window; the usual window for a mentor who belongs nowhere. */
const answerTimeOf = (mentor: PersonId, look: HubReader): AnswerTime => ({
  calendar: schoolDaysOf(mentor, look),
  windowDays: answerDaysOf(mentor, look),
});
