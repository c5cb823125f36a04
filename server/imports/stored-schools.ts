import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { LinksImport } from '@alongside/domain/imports/links.js';
import { REGISTER_OF } from '@alongside/domain/imports/school-fields.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { holdersOf } from '@alongside/projections/views/found-by-number.js';
import type { HubReader } from '@alongside/projections/views/index.js';

const OF_ENGLAND = REGISTER_OF.england.prefix;
/** Trusts, and schools of links, are known by their number alone. */
const NOT_SAID = undefined;

/** Every institution here with the number of a register’s row: by its id, or by the number that it was given by hand. Several in older hubs alone. */
export function allStoredAs(institution: InstitutionId, nation: Nation | undefined, look: HubReader): readonly InstitutionId[] {
  if (look.row('institution', institution)) return [institution];
  const at = institution.indexOf('-');
  const [prefix, number] = [institution.slice(0, at), institution.slice(at + 1)];
  // England’s own register lists some schools of Wales, so it may be either way round.
  const where = nation ?? (prefix === OF_ENGLAND ? 'wales' : NOT_SAID);
  const prefixes = where ? [REGISTER_OF[where].prefix, OF_ENGLAND] : [];
  const others = prefixes.includes(prefix) ? prefixes.map((one) => `${one}-${number}` as InstitutionId) : [];
  const there = others.flatMap((id) => {
    const own = look.row('institution', id);
    return [...holdersOf(id, look), ...(own ? [own] : [])].filter(({ details }) => details.nation === where);
  });
  return [...new Set([...holdersOf(institution, look), ...there].map((one) => one.institution))];
}

/** Under which id a school of a register is here: its own where it is not, or where several have its number. */
export function storedAs(institution: InstitutionId, nation: Nation | undefined, look: HubReader): InstitutionId {
  const [only, ...more] = allStoredAs(institution, nation, look);
  return only !== undefined && more.length === 0 ? only : institution;
}

export const nationOfRow = ({ details }: InstitutionImport): Nation | undefined => (details.kind === 'trust' ? NOT_SAID : details.nation);

/** A school or trust of a register by the id under which it is here, and so the trust that it is in. */
export function asStored(row: InstitutionImport, look: HubReader): InstitutionImport {
  const institution = storedAs(row.institution, nationOfRow(row), look);
  const trust = row.trust && storedAs(row.trust, NOT_SAID, look);
  return institution === row.institution && trust === row.trust ? row : { ...row, institution, ...(trust !== undefined && { trust }) };
}

/** Links by the ids under which their schools are here. */
export const linksAsStored = (links: readonly LinksImport[], look: HubReader): readonly LinksImport[] =>
  links.map(({ institution, successors, row }) => ({
    row,
    institution: storedAs(institution, NOT_SAID, look),
    successors: successors.map((one) => ({ ...one, institution: storedAs(one.institution, NOT_SAID, look) })),
  }));
