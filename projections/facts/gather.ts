import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Command } from '@alongside/domain/kernel/decider.js';
import type { HubReader } from '../views/index.js';
import type { InstitutionRow } from '../views/institution.view.js';
import type { MembershipHere } from '../views/membership.view.js';

/** What a decision needs to know beyond its stream, and the institutions that its events concern, trusts included. */
export interface Gathered<Facts = unknown> {
  readonly facts: Facts;
  readonly institutions: readonly InstitutionId[];
  /** The field of the command whose new id stands for something else already. */
  readonly idInUse?: string | undefined;
}

/** Gathers what one area's commands need. Facts of some decisions are getters: a browser that does not hold them makes the other decisions. `through`: how far the hub’s views are. */
export type Gather<C extends Command = Command, Facts = unknown> = (command: C, look: HubReader, through?: Position) => Gathered<Facts>;

/** A person’s memberships, in the order in which they joined; none for an unknown person. */
export const membershipsOf = (person: PersonId, look: HubReader): readonly MembershipHere[] =>
  look.row('membership', person)?.memberships ?? [];

/** An institution’s row; undefined for an unknown one. */
export const institutionOf = (institution: InstitutionId, look: HubReader): InstitutionRow | undefined =>
  look.row('institution', institution);

/** The trust that an institution is in; `null` where it is in none. */
export const trustOf = (institution: InstitutionId, look: HubReader): InstitutionId | null =>
  institutionOf(institution, look)?.trust ?? null;

/** Institutions with the trusts they are in, each once. */
export const withTrusts = (institutions: readonly InstitutionId[], look: HubReader): readonly InstitutionId[] => [
  ...new Set(institutions.flatMap((institution) => [institution, trustOf(institution, look)].filter((one) => one !== null))),
];

/** The institutions of people and their trusts, each once. */
export const reachOf = (people: readonly PersonId[], look: HubReader): readonly InstitutionId[] => [
  ...new Set(
    people
      .flatMap((person) => membershipsOf(person, look))
      .flatMap(({ institution, trust }) => [institution, trust].filter((one) => one !== null)),
  ),
];

/** Whether a person can be a line manager or an induction tutor there: they belong to it, or to its trust. */
export function mayStandAbove(person: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const trust = trustOf(institution, look);
  return isKnown(person, look) && membershipsOf(person, look).some((one) => one.institution === institution || one.institution === trust);
}

/** Whether a person joined the hub and was not erased. */
export function isKnown(person: PersonId, look: HubReader): boolean {
  const row = look.row('person', person);
  return row !== undefined && !row.erased;
}
