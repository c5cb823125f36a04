import type { InstitutionChoice } from './places.js';

/** What a screen is about: `people` are found in schools, a `programme` is seen whole at the trust. */
export type Purpose = 'people' | 'programme';

/** A tab is used by one person after another, and each by few: a record of more would only grow. */
const KEPT_LIMIT_PLACES = 50;
const used = new Map<string, string>();
const keyOf = (person: string, purpose: Purpose): string => `${person}\0${purpose}`;

/** Notes where a person was, for as long as the tab stands. Nothing is written to the device: a shared computer keeps no trace. */
export function remember(person: string, purpose: Purpose, institution: string): void {
  const key = keyOf(person, purpose);
  used.delete(key);
  used.set(key, institution);
  const oldest = used.size > KEPT_LIMIT_PLACES ? used.keys().next().value : undefined;
  if (oldest !== undefined) used.delete(oldest);
}

/** Where a person was last for this purpose. */
export const lastUsed = (person: string, purpose: Purpose): string | undefined => used.get(keyOf(person, purpose));

/**
 * Where the address names none: the institution used last; for people, one’s `own` school before other schools, trust and hub; for a
 * programme, the first, which is the trust.
 */
export function firstOf(
  all: readonly InstitutionChoice[],
  options: { readonly purpose: Purpose; readonly last: string | undefined; readonly own: ReadonlySet<string> },
): InstitutionChoice | undefined {
  const last = all.find(({ id }) => id === options.last);
  if (last || options.purpose === 'programme') return last ?? all[0];
  const schools = all.filter(({ kind }) => kind !== 'trust' && kind !== 'hub');
  return schools.find(({ id }) => options.own.has(id)) ?? schools[0] ?? all[0];
}
