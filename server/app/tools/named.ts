import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail, folded, wordMatcher } from '@alongside/domain/text/folding.js';
import { comparableName } from '@alongside/domain/text/names.js';
import { isPrivate } from '@alongside/projections/views/private-rows.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from '@alongside/projections/store/view-store.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { institutionView, type InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { wrong } from './tool.js';

type Store = Pick<ViewStore, 'get' | 'list'>;
/** Matches that are listed; how many more there are is said. */
const LISTED = 20;
/** Names that are offered where none is as it was typed. */
const NEAR_NAMES = 5;
/** How much of two names must be alike for one to be offered: from 0 to 1, of their pairs of letters. */
const NEAR_ENOUGH = 0.4;

interface Named<Id> {
  readonly id: Id;
  readonly name: string;
  /** What tells it from another of the same name. */
  readonly beside: string;
}
/** The one that was meant, and whether it was named by its id, its address or its whole name. */
export interface Meant<Id> extends Named<Id> {
  readonly exactly: boolean;
}

/** The person with an id, an address or a name. Several or none end the command with a sentence that lists them. */
export function personMeant(store: Store, typed: string): Meant<PersonId> {
  const named = ({ person, name, institutions }: PersonRow): Named<PersonId> => ({
    id: person,
    name,
    beside: institutions.map((id) => store.get<InstitutionRow>(institutionView.name, id)?.data.details.name ?? id).join(', '),
  });
  const byId = store.get<PersonRow>(personView.name, typed)?.data;
  if (byId) return { ...named(byId), exactly: true };
  if (typed.includes('@')) {
    const where = { email: comparableEmail(typed) };
    const person = store.list<AccountRow>(accountView.name, { for: 'all', where, limitRows: 1 })[0]?.data.person;
    const row = person && store.get<PersonRow>(personView.name, person)?.data;
    return row ? { ...named(row), exactly: true } : wrong(`No person on the hub has the address ${typed}.`);
  }
  const people = allOf<PersonRow>(store, personView.name).filter(({ erased }) => !erased);
  return theOne(typed, people, named, 'person');
}

/** The school, trust or college with an id or a name. Several or none end the command with a sentence that lists them. */
export function institutionMeant(store: Store, typed: string): Meant<InstitutionId> {
  const named = ({ institution, details }: InstitutionRow): Named<InstitutionId> => ({
    id: institution,
    name: details.name,
    beside: [details.town, details.postcode].filter(Boolean).join(', '),
  });
  const byId = store.get<InstitutionRow>(institutionView.name, typed)?.data;
  if (byId) return { ...named(byId), exactly: true };
  return theOne(typed, allOf<InstitutionRow>(store, institutionView.name), named, 'school or trust');
}

/** A person or an institution in a line, with its id. */
export const sayNamed = ({ name, id, beside }: Named<string>): string => `${name}${beside && `, ${beside}`} (${id})`;

function theOne<Row, Id extends string>(typed: string, rows: readonly Row[], named: (row: Row) => Named<Id>, kind: string): Meant<Id> {
  const all = rows.map((row) => ({ row, name: named(row).name }));
  const key = comparableName(typed);
  const same = all.filter(({ name }) => comparableName(name) === key);
  const found = same.length > 0 ? same : all.filter(wordMatcher<{ row: Row; name: string }>(({ name }) => name)(typed));
  const [only, ...more] = found;
  if (only && more.length === 0) return { ...named(only.row), exactly: same.length > 0 };
  if (only)
    return wrong(
      several(
        typed,
        found.map(({ row }) => named(row)),
        kind,
      ),
    );
  const near = nearest(typed, all).map(({ row }) => `\n  ${sayNamed(named(row))}`);
  return wrong(`No ${kind} has the id or the name ${typed}.${near.length > 0 ? ` Names like it:${near.join('')}` : ''}`);
}

function several(typed: string, found: readonly Named<string>[], kind: string): string {
  const lines = found.slice(0, LISTED).map((one) => `\n  ${sayNamed(one)}`);
  const more = found.length > LISTED ? `\n  and ${(found.length - LISTED).toLocaleString('en-GB')} more` : '';
  return `“${typed}” could be more than one ${kind}. Nothing was done. Run it again with the id of one:${lines.join('')}${more}`;
}

function nearest<Entry extends { readonly name: string }>(typed: string, all: readonly Entry[]): readonly Entry[] {
  const wanted = pairsOf(typed);
  return all
    .map((entry) => ({ entry, alike: alike(wanted, pairsOf(entry.name)) }))
    .filter((one) => one.alike >= NEAR_ENOUGH)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, NEAR_NAMES)
    .map(({ entry }) => entry);
}

/** Each two letters that follow each other in a name. */
const pairsOf = (name: string): ReadonlySet<string> => {
  const letters = [...` ${folded(name)} `];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
};

const alike = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size);

function allOf<Row>(store: Store, view: string): readonly Row[] {
  const rows: Row[] = [];
  for (let afterId: string | undefined; ;) {
    const page = store.list<Row>(view, { for: 'all', limitRows: QUERY_LIMIT_ROWS, ...(afterId !== undefined && { afterId }) });
    rows.push(...page.filter(({ id }) => !isPrivate(id)).map(({ data }) => data));
    if (page.length < QUERY_LIMIT_ROWS) return rows;
    afterId = page.at(-1)?.id;
  }
}
