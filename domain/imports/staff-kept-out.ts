import { byKeys } from './staff-likely.js';
import { nameBesideBrackets } from './staff-rows.js';

/** A person whom the list names and who is not imported. */
export interface KeptOut {
  readonly row: number;
  /** As addresses are compared; absent where the row has none that can be read. */
  readonly email?: string;
  /** As names are compared without what is in brackets; absent where the row has none that can be read. */
  readonly name?: string;
  /** Why they are here no longer, where the row says so. */
  readonly left?: string;
  /** They leave on a day that has not come. */
  readonly isLater?: true;
  /** The row does not say for sure that they have left. */
  readonly isUnsure?: true;
  /** It is known whom the row is about: another row names them, or it is a pupil. */
  readonly isKnown?: true;
}

/** A row that is not imported: whom it is about may be who is named. */
export interface KeptOutRow {
  readonly row: number;
  readonly emails: readonly string[];
  readonly hasLeft: boolean;
}

/** Another row has their name and one of their addresses. */
export function isInOtherRow({ email, name }: KeptOut, byEmail: ReadonlyMap<string, { readonly name: string }>): boolean {
  const other = email === undefined ? undefined : byEmail.get(email);
  return other !== undefined && nameBesideBrackets(other.name) === name;
}

/** Rows that are kept out by the name in them, without those whose person another row has. */
export function keptOutByName(
  keptOut: readonly KeptOut[],
  byEmail: ReadonlyMap<string, { readonly name: string }>,
): (name: string) => readonly KeptOutRow[] {
  const known = new Set(keptOut.filter((one) => isInOtherRow(one, byEmail)).map(({ row }) => row));
  const rows = new Map<number, KeptOutRow & { readonly name: string }>();
  for (const { row, name, email, left } of keptOut) {
    if (name === undefined || known.has(row)) continue;
    const emails = [...(rows.get(row)?.emails ?? []), ...(email === undefined ? [] : [email])];
    rows.set(row, { row, name, emails, hasLeft: left !== undefined });
  }
  const byName = byKeys(rows.values(), ({ name }) => [name]);
  return (name) => byName.get(name) ?? [];
}
