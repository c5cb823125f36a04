import type { OfferId, PersonId, RequestId } from '../kernel/brand.js';
import { byId } from '../kernel/by-id.js';
import type { CaseloadCommand } from '../requests/caseload.commands.js';
import type { Caseload } from '../requests/caseload.decider.js';
import type { Policies } from '../protocol/aggregate.js';
import { isHub, type Actor } from './actor.js';
import { is, selfOrHub } from './who.js';

/** The stream is the mentor's own, so its name says truly who the mentor is. The mentee is read from the request, never from the command. */
const menteeOf = (caseload: Caseload, request: RequestId): PersonId | null =>
  byId.get(caseload.open, request)?.mentee ?? byId.get(caseload.answered, request)?.mentee ?? null;

/** The mentee of an offer, read from it as well. */
const offeredTo = ({ offers, ended }: Caseload, offer: OfferId): PersonId | null =>
  byId.get(offers, offer)?.mentee ?? byId.get(ended, offer)?.mentee ?? null;

const eitherSide = (actor: Actor, { data }: { data: { mentor: PersonId; request: RequestId } }, caseload: Caseload): boolean =>
  is(actor, data.mentor) || is(actor, menteeOf(caseload, data.request));

/** A mentor answers for themself; a mentee asks for themself. The hub keeps the time, and passes on what lapsed. */
export const caseloadPolicies: Policies<CaseloadCommand, Caseload, unknown> = {
  ChangeCapacity: (actor, { data }) => selfOrHub(actor, data.mentor),
  RequestMentoring: (actor, { data }) => selfOrHub(actor, data.mentee),
  ExtendRequest: eitherSide,
  DiscussRequest: eitherSide,
  AcceptRequest: (actor, { data }) => is(actor, data.mentor),
  DeclineRequest: (actor, { data }) => selfOrHub(actor, data.mentor),
  ReleaseRequest: isHub,
  WithdrawRequest: (actor, { data }, caseload) => isHub(actor) || is(actor, menteeOf(caseload, data.request)),
  MoveAnswerDay: isHub,
  RemindOfRequest: isHub,
  LapseRequest: isHub,
  ReleasePlace: isHub,
  OfferHelp: (actor, { data }) => is(actor, data.mentor),
  AcceptOffer: (actor, { data }, caseload) => is(actor, offeredTo(caseload, data.helpOffer)),
  DeclineOffer: (actor, { data }, caseload) => is(actor, offeredTo(caseload, data.helpOffer)),
  WithdrawOffer: (actor, { data }) => is(actor, data.mentor),
  CloseOffer: isHub,
  LapseOffer: isHub,
};
