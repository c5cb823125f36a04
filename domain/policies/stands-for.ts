import type { InstitutionId, MentorshipId, PersonId, Position } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Role } from '../institutions/institution.events.js';

/** One belonging of a person: where, since it was stamped with its trust, and with which roles. */
export interface Membership {
  readonly institution: InstitutionId;
  readonly trust: InstitutionId | null;
  readonly roles: readonly Role[];
}

/** A person whom one knows, and the event by which they met: a client away since has not been sent their name. */
export interface Met {
  readonly person: PersonId;
  readonly since: Position;
}

/** One kind of thing that people stand for. */
interface Kind<Gives extends string, Item, Given extends string> {
  /** The field of an actor that has all that a person holds of it. */
  readonly gives: Gives;
  /** The principals by which rows are theirs. */
  readonly principals: (held: readonly Item[]) => readonly Given[];
  /** Whether rows that were there before come into sight by it: by none of it, by what came after a position, or by nobody knows what. */
  readonly showsEarlier: 'none' | 'unknown' | ((held: readonly Item[], after: Position) => readonly Item[]);
}
const kind = <const Gives extends string, Item, Given extends string>(one: Kind<Gives, Item, Given>) => one;

type OfInstitution = `institution:${string}`;
type OfRole = `institution:${string}#coordinators` | `institution:${string}#leaders` | `institution:${string}#administrators`;
const OF_ROLE = { coordinator: 'coordinators', leader: 'leaders', administrator: 'administrators' } as const;

/** Everybody who knows a person: one constant part of an audience, however many they are. */
export const knownPerson = (person: PersonId): `known:${string}` => `known:${person}`;

/** All that people stand for. A new kind of principal is one entry here, from which all else follows; the `access` view keeps its rows. */
export const KINDS = {
  belonging: /* @__PURE__ */ kind({
    gives: 'memberships',
    principals: (held: readonly Membership[]): readonly (OfInstitution | OfRole)[] =>
      held.flatMap(({ institution, trust, roles }): readonly (OfInstitution | OfRole)[] => [
        `institution:${institution}`,
        ...(trust ? [`institution:${trust}` as const] : []),
        ...roles.map((role) => `institution:${institution}#${OF_ROLE[role]}` as const),
      ]),
    showsEarlier: 'unknown',
  }),
  pairs: /* @__PURE__ */ kind({
    gives: 'mentorships',
    principals: (held: readonly MentorshipId[]) => held.map((mentorship): `mentorship:${string}` => `mentorship:${mentorship}`),
    // Every row of a pair was written after it began, and stays with it.
    showsEarlier: 'none',
  }),
  /** Everyone with whom they ever shared a request or a mentorship. */
  known: /* @__PURE__ */ kind({
    gives: 'knows',
    principals: (held: readonly Met[]) => held.map(({ person }) => knownPerson(person)),
    showsEarlier: (held, after) => held.filter((met) => met.since > after),
  }),
};

type Kinds = typeof KINDS;
export type AccessKind = keyof Kinds;
type HeldOf<K extends AccessKind> = Parameters<Kinds[K]['principals']>[0];

/** The actor of a command or query: a person with all that they stand for, or the hub itself. */
export type Actor = { readonly person: PersonId } & { readonly [K in AccessKind as Kinds[K]['gives']]: HeldOf<K> };

/** Decides which rows a person may see: a row’s audience and their principals must meet (`audience.ts`). */
export type Principal = 'everyone' | `person:${string}` | { [K in AccessKind]: ReturnType<Kinds[K]['principals']>[number] }[AccessKind];

/** All that a person holds of one kind. */
export type Held = { [K in AccessKind]: { readonly person: PersonId; readonly kind: K; readonly held: HeldOf<K> } }[AccessKind];

type AnyKind = Kind<string, unknown, Principal>;
// Each entry meets what is held of its own kind, which no type of the list can say.
const every = () => Object.entries(KINDS) as unknown as readonly (readonly [AccessKind, AnyKind])[];

/** An actor with what is held of each kind, and nothing where that is not said. */
export const actorFrom = (person: PersonId, heldOf: (kind: AccessKind) => Held | undefined): Actor =>
  // Each field is given by its own kind.
  ({ person, ...Object.fromEntries(every().map(([name, { gives }]) => [gives, heldOf(name)?.held ?? []])) }) as Actor;

/** An actor who stands for this, and for nothing else. */
export const actorWith = (person: PersonId, some: Partial<Omit<Actor, 'person'>> = {}): Actor => ({
  ...actorFrom(person, () => undefined),
  ...some,
});

export const hubActor: Actor = /* @__PURE__ */ actorWith(HUB);

/** Every principal of a person. There are no others. */
export function principalsOf(actor: Actor): readonly Principal[] {
  const fields = actor as unknown as Readonly<Record<string, readonly unknown[]>>;
  const given = every().flatMap(([, { gives, principals }]) => principals(fields[gives] ?? []));
  return [...new Set<Principal>(['everyone', `person:${actor.person}`, ...given])];
}

/** The principals of a kind, gained after a position, that bring earlier rows into sight. Undefined where that is not known: they must read afresh. */
export function gainedAfter(name: AccessKind, held: readonly unknown[] | undefined, after: Position): readonly Principal[] | undefined {
  const { showsEarlier, principals } = KINDS[name] as unknown as AnyKind;
  if (showsEarlier === 'none') return [];
  return held && typeof showsEarlier === 'function' ? principals(showsEarlier(held, after)) : undefined;
}
