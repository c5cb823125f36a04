import { hasLetter } from '../text/hygiene.js';
import { holdsLink, withoutLinks } from '../text/links.js';
import { inNameCase } from '../text/name-case.js';
import { isTitleAlone, leadingTitleOf, readName, titleOf, type NameParts } from '../text/names.js';
import { upTo, whyUnreadable } from './columns.js';
import type { StaffField } from './staff-fields.js';
import { heldBeside, isNoPart, ownOf, withoutFamily, type Held } from './staff-name-beside.js';

/** A name is kept as it is, or not at all; what else a row says can be left out of it. */
export const REQUIRED_FIELDS: ReadonlySet<StaffField> = new Set(['name', 'firstName', 'lastName']);

/** The cells with a letter that cannot be read. What is no address or date for it is told as that. */
export function spoiltIn(read: (field: StaffField) => string): ReadonlyMap<StaffField, string> {
  const fields = [
    ...REQUIRED_FIELDS,
    'title',
    'knownAs',
    'knownAsFamily',
    'role',
    'subjects',
    'phase',
    'lineManager',
    'inductionTutor',
  ] as const;
  return new Map(fields.flatMap((field) => (whyUnreadable(read(field)) ? [[field, whyUnreadable(read(field)) ?? ''] as const] : [])));
}

/** The part of a name with a web or email address in it, and what is left without: invitations begin with it. */
export function linkedIn(
  read: (field: StaffField) => string,
): { readonly field: StaffField; readonly choices: readonly string[] } | undefined {
  const field = (['name', 'title', 'knownAs', 'knownAsFamily', 'firstName', 'lastName'] as const).find((one) => holdsLink(read(one)));
  if (!field) return undefined;
  const rest = withoutLinks(read(field));
  return { field, choices: hasLetter(rest) ? [rest] : [] };
}

/** A name and its parts: from the columns that hold parts, otherwise from the form of the whole. Never from the first word. */
export interface NameRead {
  readonly name: string;
  readonly names: NameParts;
  readonly isCased: boolean;
  /** What the other columns of the name say, where that is something else and it is not plain which is right. */
  readonly other?: string;
  /** The name is one part alone, and whole in no column. */
  readonly isPart?: true;
  /** The field whose cell says that the other part is none: “-”, “N/A”. */
  readonly none?: StaffField;
}

/** `isCorrected`: a person corrected that cell here: a whole name is what they mean, whatever stands beside it, and Null is a surname. */
export function nameIn(read: (field: StaffField) => string, isCorrected: (field: StaffField) => boolean = () => false): NameRead {
  const isSaid = isCorrected('name') && read('name').includes(' ');
  const isNone = (field: StaffField) => isNoPart(read(field)) && !(isCorrected(field) && hasLetter(read(field)));
  const part = (field: StaffField) => (isNone(field) ? '' : read(field));
  const whole = readName(read('name'));
  const first = readName(part('firstName'));
  // A column of surnames that holds whole names: `Ray, Mrs Ann`.
  const last = readName(part('knownAsFamily') || part('lastName'));
  const firstName = withoutTitle(part('firstName'));
  const lastName = last.family || withoutTitle(part('knownAsFamily') || part('lastName'));
  const knownAs = withoutFamily(part('knownAs'), lastName || whole.name.split(' ').at(-1) || '');
  const beside = { first: firstName || last.given || '', knownAs, family: lastName };
  const given = knownAs || firstName || whole.given || last.given;
  const family = beside.family || whole.family;
  const isBeside = beside.first + beside.knownAs + beside.family !== '';
  // “Mrs” where a whole name should be.
  const isTitle = isBeside && isTitleAlone(whole.name);
  const title = titleOf(read('title')) ?? (read('title') || whole.title || first.title || last.title || (isTitle && titleOf(whole.name)));
  // A column of names that are used says “-” of most people: it is told where a part is missing without it.
  const none = (
    [
      ...(family ? [] : (['lastName', ...(beside.first ? (['knownAsFamily'] as const) : [])] as const)),
      ...(given ? [] : (['firstName', ...(lastName ? (['knownAs'] as const) : [])] as const)),
      'name',
    ] as const
  ).find(isNone);
  const isWhole = whole.name !== '' && !isTitle && !(isNone('name') && (isBeside || none !== 'name'));
  const held: Held = isWhole && isBeside && !isSaid ? heldBeside(whole, beside) : { name: whole.name };
  const asWritten = isWhole ? held.name : [given, family].filter(Boolean).join(' ');
  const name = inNameCase(asWritten);
  const cased = (text: string | undefined) => text && inNameCase(upTo(60, text));
  const parts = { title: title ? upTo(20, title) : undefined, given: cased(held.given ?? given), family: cased(held.family ?? family) };
  return {
    name,
    names: Object.fromEntries(Object.entries(parts).filter(([, text]) => text)),
    isCased: name !== asWritten,
    ...(held.other !== undefined && { other: inNameCase(held.other) }),
    ...(!isSaid &&
      (isWhole ? !ownOf(name).includes(' ') && !held.given : !given || !family) && {
        isPart: true as const,
        ...(none && { none }),
      }),
  };
}

/** `Mr Mark` in a column of first names, `Mrs Ray` in one of surnames. */
const withoutTitle = (first: string): string => {
  const [word = '', ...rest] = first.split(' ');
  return rest.length > 0 && leadingTitleOf(word) ? rest.join(' ') : first;
};
