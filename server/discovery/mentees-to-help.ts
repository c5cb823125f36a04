import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { MENTORS_BESIDE_LIMIT, OFFER_AGAIN_AFTER_DAYS, OPEN_OFFERS_LIMIT } from '@alongside/domain/requests/limits.js';
import { mayBeAsked } from '@alongside/domain/requests/may-be-asked.js';
import { daysBetween } from '@alongside/domain/uk/days.js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { menteeFrom } from '@alongside/ml/features/from-rows.js';
import { whyOffer } from '@alongside/ml/ranking/for-offering.js';
import type { Remark } from '@alongside/ml/ranking/part.js';
import { spread } from '@alongside/ml/ranking/spread.js';
import { askFactsOf, pauseOf } from '@alongside/projections/facts/ask.js';
import { mentorsAndRequestsOf } from '@alongside/projections/facts/caseload.facts.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { OpenToOffersRow } from '@alongside/projections/views/open-to-offers.view.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import type { MenteePool } from './mentee-pool.js';
import type { Listed, MentorPool } from './mentor-pool.js';

/** How many people a mentor is shown on one day. */
export const SHOWN_LIMIT_PEOPLE = 12;
/** How many are looked at for one question, and how many of them as closely as an offer is. */
const LOOKED_AT_LIMIT_PEOPLE = 2_000;
const CHECKED_LIMIT_PEOPLE = 60;

/** A person whom a mentor could help. Of what they said, focus areas, work and times are told, and only because they chose it. */
export interface MenteeToHelp {
  readonly person: PersonId;
  readonly name: string;
  readonly called: string;
  readonly jobTitle: string;
  /** Names, for reading. */
  readonly institutions: readonly string[];
  /** Reasons, reservations and what would help, in the mentor’s words. */
  readonly remarks: readonly Remark[];
}

/** Those who share a focus area with what the mentor offers. Neither groups nor people are ranked. */
export interface GroupToHelp {
  readonly aim: string;
  readonly people: readonly MenteeToHelp[];
}

export interface MenteesAnswer {
  /** Why nobody is shown; `open` where people may be. */
  readonly state: 'open' | 'not-offering' | 'paused' | 'full' | 'all-offered';
  /** Free places that no open offer stands for. */
  readonly left: number;
  readonly groups: readonly GroupToHelp[];
  /** There are others, whom another day shows. */
  readonly more: boolean;
}

interface Known {
  readonly mentors: Pick<MentorPool, 'find' | 'workplaces'>;
  readonly mentees: Pick<MenteePool, 'wanting'>;
  readonly look: HubReader;
  readonly now: Instant;
}

/** Mentees whom a mentor could help, within their capacity, and why. */
export function menteesToHelp(person: PersonId, principals: ReadonlySet<Principal>, known: Known): MenteesAnswer {
  const listed = known.mentors.find(person);
  const none = { left: 0, groups: [], more: false };
  if (!listed) return { state: 'not-offering', ...none };
  const today = ukDay(known.now);
  if (pauseOf(listed.row, today)) return { state: 'paused', ...none };
  const free = listed.row.places - listed.row.taken;
  if (free <= 0) return { state: 'full', ...none };
  const left = free - known.look.rows('help-offer', { mentor: person, status: 'open' }).length;
  if (left <= 0) return { state: 'all-offered', ...none };
  const { found, more } = findFor(listed, principals, known);
  return { state: 'open', left, groups: grouped(found, listed, known), more };
}

/** As many as are shown, each looked at as closely as an offer to them would be. Bounded, however many are open to offers. */
function findFor(listed: Listed, principals: ReadonlySet<Principal>, known: Known) {
  const { person } = listed.row;
  const today = ukDay(known.now);
  const isLate = isKeptOut(person, known);
  const found: OpenToOffersRow[] = [];
  let [looked, checked] = [0, 0];
  const tags = listed.row.expertise.map(({ tag }) => tag);
  for (const row of known.mentees.wanting(tags, today)) {
    looked += 1;
    if (looked > LOOKED_AT_LIMIT_PEOPLE || checked >= CHECKED_LIMIT_PEOPLE) return { found, more: true };
    if (row.person === person || isLate(row.person) || !meets(row.reach, principals)) continue;
    checked += 1;
    if (!mayBeAsked(askFactsOf(person, row.person, today, known.look)) || !hasRoom(row.person, known.look)) continue;
    if (found.length === SHOWN_LIMIT_PEOPLE) return { found, more: true };
    found.push(row);
  }
  return { found, more: false };
}

/** Neither more offers nor more mentors and requests than fit. */
const hasRoom = (mentee: PersonId, look: HubReader): boolean =>
  look.rows('help-offer', { mentee, status: 'open' }).length < OPEN_OFFERS_LIMIT &&
  mentorsAndRequestsOf(mentee, look) < MENTORS_BESIDE_LIMIT;

/** Those with whom something is open, and those who said “not this time” lately. */
function isKeptOut(mentor: PersonId, { look, now }: Known): (mentee: PersonId) => boolean {
  const today = ukDay(now);
  const kept = new Set<PersonId>();
  for (const { mentee } of look.rows('request', { mentor, status: 'open' })) kept.add(mentee);
  for (const { mentee } of look.rows('help-offer', { mentor, status: 'open' })) kept.add(mentee);
  for (const { mentee, closedAt } of look.rows('help-offer', { mentor, status: 'declined' }))
    if (closedAt && daysBetween(ukDay(closedAt), today) < OFFER_AGAIN_AFTER_DAYS) kept.add(mentee);
  return (mentee) => kept.has(mentee);
}

/** By the first of their focus areas that the mentor offers, in the order of the alphabet; people as the day has them. */
function grouped(found: readonly OpenToOffersRow[], listed: Listed, known: Known): readonly GroupToHelp[] {
  const day = ukDay(known.now);
  const offered = new Set(listed.row.expertise.map(({ tag }) => tag));
  const groups = new Map<string, PersonId[]>();
  for (const { person, aims } of found) {
    const shared = aims.find((tag) => offered.has(tag));
    if (shared) groups.set(shared, [...(groups.get(shared) ?? []), person]);
  }
  return [...groups]
    .sort(([a], [b]) => (expertiseName(a) < expertiseName(b) ? -1 : 1))
    .map(([aim, people]) => ({
      aim,
      people: people.sort((a, b) => spread(day, a) - spread(day, b)).flatMap((person) => shown(person, aim, listed, known)),
    }));
}

function shown(person: PersonId, aim: string, { mentor }: Listed, { mentors, look }: Known): readonly MenteeToHelp[] {
  const [own, named] = [look.row('profile', person), look.row('person', person)];
  if (!own || !named) return [];
  const apart = { excludedBy: [], assessedBy: [], askedOrPaired: [] };
  const mentee = menteeFrom(own, look.row('membership', person)?.institutions ?? [], mentors.workplaces, apart);
  return [
    {
      person,
      name: named.name,
      called: named.called,
      jobTitle: named.jobTitle,
      institutions: named.institutions.flatMap((id) => mentors.workplaces.get(id)?.name ?? []),
      remarks: whyOffer(mentee, mentor, aim),
    },
  ];
}
