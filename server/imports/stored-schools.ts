import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { LinksImport } from '@alongside/domain/imports/links.js';
import { REGISTER_OF } from '@alongside/domain/imports/school-fields.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';
import { inTurns } from './in-turns.js';

const OF_ENGLAND = REGISTER_OF.england.prefix;
/** Trusts, and schools of links, are known by their number alone. */
const NOT_SAID = undefined;

/** Who was given a number by hand, by the id that a register gives to it. */
export type ByNumber = (registerId: InstitutionId) => readonly InstitutionRow[];

const lookedUp =
  (look: HubReader): ByNumber =>
  (registerId) =>
    look.rows('institution', { registerId });

/** As all of them are now, read once: a whole register is looked up without a question for each of its rows. */
export function byNumberNow(look: HubReader): ByNumber {
  const held = new Map<InstitutionId, InstitutionRow[]>();
  for (const row of look.rows('institution', { ownId: 'yes' }))
    if (row.registerId) held.set(row.registerId, [...(held.get(row.registerId) ?? []), row]);
  return (registerId) => held.get(registerId) ?? [];
}

/** Every institution here with the number of a register’s row: by its id, or by the number that it was given by hand. Several in older hubs alone. */
export function allStoredAs(
  institution: InstitutionId,
  nation: Nation | undefined,
  look: HubReader,
  byNumber: ByNumber = lookedUp(look),
): readonly InstitutionId[] {
  if (look.row('institution', institution)) return [institution];
  const at = institution.indexOf('-');
  const [prefix, number] = [institution.slice(0, at), institution.slice(at + 1)];
  // England’s own register lists some schools of Wales, so it may be either way round.
  const where = nation ?? (prefix === OF_ENGLAND ? 'wales' : NOT_SAID);
  const prefixes = where ? [REGISTER_OF[where].prefix, OF_ENGLAND] : [];
  const ids = prefixes.includes(prefix) ? prefixes.map((one) => `${one}-${number}` as InstitutionId) : [];
  const others = [...new Set(ids)].filter((id) => id !== institution);
  const there = others.flatMap((id) => {
    const own = look.row('institution', id);
    return [...(own ? [own] : []), ...byNumber(id)].filter(({ details }) => details.nation === where);
  });
  return [...new Set([...byNumber(institution), ...there].map((one) => one.institution))];
}

/** Under which id a school of a register is here: its own where it is not, or where several have its number. */
export function storedAs(institution: InstitutionId, nation: Nation | undefined, look: HubReader, byNumber?: ByNumber): InstitutionId {
  const [only, ...more] = allStoredAs(institution, nation, look, byNumber);
  return only !== undefined && more.length === 0 ? only : institution;
}

export const nationOfRow = ({ details }: InstitutionImport): Nation | undefined => (details.kind === 'trust' ? NOT_SAID : details.nation);

/** A school or trust of a register by the id under which it is here, and so the trust that it is in. */
export function asStored(row: InstitutionImport, look: HubReader): InstitutionImport {
  const institution = storedAs(row.institution, nationOfRow(row), look);
  const trust = row.trust && storedAs(row.trust, NOT_SAID, look);
  return institution === row.institution && trust === row.trust ? row : { ...row, institution, ...(trust !== undefined && { trust }) };
}

/** Links by the ids under which their schools are here. Others get a turn in between. */
export function linksAsStored(links: readonly LinksImport[], look: HubReader): Promise<readonly LinksImport[]> {
  const byNumber = byNumberNow(look);
  const idOf = (institution: InstitutionId) => storedAs(institution, NOT_SAID, look, byNumber);
  return inTurns(links, ({ institution, successors, row }) => ({
    row,
    institution: idOf(institution),
    successors: successors.map((one) => ({ ...one, institution: idOf(one.institution) })),
  }));
}
