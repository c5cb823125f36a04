import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { VISIBILITIES } from '@alongside/domain/people/person.events.js';
import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { except, type RowAudience } from '@alongside/domain/policies/audience.js';
import type { Handlers, Rows } from '../engine/view.js';
import { privateRows } from './private-rows.js';

/** Who may find a person beyond themselves. */
export type Visibility = (typeof VISIBILITIES)[number];
/** What a person chose; `null` until they do. Others may have added them, so until then only their own institutions find them (0057). */
export type ChosenVisibility = Visibility | null;

/** What a view keeps of an institution to know whom its rows may reach. */
interface InstitutionScope {
  readonly trust: InstitutionId | null;
  readonly beyond: boolean;
  /** Set once it has closed: those that came after it. */
  readonly closed?: { readonly on: Day; readonly successors: readonly InstitutionId[] } | null;
  /** How many people were ever listed. Their ids are paged, so joining a large school stays cheap. */
  readonly listed: number;
}
interface Memberships {
  readonly institutions: readonly InstitutionId[];
  /** Every institution that lists the person, including those they left. */
  readonly listedAt: readonly InstitutionId[];
  readonly visibility: ChosenVisibility;
}

const PAGE_LIMIT_PEOPLE = 100;
const scopes = privateRows<InstitutionScope>('house');
const pages = privateRows<readonly PersonId[]>('house-people');
const memberships = privateRows<Memberships>('standing');
const exclusions = privateRows<readonly PersonId[]>('exclusions');
const UNKNOWN_SCOPE: InstitutionScope = { trust: null, beyond: true, listed: 0 };
const NOWHERE: Memberships = { institutions: [], listedAt: [], visibility: null };

const scopeOf = <Data>(rows: Rows<Data>, institution: InstitutionId): InstitutionScope => scopes.get(rows, institution) ?? UNKNOWN_SCOPE;
const membershipsOf = <Data>(rows: Rows<Data>, person: PersonId): Memberships => memberships.get(rows, person) ?? NOWHERE;
const exclusionsOf = <Data>(rows: Rows<Data>, person: PersonId): readonly PersonId[] => exclusions.get(rows, person) ?? [];

/** The institutions that a person belongs to now. */
export const institutionsOf = <Data>(rows: Rows<Data>, person: PersonId): readonly InstitutionId[] =>
  membershipsOf(rows, person).institutions;
/** Of these, those that have not closed: nobody is found at a closed one. */
export const openInstitutionsOf = <Data>(rows: Rows<Data>, person: PersonId): readonly InstitutionId[] =>
  institutionsOf(rows, person).filter((institution) => !closingOf(rows, institution));
/** Since when an institution is closed, and what came after it; undefined while it is open. */
export const closingOf = <Data>(rows: Rows<Data>, institution: InstitutionId) => scopeOf(rows, institution).closed ?? undefined;
/** The institutions that came after a person’s closed ones, their trusts included. */
export const successorsOf = <Data>(rows: Rows<Data>, person: PersonId): readonly InstitutionId[] =>
  institutionsOf(rows, person)
    .flatMap((institution) => closingOf(rows, institution)?.successors ?? [])
    .flatMap((institution) => withTrust(rows, institution));
/** The institutions that a person belongs to or belonged to. */
export const everIn = <Data>(rows: Rows<Data>, person: PersonId): readonly InstitutionId[] => membershipsOf(rows, person).listedAt;
/** The trust that an institution is in. */
export const trustOf = <Data>(rows: Rows<Data>, institution: InstitutionId): InstitutionId | null => scopeOf(rows, institution).trust;

/** An institution and its trust. */
export const withTrust = <Data>(rows: Rows<Data>, institution: InstitutionId): readonly InstitutionId[] => {
  const trust = trustOf(rows, institution);
  return trust ? [institution, trust] : [institution];
};

/** The institutions of people and their trusts, each once. */
export const reachOf = <Data>(rows: Rows<Data>, ...people: readonly PersonId[]): readonly InstitutionId[] => [
  ...new Set(people.flatMap((person) => institutionsOf(rows, person)).flatMap((institution) => withTrust(rows, institution))),
];

/** What decides who may find a person. */
export interface Findable {
  readonly person: PersonId;
  readonly visibility: ChosenVisibility;
  /** The institutions that the person belongs to. */
  readonly institutions: readonly InstitutionId[];
  /** The same, and their trusts. */
  readonly reach: readonly InstitutionId[];
  /** Whether they belong somewhere, and every institution of theirs lets its members be found from outside (`isBeyond`). */
  readonly beyond: boolean;
  /** Whom the person does not want to be matched with. */
  readonly exclusions: readonly PersonId[];
}

/**
 * Who may find a person: themselves, their institutions and trusts, or everyone, as chosen; until then their institutions alone. Never
 * people whom they exclude (R5).
 */
export function findable({ person, visibility, institutions, reach, beyond, exclusions }: Findable): RowAudience {
  const self: Principal = `person:${person}`;
  if (visibility === 'nobody') return [self];
  const keptOut = exclusions.map(except);
  if (visibility === 'everyone' && beyond) return [self, 'everyone', ...keptOut];
  const found = visibility === null ? institutions : reach;
  return [self, ...found.map((institution): Principal => `institution:${institution}`), ...keptOut];
}

/** Whether people may be found from outside by what their institutions say. Who belongs nowhere is nobody's member to be found. */
export const isBeyond = (scopes: readonly Pick<InstitutionScope, 'beyond'>[]): boolean =>
  scopes.length > 0 && scopes.every(({ beyond }) => beyond);

/** Who may find a person, as far as a view that follows belonging knows. */
export function findableBy<Data>(rows: Rows<Data>, person: PersonId): RowAudience {
  const { visibility } = membershipsOf(rows, person);
  const institutions = openInstitutionsOf(rows, person);
  const beyond = isBeyond(institutions.map((institution) => scopeOf(rows, institution)));
  return findable({
    person,
    visibility,
    institutions,
    reach: [...new Set(institutions.flatMap((one) => withTrust(rows, one)))],
    beyond,
    exclusions: exclusionsOf(rows, person),
  });
}

type Followed = Extract<
  InstitutionEvent | PersonEvent,
  {
    type:
      | 'TrustJoined'
      | 'TrustLeft'
      | 'InstitutionSettingsChanged'
      | 'InstitutionClosed'
      | 'InstitutionReopened'
      | 'MemberJoined'
      | 'MemberLeft'
      | 'VisibilitySet';
  }
>;
type WithBelonging<Data> = Required<Handlers<Followed, Data>>;

/**
 * Keeps who belongs where. `refresh` gets the people, maybe a whole school, whose belonging or visibility changed; `restate` gets a school
 * whose trust changed.
 */
export function followBelonging<Data>(
  refresh: (rows: Rows<Data>, people: readonly PersonId[]) => void,
  restate: (rows: Rows<Data>, institution: InstitutionId) => void = () => undefined,
): WithBelonging<Data> {
  const alter = (rows: Rows<Data>, institution: InstitutionId, next: Partial<InstitutionScope>) => {
    const before = scopeOf(rows, institution);
    const after = { ...before, ...next };
    // Most settings say nothing of who belongs where, and an institution may have thousands of people.
    const isSame = after.trust === before.trust && after.beyond === before.beyond && after.closed === before.closed;
    if (isSame) return;
    scopes.put(rows, institution, after);
    refresh(rows, peopleOf(rows, institution));
    if (after.trust !== before.trust) restate(rows, institution);
  };
  return {
    TrustJoined: ({ data }, rows) => alter(rows, data.institution, { trust: data.trust }),
    TrustLeft: ({ data }, rows) => alter(rows, data.institution, { trust: null }),
    InstitutionSettingsChanged: ({ data }, rows) => alter(rows, data.institution, { beyond: data.settings.discoverableBeyond }),
    InstitutionClosed: ({ data: { institution, on, successors } }, rows) => alter(rows, institution, { closed: { on, successors } }),
    InstitutionReopened: ({ data }, rows) => alter(rows, data.institution, { closed: null }),
    MemberJoined: ({ data: { person, institution } }, rows) => {
      enter(rows, person, institution);
      refresh(rows, [person]);
    },
    MemberLeft: ({ data: { person, institution } }, rows) => {
      const before = membershipsOf(rows, person);
      memberships.put(rows, person, { ...before, institutions: before.institutions.filter((other) => other !== institution) });
      refresh(rows, [person]);
    },
    VisibilitySet: ({ data: { person, visibility } }, rows) => {
      memberships.put(rows, person, { ...membershipsOf(rows, person), visibility });
      refresh(rows, [person]);
    },
  };
}

type WithFinding<Data> = WithBelonging<Data> &
  Required<Handlers<Extract<PersonEvent, { type: 'ExclusionAdded' | 'ExclusionLifted' }>, Data>>;

/** `followBelonging` for views whose rows go to everyone who may find a person: keeps their exclusions as well. */
export function followFinding<Data>(refresh: (rows: Rows<Data>, people: readonly PersonId[]) => void): WithFinding<Data> {
  const keep = (rows: Rows<Data>, person: PersonId, others: readonly PersonId[]) => {
    exclusions.put(rows, person, others);
    refresh(rows, [person]);
  };
  return {
    ...followBelonging(refresh),
    ExclusionAdded: ({ data: { person, other } }, rows) => keep(rows, person, [...without(exclusionsOf(rows, person), other), other]),
    ExclusionLifted: ({ data: { person, other } }, rows) => keep(rows, person, without(exclusionsOf(rows, person), other)),
  };
}

const without = (people: readonly PersonId[], other: PersonId): readonly PersonId[] => people.filter((one) => one !== other);

/** `refresh` for views whose rows stand each for themselves. */
export const oneByOne =
  <Data>(refresh: (rows: Rows<Data>, person: PersonId) => void) =>
  (rows: Rows<Data>, people: readonly PersonId[]): void => {
    for (const person of people) refresh(rows, person);
  };

/** An erased person belongs nowhere any more. */
export function leaveEverywhere<Data>(rows: Rows<Data>, person: PersonId): void {
  memberships.put(rows, person, { ...membershipsOf(rows, person), institutions: [] });
}

/** Lists the kept record wherever the joined one belongs. */
export function belongTogether<Data>(rows: Rows<Data>, kept: PersonId, joined: PersonId): void {
  for (const institution of institutionsOf(rows, joined)) enter(rows, kept, institution);
  leaveEverywhere(rows, joined);
}

function enter<Data>(rows: Rows<Data>, person: PersonId, institution: InstitutionId): void {
  const { institutions, listedAt, visibility } = membershipsOf(rows, person);
  const isListed = listedAt.includes(institution);
  if (!isListed) {
    const scope = scopeOf(rows, institution);
    const page = `${institution}:${Math.floor(scope.listed / PAGE_LIMIT_PEOPLE)}`;
    pages.put(rows, page, [...(pages.get(rows, page) ?? []), person]);
    scopes.put(rows, institution, { ...scope, listed: scope.listed + 1 });
  }
  memberships.put(rows, person, {
    institutions: institutions.includes(institution) ? institutions : [...institutions, institution],
    listedAt: isListed ? listedAt : [...listedAt, institution],
    visibility,
  });
}

function peopleOf<Data>(rows: Rows<Data>, institution: InstitutionId): readonly PersonId[] {
  const pageCount = Math.ceil(scopeOf(rows, institution).listed / PAGE_LIMIT_PEOPLE);
  return Array.from({ length: pageCount }, (_, page) => pages.get(rows, `${institution}:${page}`) ?? []).flat();
}
