import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import { REGISTER_OF } from '@alongside/domain/imports/school-fields.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '@alongside/projections/views/index.js';

const OF_ENGLAND = REGISTER_OF.england.prefix;

/** Under which id a school of a register is here. Before ids followed from the nation, a list that said it by row named all of its schools as England’s. */
export function storedAs(institution: InstitutionId, nation: Nation | undefined, look: HubReader): InstitutionId {
  if (nation === undefined || look.row('institution', institution)) return institution;
  const at = institution.indexOf('-');
  const [prefix, number] = [institution.slice(0, at), institution.slice(at + 1)];
  const { prefix: own } = REGISTER_OF[nation];
  if (own === OF_ENGLAND || (prefix !== own && prefix !== OF_ENGLAND)) return institution;
  // England’s own register lists some schools of Wales, so it may be either way round.
  const other = `${prefix === own ? OF_ENGLAND : own}-${number}` as InstitutionId;
  return look.row('institution', other)?.details.nation === nation ? other : institution;
}

/** A school of a register by the id under which it is here. */
export function asStored(row: InstitutionImport, look: HubReader): InstitutionImport {
  const institution = row.details.kind === 'trust' ? row.institution : storedAs(row.institution, row.details.nation, look);
  return institution === row.institution ? row : { ...row, institution };
}
