import type { Day, InstitutionId } from '../kernel/brand.js';
import {
  cell,
  cellAt,
  fieldsByHeading,
  NO_ROW,
  isBlank,
  letterOf,
  lettersOf,
  sayCutOff,
  saysOfCell,
  upTo,
  type RawRow,
  type RowProblem,
} from './columns.js';
import { dayIn, mannerOf, notesOfManner, readingsOf, sayEither, type DateManner } from './date-manner.js';
import { spoiltByExport } from './spoilt-text.js';
import { institutionIdOf } from './institution-ids.js';

/** What came after one school, as England's file of links says it. */
export interface LinksImport {
  readonly institution: InstitutionId;
  readonly successors: readonly LinkedSchool[];
  /** The first row of the file that names the school. */
  readonly row: number;
}

export interface LinkedSchool {
  readonly institution: InstitutionId;
  readonly name: string;
  readonly on?: Day;
}

export interface LinksPlan {
  readonly links: readonly LinksImport[];
  readonly problems: readonly RowProblem[];
  /** Rows that say nothing of successors, such as sixth form centres. */
  readonly otherLinks: number;
}

const KNOWN = {
  reference: ['URN'],
  link: ['LinkURN'],
  name: ['LinkName'],
  type: ['LinkType'],
  date: ['LinkEstablishedDate'],
} as const;
const FIELDS = Object.keys(KNOWN) as readonly (keyof typeof KNOWN)[];

/** Whether these are the headings of the links of England's register. */
export function isLinksFile(headers: readonly string[]): boolean {
  const { reference, link, type } = lettersOf(fieldsByHeading(headers, KNOWN));
  return Boolean(reference && link && type);
}

export const linkColumns = (headers: readonly string[]): ReadonlySet<string> =>
  new Set(fieldsByHeading(headers, KNOWN).flatMap((field, index) => (field === null ? [] : [letterOf(index)])));

/** Both directions are told: “Successor” of the school that closed, and “Predecessor” of the one that came after it. */
const isForwards = (type: string) => /^successor\b/i.test(type);
const isBackwards = (type: string) => /^predecessor\b/i.test(type);
const NUMBER = /^\d{1,12}$/;

/** The columns of dates of a file of links. */
export const datesOfLinks = (headers: readonly string[]): readonly string[] => lettersOf(fieldsByHeading(headers, KNOWN)).date ?? [];

/** Reads every row; never throws. A date that is none, or may be either of two days, is told, and the link holds without it. */
export function planLinks(
  headers: readonly string[],
  rows: readonly RawRow[],
  manner: DateManner = mannerOf(rows, headers, datesOfLinks(headers)),
): LinksPlan {
  const columns = lettersOf(fieldsByHeading(headers, KNOWN));
  const after = new Map<InstitutionId, { row: number; successors: Map<InstitutionId, LinkedSchool> }>();
  const problems: RowProblem[] = [...notesOfManner(manner, headers)];
  const others = new Map<string, { readonly at: Omit<RowProblem, 'message' | 'weight'>; rows: number }>();
  for (const raw of rows) {
    if (isBlank(raw)) continue;
    if (raw.cutOff !== undefined) {
      problems.push(sayCutOff(raw, headers));
      continue;
    }
    const read = (field: keyof typeof KNOWN) => cell(raw, columns[field]?.[0]);
    const [from, to, type] = [read('reference'), read('link'), read('type')];
    // Also of one that is not used: with another letter its type might be.
    for (const field of FIELDS) {
      const letter = columns[field]?.[0];
      const spoilt = field === 'name' ? spoiltByExport(read(field), false) : undefined;
      const said = [...saysOfCell(raw, letter), ...(spoilt ? [spoilt] : [])];
      for (const one of said) problems.push({ ...cellAt(headers, raw, letter), weight: 'note', ...one });
    }
    if (!isForwards(type) && !isBackwards(type)) {
      const before = others.get(type);
      others.set(type, { at: before?.at ?? cellAt(headers, raw, columns.type?.[0]), rows: (before?.rows ?? 0) + 1 });
      continue;
    }
    const wrong = NUMBER.test(from) ? (NUMBER.test(to) ? undefined : 'link') : 'reference';
    if (wrong || from === to) {
      const message =
        from === to ? 'The link leads to the school itself.' : `“${upTo(40, read(wrong ?? 'link'))}” is not a reference number.`;
      problems.push({ ...cellAt(headers, raw, columns[wrong ?? 'link']?.[0]), weight: 'error', message });
      continue;
    }
    const on = dayIn(read('date'), manner);
    if (read('date') && !on) {
      const choices = readingsOf(read('date'), manner);
      const why = choices.length > 0 ? sayEither(read('date'), choices) : `“${upTo(40, read('date'))}” is not a date`;
      const place = cellAt(headers, raw, columns.date?.[0]);
      problems.push({ ...place, weight: 'note', message: `${why}. We use the link without it.`, ...(choices.length > 0 && { choices }) });
    }
    // The name in the file is that of the school linked to, which of a predecessor is not the one that came after.
    const [earlier, later, name] = isForwards(type) ? [from, to, upTo(160, read('name'))] : [to, from, ''];
    const institution = institutionIdOf(earlier);
    const known = after.get(institution) ?? { row: raw.row, successors: new Map() };
    const next = { institution: institutionIdOf(later), name: name || (known.successors.get(institutionIdOf(later))?.name ?? '') };
    known.successors.set(next.institution, { ...next, ...(on && { on }) });
    after.set(institution, known);
  }
  const links = [...after].map(([institution, { row, successors }]) => ({ institution, row, successors: [...successors.values()] }));
  if (links.length === 0 && problems.every(({ row }) => row === NO_ROW))
    problems.push({ row: NO_ROW, weight: 'error', message: 'The file links no school to one that came after it.' });
  const otherLinks = [...others.values()].reduce((sum, { rows: some }) => sum + some, 0);
  return { links, problems: [...problems, ...notUsed(others)].toSorted((a, b) => a.row - b.row), otherLinks };
}

/** A line for each type, at its first row. Only one that stands in a single row can be corrected here. */
function notUsed(others: ReadonlyMap<string, { readonly at: Omit<RowProblem, 'message' | 'weight'>; readonly rows: number }>) {
  return [...others].map(([type, { at, rows }]): RowProblem => {
    const { letter, text, ...place } = at;
    const many = rows === 1 ? 'one row' : `${rows.toLocaleString('en-GB')} rows`;
    const message = `We do not use links ${type ? `of the type “${upTo(60, type)}”` : 'without a type'} (${many}).`;
    return { ...place, ...(rows === 1 && letter && { letter, text: text ?? '' }), weight: 'note', message };
  });
}

/** What the schools at the ends of a chain of links are on the hub. */
export interface ChainEnds {
  readonly open: readonly InstitutionId[];
  /** Closed on the hub, too, and the file names none that came after them. */
  readonly closed: readonly InstitutionId[];
  readonly missing: readonly LinkedSchool[];
}

/** The schools at the ends of a chain of links. Schools that closed since are passed through, each once: links may lead in a circle. */
export function successorsOf(
  institution: InstitutionId,
  links: ReadonlyMap<InstitutionId, readonly LinkedSchool[]>,
  hereAs: (institution: InstitutionId) => 'open' | 'closed' | undefined,
): ChainEnds {
  const seen = new Set([institution]);
  const [open, closed, missing]: [InstitutionId[], InstitutionId[], LinkedSchool[]] = [[], [], []];
  const next = [...(links.get(institution) ?? [])];
  for (let at = 0; at < next.length; at += 1) {
    const one = next[at] as LinkedSchool;
    if (seen.has(one.institution)) continue;
    seen.add(one.institution);
    const [here, onward] = [hereAs(one.institution), links.get(one.institution) ?? []];
    if (here === 'open') open.push(one.institution);
    else if (onward.length > 0) next.push(...onward);
    else if (here === 'closed') closed.push(one.institution);
    else missing.push(one);
  }
  return { open, closed, missing };
}
