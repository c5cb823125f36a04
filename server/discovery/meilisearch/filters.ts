import { exceptionsFor, isCrowd } from '@alongside/domain/policies/audience.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { encoded, wordKept } from './encoded.js';
import { CELL, KIND, PLACE, PLACED, WHO } from './record.js';

/** An expression in Meilisearch's filter grammar. Made here alone, of attributes of ours and of values that hold nothing of its syntax. */
export type Filter = string & { readonly filter: unique symbol };

const as = (text: string) => text as Filter; // The one place where text becomes a filter.
const SYNTAX = /["\\\p{Cc}]/u;

function quoted(value: string): string {
  if (SYNTAX.test(value)) throw new Error('A value of a filter holds syntax.');
  return `"${value}"`;
}

/** Meets no document. */
export const NOTHING: Filter = as(`${KIND} = "nothing"`);

/** Has one of these values, as they are written in the index. */
const isOneOf = (attribute: string, values: readonly string[]): Filter =>
  values.length === 0 ? NOTHING : as(`${attribute} IN [${[...new Set(values)].map(quoted).join(', ')}]`);

export const hasValue = (attribute: string, values: readonly string[]): Filter => isOneOf(attribute, values.map(encoded));
/** Has one of the folded words, whole. */
export const hasWord = (attribute: string, words: readonly string[]): Filter => isOneOf(attribute, words.map(wordKept));
/** Has a word that begins so. */
export const hasBeginning = (attribute: string, beginning: string): Filter => as(`${attribute} STARTS WITH ${quoted(wordKept(beginning))}`);
/** Is at one of the places, by their keys. */
export const hasPlace = (keys: readonly string[]): Filter => isOneOf(PLACE, keys);
/** Has a place in one of the squares, by their keys. */
export const hasCell = (keys: readonly string[]): Filter => isOneOf(CELL, keys);
export const hasNoPlace: Filter = isOneOf(PLACED, ['no']);
export const hasKey = (keys: readonly string[]): Filter => isOneOf('key', keys);
export const isOfKind = (kind: string): Filter => isOneOf(KIND, [kind]);
export const not = (one: Filter): Filter => (one === NOTHING ? isOfKind('document') : as(`NOT (${one})`));

export function allOf(filters: readonly Filter[]): Filter {
  if (filters.includes(NOTHING)) return NOTHING;
  return filters.length === 1 ? (filters[0] ?? NOTHING) : as(filters.map((one) => `(${one})`).join(' AND '));
}
export function anyOf(filters: readonly Filter[]): Filter {
  const some = filters.filter((one) => one !== NOTHING);
  return some.length <= 1 ? (some[0] ?? NOTHING) : as(some.map((one) => `(${one})`).join(' OR '));
}

/** Documents that these principals may see, as `meets` says it: nothing where there are none. */
export function visibleTo(principals: readonly Principal[]): Filter {
  const byName = principals.filter((one) => !isCrowd(one));
  const asOneOfMany = hasValue(WHO, principals.filter(isCrowd));
  const exceptions = exceptionsFor(principals);
  const crowd = exceptions.length === 0 ? asOneOfMany : allOf([asOneOfMany, not(hasValue(WHO, exceptions))]);
  return allOf([isOfKind('document'), anyOf([hasValue(WHO, byName), crowd])]);
}
