import { setImmediate } from 'node:timers/promises';
import { NO_ROW, type RowProblem } from '@alongside/domain/imports/columns.js';
import type { ClosedSchool, InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import { numberOfId } from '@alongside/domain/institutions/register-id.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { inTurns } from './in-turns.js';
import { AddedByHand, surest, type Match } from './like-by-hand.js';
import type { PlannedRows } from './planned-rows.js';
import { allStoredAs, byNumberNow, nationOfRow } from './stored-schools.js';

/** An institution that was added by hand and may be the one of a row. */
export interface MaybeSame {
  readonly institution: InstitutionId;
  readonly name: string;
  readonly town?: string;
  readonly postcode?: string;
  readonly reference?: string;
  readonly closed?: Day;
}

/** A school or trust of a register that may be here already, added by hand: left out until a person says which it is. */
export interface AlikeSchool {
  readonly row: number;
  /** Under which it would be new here. */
  readonly planned: InstitutionId;
  readonly who: string;
  readonly kind: InstitutionDetails['kind'];
  readonly town?: string;
  readonly postcode?: string;
  readonly reference: string;
  /** Several here have its number, and so it is no other one: a number is one institution’s. */
  readonly byNumber?: true;
  readonly here: readonly MaybeSame[];
}

/** Schools of a register beside those that were added by hand. */
export interface Alike {
  readonly schools: readonly AlikeSchool[];
  /** Names that several schools of the file have or nearly have, and one here without a town or postcode: no row is left out for them. */
  readonly unplaced: readonly string[];
  /** Closed schools of the file whose number several here have: neither closes. */
  readonly closedTwice: readonly Pick<ClosedSchool, 'row' | 'name'>[];
}
export const NOTHING_ALIKE: Alike = { schools: [], unplaced: [], closedTwice: [] };

interface Maybe {
  readonly of: InstitutionImport;
  readonly byNumber?: true;
  readonly here: readonly Match[];
}

/** Rows of a register that are new by their number, with those that were added by hand and may be theirs. Others get a turn in between. */
export async function alikeIn(rows: PlannedRows<InstitutionImport>, closed: readonly ClosedSchool[], look: HubReader): Promise<Alike> {
  const byHand = new AddedByHand(
    look.rows('institution', { ownId: 'yes' }).filter(({ institution }) => numberOfId(institution) === undefined),
  );
  const byNumber = byNumberNow(look);
  // Which of those here are rows of the file themselves: they are no other school.
  const found = new Set<InstitutionId>();
  const closedTwice: Alike['closedTwice'][number][] = [];
  const closedHere = await inTurns(closed, ({ institution, nation }) => allStoredAs(institution, nation, look, byNumber));
  for (const [at, { row, name }] of closed.entries()) {
    const here = closedHere[at] ?? [];
    if (here.length > 1 && here.some((id) => !look.row('institution', id)?.closed)) closedTwice.push({ row, name });
    for (const id of here) found.add(id);
  }
  const maybe: Maybe[] = [];
  for (const batch of rows.batches()) {
    await setImmediate();
    for (const of of batch) {
      const all = allStoredAs(of.institution, nationOfRow(of), look, byNumber);
      const [only, ...more] = all;
      if (only === undefined) maybe.push({ of, here: byHand.of(of.details) });
      else if (more.length === 0) found.add(only);
      else maybe.push({ of, byNumber: true, here: all.flatMap((id) => withNumber(id, look)) });
    }
  }
  const left = surest(maybe.map((one) => ({ ...one, here: one.here.filter(([{ institution }]) => !found.has(institution)) })));
  const named = new Map<InstitutionId, number>();
  for (const [{ institution }, same] of left.flatMap(({ here }) => here))
    if (isUnplaced(same)) named.set(institution, (named.get(institution) ?? 0) + 1);
  const isOneOfMany = ([{ institution }, same]: Match) => isUnplaced(same) && (named.get(institution) ?? 0) > 1;
  const unplaced = new Set(left.flatMap(({ here }) => here.filter(isOneOfMany).map(([{ details }]) => details.name)));
  const schools = left.flatMap(({ here, ...one }): readonly AlikeSchool[] => {
    const some = here.filter((other) => !isOneOfMany(other)).map(([row]) => asMaybe(row));
    return some.length > 0 ? [alike(one, some)] : [];
  });
  return { schools, unplaced: [...unplaced], closedTwice };
}

const isUnplaced = (same: Match[1]): boolean => same === 'name' || same === 'like';

function withNumber(institution: InstitutionId, look: HubReader): readonly Match[] {
  const row = look.row('institution', institution);
  return row ? [[row, 'number']] : [];
}

const placeOf = ({ town, postcode }: InstitutionDetails) => ({ ...(town && { town }), ...(postcode && { postcode }) });

const asMaybe = ({ institution, details, closed }: InstitutionRow): MaybeSame => ({
  institution,
  name: details.name,
  ...placeOf(details),
  ...(details.reference && { reference: details.reference }),
  ...(closed && { closed: closed.on }),
});

const alike = ({ of: { row, institution: planned, details }, byNumber }: Omit<Maybe, 'here'>, here: readonly MaybeSame[]): AlikeSchool => ({
  row,
  planned,
  who: details.name,
  kind: details.kind,
  ...placeOf(details),
  reference: details.reference ?? '',
  ...(byNumber && { byNumber }),
  here,
});

/** What is said of names that no place tells apart, and of closed schools whose number several have. */
export const notesOfAlike = ({ unplaced, closedTwice }: Alike): readonly RowProblem[] => [
  ...closedTwice.map(({ row, name: who }): RowProblem => ({
    row,
    ...(who && { who }),
    weight: 'note',
    message: 'It has closed, and more than one here has its number, so we close none of them. Close the right one by hand.',
  })),
  ...unplaced.map((name): RowProblem => ({
    row: NO_ROW,
    weight: 'note',
    message: `Several schools in this list are called ${name}, or nearly so, and the one here has no town or postcode. We add them all. If one is the same, add its number here first.`,
  })),
];

/** What a person chose of schools that may be here. */
export interface AlikeChosen {
  readonly sameSchools: readonly { readonly planned: InstitutionId; readonly institution: InstitutionId }[];
  readonly newSchools: readonly InstitutionId[];
}

/** The ids under which rows are imported. `undefined`: left out, for nothing was chosen. */
export type ChosenId = (planned: InstitutionId) => InstitutionId | undefined;
export const AS_PLANNED: ChosenId = (planned) => planned;

/** One here is the school of one row at most: a second row that is said to be it stays left out. */
export function chosenIds({ schools }: Alike, made: AlikeChosen | undefined): ChosenId {
  const here = new Map(schools.map((one) => [one.planned, new Set(one.here.map(({ institution }) => institution))]));
  // Another one of its number would be refused.
  const fixed = new Set(schools.flatMap(({ planned, byNumber }) => (byNumber ? [planned] : [])));
  const added = new Set(made?.newSchools.filter((one) => !fixed.has(one)));
  const same = new Map<InstitutionId, InstitutionId>();
  for (const { planned, institution } of made?.sameSchools ?? [])
    if (here.get(planned)?.has(institution) && ![...same.values()].includes(institution)) same.set(planned, institution);
  return (planned) => (!here.has(planned) || added.has(planned) ? planned : same.get(planned));
}

/** A row by the id that was chosen for it. A trust of which nothing was chosen is not said: its schools stay where they are. */
export function asChosen(row: InstitutionImport, idOf: ChosenId): InstitutionImport | undefined {
  const institution = idOf(row.institution);
  if (institution === undefined) return undefined;
  const { trust: planned, ...without } = row;
  if (!planned) return { ...row, institution };
  const trust = idOf(planned);
  return { ...without, institution, ...(trust && { trust }) };
}
