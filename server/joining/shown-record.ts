import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { comparableName } from '@alongside/domain/text/names.js';
import type { Actor } from '@alongside/domain/policies/actor.js';
import { maySeePlace } from '@alongside/domain/policies/joining.policy.js';
import { trustOf } from '@alongside/projections/facts/gather.js';
import { mayVouchHere, olderOf } from '@alongside/projections/facts/joining.facts.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** A record as it is shown to those who may join it with another. */
export interface ShownRecord {
  readonly record: PersonId;
  readonly name: string;
  /** Where it belongs, or belonged, as far as who asks administers it. */
  readonly places: readonly string[];
}

/** What tells a record apart from another of the same name. */
export interface ApartRecord extends ShownRecord {
  /** Empty where none was given. */
  readonly jobTitle: string;
  /** The first day of its first membership of these. */
  readonly memberFrom: Day | null;
  /** Its address, masked; as much is shown as tells it from their own. Empty where it belongs to none of these any more, as the job. */
  readonly email: string;
}

/** What follows if the two are joined, and what who asks should know before. */
export interface FoundRecord extends ShownRecord {
  readonly sameName: boolean;
  /** The record that is kept, its name and its masked address. */
  readonly kept: PersonId;
  readonly keptName: string;
  readonly keptEmail: string;
  /** Those of the two whose first email of all the question would be. */
  readonly uninvited: readonly PersonId[];
  /** Those of the two of whom who asks may say that their mailbox is not read. */
  readonly mayVouch: readonly PersonId[];
}

/** “b…@elm.example”; beside another that would look the same, up to the letter in which they differ. */
export function masked(email: string, beside = ''): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '';
  const [one, other] = [comparableEmail(email), comparableEmail(beside)];
  const isAlike = other.endsWith(one.slice(one.lastIndexOf('@')));
  let shown = 1;
  while (isAlike && shown < at && one.slice(0, shown) === other.slice(0, shown)) shown += 1;
  return `${Array.from(email.slice(0, at)).slice(0, shown).join('')}…${email.slice(at)}`;
}

const nameOf = (record: PersonId, look: HubReader): string => look.row('person', record)?.name ?? '';
const emailOf = (record: PersonId, look: HubReader): string => look.row('account', record)?.email ?? '';
const maskedOf = (record: PersonId, beside: PersonId, look: HubReader): string => masked(emailOf(record, look), emailOf(beside, look));

/** Memberships of a record of which `asker` may know. */
const membershipsSeen = (record: PersonId, asker: Actor | undefined, look: HubReader) =>
  look
    .rows('member', { person: record })
    .filter(({ institution }) => asker && maySeePlace(asker, { institution, trust: trustOf(institution, look) }));

/** `asker`: who asks, or asked, whether the two are one person’s. */
export function shownRecord(record: PersonId, asker: Actor | undefined, look: HubReader): ShownRecord {
  const places = membershipsSeen(record, asker, look).flatMap(
    ({ institution }) => look.row('institution', institution)?.details.name ?? [],
  );
  return { record, name: nameOf(record, look), places: [...new Set(places)] };
}

/** To the person `of` who is asked: no more than who asked may know, or they would learn of a stranger by a question that is wrong. */
export function apartRecord(record: PersonId, of: PersonId, asker: Actor | undefined, look: HubReader): ApartRecord {
  const seen = membershipsSeen(record, asker, look);
  const isHere = seen.some(({ left }) => left === null);
  return {
    ...shownRecord(record, asker, look),
    jobTitle: isHere ? (look.row('person', record)?.jobTitle ?? '') : '',
    memberFrom: seen.map(({ from }) => from).sort()[0] ?? null,
    email: isHere ? maskedOf(record, of, look) : '',
  };
}

export function foundRecord(other: PersonId, record: PersonId, asker: Actor, look: HubReader): FoundRecord {
  const kept = olderOf(record, other, look) ?? record;
  return {
    ...shownRecord(other, asker, look),
    sameName: comparableName(nameOf(record, look)) === comparableName(nameOf(other, look)),
    kept,
    keptName: nameOf(kept, look),
    keptEmail: maskedOf(kept, kept === record ? other : record, look),
    uninvited: [record, other].filter((one) => welcomeOf(one, look) === 'none'),
    mayVouch: [record, other].filter((unread) => mayVouchHere(asker.person, { record, other, unread }, look)),
  };
}
