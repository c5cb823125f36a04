import type { PersonId } from '../kernel/brand.js';
import type { Principal } from './actor.js';

/** Takes one person out of the crowd of an audience. Nobody stands for one: it grants nothing. */
export type Exception = `except:${string}`;

/** Who may see a row: those who stand for one of its principals, less those whom it keeps out of the crowd. Empty: nobody. */
export type RowAudience = readonly (Principal | Exception)[];

const EXCEPT = 'except:';
const PERSON = 'person:';

export const except = (person: PersonId): Exception => `${EXCEPT}${person}`;
export const isException = (part: Principal | Exception): part is Exception => part.startsWith(EXCEPT);
export const isPrincipal = (part: Principal | Exception): part is Principal => !isException(part);

/** The principal of the person whom an exception names. */
export const keptOutBy = (exception: Exception): Principal => `${PERSON}${exception.slice(EXCEPT.length)}`;

/** The exceptions that would keep somebody out who stands for these. */
export const exceptionsFor = (principals: readonly Principal[]): readonly Exception[] =>
  principals.filter((one) => one.startsWith(PERSON)).map((one): Exception => `${EXCEPT}${one.slice(PERSON.length)}`);

/** Whether a principal is met by being one of many: anybody, or a member. Not by who somebody is, by whom they are paired with, or by a role. */
export const isCrowd = (principal: Principal): boolean =>
  principal === 'everyone' || (principal.startsWith('institution:') && !principal.includes('#'));

/**
 * Whether somebody may see a row. An exception keeps a person out of the crowd and out of nothing else: what is theirs by name, by a
 * mentorship or by a role stays theirs, so that no list they keep gets a hole in it which would tell them (R5).
 */
export function meets(audience: RowAudience, principals: ReadonlySet<Principal>): boolean {
  const isMet = (part: Principal | Exception): part is Principal => isPrincipal(part) && principals.has(part);
  return audience.some((part) => isMet(part) && !isCrowd(part)) || (audience.some(isMet) && !isKeptOut(audience, principals));
}

const isKeptOut = (audience: RowAudience, principals: ReadonlySet<Principal>): boolean =>
  audience.some((part) => isException(part) && principals.has(keptOutBy(part)));

/** Everybody who could see a row while it had one audience or the other. Who was kept out of the crowd of each was in neither. */
export function either(one: RowAudience, other: RowAudience): RowAudience {
  const keepsOut = (audience: RowAudience, exception: Exception) => audience.includes(exception) || !hasCrowd(audience);
  return [...new Set([...one, ...other])].filter((part) => isPrincipal(part) || (keepsOut(one, part) && keepsOut(other, part)));
}

const hasCrowd = (audience: RowAudience): boolean => audience.filter(isPrincipal).some(isCrowd);
