import type { PersonId } from '../kernel/brand.js';
import type { Principal } from './actor.js';

/** Takes one person out of the crowd of an audience. No actor holds it as a principal: it grants nothing. */
export type Exception = `except:${string}`;

/** Who may see a row: people with one of its principals, except those kept out of the crowd. Empty: no one. */
export type RowAudience = readonly (Principal | Exception)[];

const EXCEPT = 'except:';
const PERSON = 'person:';

/** The part of an audience that keeps a person out of its crowd. */
export const except = (person: PersonId): Exception => `${EXCEPT}${person}`;
/** Whether a part keeps a person out. */
export const isException = (part: Principal | Exception): part is Exception => part.startsWith(EXCEPT);
export const isPrincipal = (part: Principal | Exception): part is Principal => !isException(part);

/** The principal of the person whom an exception names. */
export const keptOutBy = (exception: Exception): Principal => `${PERSON}${exception.slice(EXCEPT.length)}`;

/** The exceptions that would keep out a person with these principals. */
export const exceptionsFor = (principals: readonly Principal[]): readonly Exception[] =>
  principals.filter((one) => one.startsWith(PERSON)).map((one): Exception => `${EXCEPT}${one.slice(PERSON.length)}`);

/**
 * Whether a principal is met by being one of many: anyone, or a member. Not by who a person is, whom they know, a pair or a role.
 */
export const isCrowd = (principal: Principal): boolean =>
  principal === 'everyone' || (principal.startsWith('institution:') && !principal.includes('#'));

/** Whether a principal is held by knowing a person, one for each whom its person knows. */
export const isByKnowing = (principal: Principal): boolean => principal.startsWith('known:');

/** Whether a person may see a row. An exception hides only what they see as one of many; rows by name, pair or role stay visible (R5). */
export function meets(audience: RowAudience, principals: ReadonlySet<Principal>): boolean {
  const isMet = (part: Principal | Exception): part is Principal => isPrincipal(part) && principals.has(part);
  return audience.some((part) => isMet(part) && !isCrowd(part)) || (audience.some(isMet) && !isKeptOut(audience, principals));
}

const isKeptOut = (audience: RowAudience, principals: ReadonlySet<Principal>): boolean =>
  audience.some((part) => isException(part) && principals.has(keptOutBy(part)));
