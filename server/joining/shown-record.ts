import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableName } from '@alongside/domain/text/names.js';
import { olderOf, placesOfRecord } from '@alongside/projections/facts/joining.facts.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** A record as it is shown to those who may join it with another. */
export interface ShownRecord {
  readonly record: PersonId;
  readonly name: string;
  /** Where it belongs, or belonged. */
  readonly places: readonly string[];
}

/** What tells a record apart from another of the same name. */
export interface ApartRecord extends ShownRecord {
  /** Empty where none was given. */
  readonly jobTitle: string;
  /** The first day of its first membership. */
  readonly memberFrom: Day | null;
  /** Its address, of which the first letter and the domain are shown. */
  readonly email: string;
}

/** What follows if the two are joined, and what who asks should know before. */
export interface FoundRecord extends ShownRecord {
  readonly sameName: boolean;
  /** The name and the masked address of the record that is kept. */
  readonly keptName: string;
  readonly keptEmail: string;
  /** Those of the two whose first email of all the question would be. */
  readonly uninvited: readonly PersonId[];
}

/** “b…@elm.example”. */
export function masked(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '' : `${[...email][0]}…${email.slice(at)}`;
}

const nameOf = (record: PersonId, look: HubReader): string => look.row('person', record)?.name ?? '';
const maskedOf = (record: PersonId, look: HubReader): string => masked(look.row('account', record)?.email ?? '');

export function shownRecord(record: PersonId, look: HubReader): ShownRecord {
  const places = placesOfRecord(record, look).flatMap(({ institution }) => look.row('institution', institution)?.details.name ?? []);
  return { record, name: nameOf(record, look), places: [...new Set(places)] };
}

export const apartRecord = (record: PersonId, look: HubReader): ApartRecord => ({
  ...shownRecord(record, look),
  jobTitle: look.row('person', record)?.jobTitle ?? '',
  memberFrom:
    look
      .rows('member', { person: record })
      .map(({ from }) => from)
      .sort()[0] ?? null,
  email: maskedOf(record, look),
});

export function foundRecord(other: PersonId, record: PersonId, look: HubReader): FoundRecord {
  const kept = olderOf(record, other, look) ?? record;
  return {
    ...shownRecord(other, look),
    sameName: comparableName(nameOf(record, look)) === comparableName(nameOf(other, look)),
    keptName: nameOf(kept, look),
    keptEmail: maskedOf(kept, look),
    uninvited: [record, other].filter((one) => welcomeOf(one, look) === 'none'),
  };
}
