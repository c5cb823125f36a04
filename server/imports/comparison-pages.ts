import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { ToldApart } from '@alongside/domain/imports/told-apart.js';
import type { RowProblem } from '@alongside/domain/imports/columns.js';
import { CAN_BE_REMOVED, NOT_IMPORTED } from '@alongside/domain/imports/staff-leavers.js';
import { folded } from '@alongside/domain/text/folding.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { COMPARED_LIMIT_ROWS } from './comparison.js';
import type { Former } from './former-addresses.js';
import type { Foreseen } from './foreseen.js';

/** What is to be known of rows, but for what it says of people who were erased meanwhile (R9). */
export const notesOf = ({ notes }: Foreseen, look: HubReader): readonly RowProblem[] =>
  notes.flatMap(({ about, ...note }) => (about && look.row('person', about)?.erased ? [] : [note]));

/** A problem as it is shown. `isNew`: its person would be added, and can be left out instead. */
export type ShownProblem = RowProblem & { readonly isNew?: true };

/** What is wrong with rows. A member whom a row says to have left is one who can be removed. */
export function saidOfRows(problems: readonly RowProblem[], { comparison }: Foreseen): readonly ShownProblem[] {
  const offered = new Set(comparison.gone.flatMap(({ rows = [], stays }) => (stays ? [] : rows)));
  const unmatched = new Map(comparison.unmatched?.map(({ row, several }) => [row, several ? SEVERAL : NOBODY]));
  const added = new Set(comparison.added.map(({ row }) => row));
  return problems.map((one) => {
    if (one.weight === 'note' && added.has(one.row)) return { ...one, isNew: true };
    if (one.weight !== 'left') return one;
    if (offered.has(one.row)) return { ...one, message: one.message.replace(NOT_IMPORTED, CAN_BE_REMOVED) };
    return { ...one, message: unmatched.get(one.row) ?? one.message };
  });
}

/** Of a person in a list of leavers who is no member, as far as can be told. */
const NOBODY = 'We found no member with this name or email address, so nothing changes.';
const SEVERAL = 'More than one member has this name. Choose who has left among the members in this list.';

/** Every part of what was compared, whole. It may have waited since it was made: nobody erased meanwhile is named (R9). `apart`: of members there. */
export function partsOf(
  { comparison, register }: Foreseen,
  look: HubReader,
  apart: (person: PersonId) => ToldApart,
): Readonly<Record<string, readonly object[]>> {
  const isHere = (person: PersonId) => !look.row('person', person)?.erased;
  const { added, returning, changes, sameNames, gone, unread, undated, former = [] } = comparison;
  return {
    added,
    returning: returning.flatMap(({ person, ...one }) => (isHere(person) ? one : [])),
    changes: changes
      .filter(({ people }) => people.every(isHere))
      .map(({ row, who, field, was, now, byItself, needs }) => ({
        row,
        who,
        field,
        was,
        now,
        ...(byItself && { byItself }),
        ...(needs && { needs }),
      })),
    sameNames: sameNames.map(({ row, who, email, person, below, members }) => ({
      row,
      who,
      email,
      isOne: person !== null,
      ...(below && { below }),
      members: members.filter(isHere).map((one) => ({ person: one, ...apart(one) })),
    })),
    gone: gone.filter(({ person }) => isHere(person)).map((one) => ({ ...one, ...apart(one.person) })),
    unread,
    undated,
    former: former
      .filter(({ person }) => isHere(person))
      .map(({ person, ...one }) => formerShown(one, look.row('person', person)?.name ?? '', apart(person))),
    alike: register.alike?.schools ?? [],
    schools: register.changes,
    closing: register.closing.map(({ row, who, on, saidOn, either, later, maybe, people, was, byHand }) => ({
      row,
      who,
      on,
      people,
      ...(saidOn !== undefined && { saidOn }),
      ...(either && { either }),
      ...(later && { later }),
      ...(was && { was }),
      ...(byHand && { byHand }),
      // Two schools of one name are told apart by their numbers.
      ...(maybe && { maybe: `${maybe.name} (${maybe.institution.replace(/^[a-z]+-/, '')})` }),
    })),
    following: register.following.map(({ row, who, on, names, closed, missing, known, byHand }) => ({
      row,
      who,
      on,
      names,
      closed,
      missing,
      known,
      ...(byHand && { byHand }),
    })),
  };
}

const formerShown = (one: Omit<Former, 'person'>, name: string, { email: has }: ToldApart): object => ({
  ...one,
  name,
  ...(has && { has }),
});

/** So much of a part as is shown at once, from a place on, of those that have a text in them. */
export function pageOf(all: readonly object[], from = 0, find = '') {
  const text = folded(find.trim());
  const found =
    text === '' ? all : all.filter((one) => Object.values(one).some((value) => typeof value === 'string' && folded(value).includes(text)));
  return { total: found.length, of: found.slice(from, from + COMPARED_LIMIT_ROWS) };
}
