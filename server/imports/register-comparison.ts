import type { ClosedSchool, InstitutionImport } from '@alongside/domain/imports/institutions.js';
import { successorsOf, type LinkedSchool, type LinksImport } from '@alongside/domain/imports/links.js';
import { registerIdOf } from '@alongside/domain/institutions/register-id.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import type { Day, InstitutionId } from '@alongside/domain/kernel/brand.js';
import { folded } from '@alongside/domain/text/folding.js';
import { sayDate } from '@alongside/domain/uk/uk-time.js';
import type { ByHand } from '@alongside/projections/views/by-hand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { NOTHING_ALIKE, type Alike, type ChosenId } from './alike-schools.js';
import { detailsAfter } from './beside-hub.js';
import { inTurns } from './in-turns.js';
import type { FileSummary } from './reading-messages.js';
import { asStored, byNumberNow, linksAsStored, storedAs, type ByNumber } from './stored-schools.js';

/** What a register says otherwise than the hub of one school. `doubtful`: left out until a person says that it is so. */
export interface SchoolChange {
  readonly row: number;
  readonly who: string;
  /** Its number in the file, which may be that of another school by mistake. */
  readonly reference: string;
  readonly what: readonly { readonly field: string; readonly was: string; readonly now: string }[];
  /** It may be another school under the same number, or it reopens. */
  readonly doubtful: boolean;
  /** Closed here and open in the register, which may be behind: schools are closed by hand, too. */
  readonly reopens?: true;
  /** What of it an administrator set by hand: kept until a person says otherwise. */
  readonly byHand?: readonly string[];
}

/** A school that is here and closed in the register. */
export interface Closing {
  readonly row: number;
  readonly institution: InstitutionId;
  readonly who: string;
  /** The register's own day; null where it has none that is a day. */
  readonly on: Day | null;
  /** What it says instead of a day. */
  readonly saidOn?: string;
  /** Both days that this may be. */
  readonly either?: readonly Day[];
  /** The day has not come: nothing closes before it. */
  readonly later?: true;
  /** What may have come after it. */
  readonly maybe?: { readonly institution: InstitutionId; readonly name: string };
  /** The day on which it closed here, where the register has another. */
  readonly was?: Day;
  /** That day, or that it is open again, was set by hand: kept until a person says otherwise. */
  readonly byHand?: true;
  /** Its members, who would be asked where they work now. */
  readonly people: number;
}

/** A closed school with what came after it, as the file of links says. */
export interface Following {
  readonly row: number;
  readonly institution: InstitutionId;
  readonly who: string;
  readonly on: Day;
  readonly successors: readonly InstitutionId[];
  readonly names: readonly string[];
  /** Schools that came after it and are closed here, too, without any that the file names after them. */
  readonly closed: readonly string[];
  /** Schools that came after it and that the hub does not have. */
  readonly missing: readonly string[];
  /** Whether the hub knows it already. */
  readonly known: boolean;
  /** What an administrator said that followed it, where the file says otherwise: kept until a person says so. */
  readonly byHand?: readonly string[];
}

/** A trust that has another name in a register, which is taken without a choice. `row`: of the last school that names it. */
export interface TrustRenamed {
  readonly row: number;
  readonly was: string;
  readonly now: string;
}

/** What of a trust is different; undefined where nothing is. */
export function trustRenamed(asPlanned: InstitutionImport, look: HubReader): TrustRenamed | undefined {
  if (asPlanned.details.kind !== 'trust') return undefined;
  const { row, institution, details } = asStored(asPlanned, look);
  const was = look.row('institution', institution)?.details.name;
  return was === undefined || was === details.name ? undefined : { row, was, now: details.name };
}

/** A register beside what the hub has. */
export interface RegisterComparison {
  /** What may be here already, added by hand. Absent in what older versions kept. */
  readonly alike?: Alike;
  readonly changes: readonly SchoolChange[];
  /** Absent where it names no trust otherwise, and in what older versions kept. */
  readonly trusts?: readonly TrustRenamed[];
  readonly closing: readonly Closing[];
  readonly following: readonly Following[];
}
export const NO_REGISTER: RegisterComparison = { alike: NOTHING_ALIKE, changes: [], closing: [], following: [] };

const FIELDS: readonly (readonly [keyof InstitutionDetails, string])[] = [
  ['name', 'Name'],
  ['reference', 'Number in the register'],
  ['type', 'Type of school'],
  ['phase', 'Phase'],
  ['localAuthority', 'Local authority'],
  ['town', 'Town'],
  ['postcode', 'Postcode'],
  ['nation', 'Nation'],
  ['easting', 'Place on the map'],
  ['northing', 'Place on the map'],
];

/** Words that thousands of schools have in their names say nothing of which it is. */
const COMMON = new Set(
  'the of and for school primary secondary infant infants junior juniors academy college high nursery community'.split(' '),
);
const wordsOf = (name: string): readonly string[] =>
  folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !COMMON.has(word));

/** No word in common, and another postcode: a number that was given to another school, or a typing error in it. */
function isAnother(before: InstitutionDetails, now: InstitutionDetails): boolean {
  const had = new Set(wordsOf(before.name));
  return !wordsOf(now.name).some((word) => had.has(word)) && before.postcode !== undefined && before.postcode !== now.postcode;
}

const sayClosing = ({ proposedToClose: plan }: InstitutionDetails): string =>
  plan ? `Proposed to close${plan.on ? ` on ${sayDate(plan.on)}` : ''}` : '';

/** What is different of a school that is here; undefined for a new one, a trust, and one that is the same. */
export function changeOf(
  asPlanned: InstitutionImport,
  look: HubReader,
  /** Names of trusts that the file has and the hub does not. */
  newTrusts: ReadonlyMap<InstitutionId, string> = new Map(),
): SchoolChange | undefined {
  const planned = asStored(asPlanned, look);
  const { institution, trust, row } = planned;
  const had = look.row('institution', institution);
  if (!had || planned.details.kind === 'trust') return undefined;
  const details = detailsAfter(had.details, planned);
  const reopens = had.closed !== undefined && !planned.withoutStatus;
  const nameOf = (id: InstitutionId | null) => (id ? (look.row('institution', id)?.details.name ?? newTrusts.get(id) ?? id) : '');
  const isByHand = (field: ByHand) => had.byHand?.includes(field) ?? false;
  const byHand: string[] = [];
  const what = FIELDS.flatMap(([field, name]) => {
    const [was, now] = [had.details[field], details[field]].map((value) => (typeof value === 'object' ? '' : String(value ?? '')));
    if (was === now || (field === 'reference' && registerIdOf(had.details) === registerIdOf(details))) return [];
    if (isByHand(field) && !byHand.includes(name)) byHand.push(name);
    return [{ field: name, was: was ?? '', now: now ?? '' }];
  });
  const places = what.findIndex(({ field }) => field === 'Place on the map');
  const once = what.filter(({ field }, at) => field !== 'Place on the map' || at === places);
  if (had.closed && reopens) once.push({ field: 'Status', was: `Closed on ${sayDate(had.closed.on)}`, now: 'Open' });
  if (sayClosing(had.details) !== sayClosing(details))
    once.push({ field: 'Status', was: sayClosing(had.details) || 'Open', now: sayClosing(details) || 'Open' });
  if (trust !== undefined && trust !== had.trust) {
    once.push({ field: 'Trust', was: nameOf(had.trust), now: nameOf(trust) });
    if (isByHand('trust')) byHand.push('Trust');
  }
  if (once.length === 0) return undefined;
  const isUnsure = reopens || isAnother(had.details, planned.details);
  return {
    row,
    who: had.details.name,
    reference: details.reference ?? '',
    what: once,
    doubtful: isUnsure || byHand.length > 0,
    ...(reopens && { reopens }),
    ...(!isUnsure && byHand.length > 0 && { byHand }),
  };
}

/** Schools that are here and open, and closed in the register, or closed otherwise than it says. Others get a turn in between. */
export async function closingOf({ closed }: FileSummary, look: HubReader, today: Day): Promise<readonly Closing[]> {
  const byNumber = byNumberNow(look);
  const found = await inTurns(closed, (one) => closingIn(one, look, byNumber, today));
  return found.filter((one) => one !== undefined);
}

function closingIn(
  { institution: planned, nation, name, row, on, saidOn, either, maybe: after }: ClosedSchool,
  look: HubReader,
  byNumber: ByNumber,
  today: Day,
): Closing | undefined {
  const institution = storedAs(planned, nation, look, byNumber);
  const here = look.row('institution', institution);
  if (!here || (here.closed && (on === undefined || here.closed.on === on))) return undefined;
  const maybe = after && { institution: storedAs(after.institution, after.nation, look, byNumber), name: after.name };
  const byHand = here.byHand?.includes(here.closed ? 'closedOn' : 'open');
  return {
    row,
    institution,
    who: name || here.details.name,
    on: on ?? null,
    ...(saidOn !== undefined && { saidOn }),
    ...(either && { either }),
    ...(on !== undefined && on > today && { later: true }),
    ...(maybe && !here.closed && { maybe }),
    ...(here.closed && { was: here.closed.on }),
    ...(byHand && { byHand }),
    people: look.rows('member', { institution }).filter(({ left }) => left === null).length,
  };
}

/** What came after the schools that are closed here. Others get a turn in between. */
export async function followingOf(read: readonly LinksImport[], look: HubReader): Promise<readonly Following[]> {
  const links = await linksAsStored(read, look);
  const after = new Map<InstitutionId, readonly LinkedSchool[]>(links.map(({ institution, successors }) => [institution, successors]));
  const hereAs = (institution: InstitutionId) => {
    const row = look.row('institution', institution);
    return row && (row.closed ? 'closed' : 'open');
  };
  const found = await inTurns(links, ({ institution, row }): Following | undefined => {
    const here = look.row('institution', institution);
    if (!here?.closed) return undefined;
    const { open, closed, missing } = successorsOf(institution, after, hereAs);
    const nameOf = (id: InstitutionId) => look.row('institution', id)?.details.name ?? id;
    const known = open.length === 0 || JSON.stringify(open.toSorted()) === JSON.stringify(here.closed.successors);
    return {
      row,
      institution,
      who: here.details.name,
      on: here.closed.on,
      successors: open.toSorted(),
      names: open.map(nameOf),
      closed: closed.map(nameOf),
      missing: missing.map(({ name, institution: id }) => name || id),
      known,
      ...(!known && here.byHand?.includes('successors') && { byHand: here.closed.successors.map(nameOf) }),
    };
  });
  return found.filter((one) => one !== undefined);
}

/** What closes, or is known to follow, with what a person chose. */
export interface Closes {
  readonly row: number;
  readonly institution: InstitutionId;
  readonly who: string;
  readonly on: Day;
  readonly successors: readonly InstitutionId[];
}

/** Choices of closing schools, by rows. */
export interface ClosingChoices {
  readonly notClosed: readonly number[];
  /** Without a day of their own: from today. */
  readonly closeToday: readonly number[];
  /** Whose likely successor is its successor. */
  readonly follows: readonly number[];
  /** Where the file is taken over what was set by hand. */
  readonly overHand: readonly number[];
}

/** A school closes on the day of its register. Without one, by a guess, or over what was set by hand it does only where a person says so. */
export function closesOf(
  { closing, following }: RegisterComparison,
  made: ClosingChoices | undefined,
  today: Day,
  look: HubReader,
  idOf: ChosenId,
): readonly Closes[] {
  const [not, now, follows] = [new Set(made?.notClosed), new Set(made?.closeToday), new Set(made?.follows)];
  const over = new Set(made?.overHand);
  // As things stand now: it may have been set by hand since the file was read.
  const keeps = ({ row, institution }: Pick<Closes, 'row' | 'institution'>, field: ByHand) =>
    !over.has(row) && look.row('institution', institution)?.byHand?.includes(field) === true;
  const closes = closing.flatMap((one): readonly Closes[] => {
    const { row, institution, who, on, later, maybe } = one;
    const closed = look.row('institution', institution)?.closed;
    if (not.has(row) || later || (on === null ? !now.has(row) : keeps(one, closed ? 'closedOn' : 'open'))) return [];
    const before = closed?.successors ?? [];
    const after = maybe && follows.has(row) ? idOf(maybe.institution) : undefined;
    return [{ row, institution, who, on: on ?? today, successors: after ? [after] : before }];
  });
  const linked = following.flatMap((one): readonly Closes[] => {
    const { row, institution, who, successors } = one;
    const closed = look.row('institution', institution)?.closed;
    if (!closed || one.known || not.has(row) || keeps(one, 'successors')) return [];
    return [{ row, institution, who, on: closed.on, successors }];
  });
  return [...closes, ...linked];
}
