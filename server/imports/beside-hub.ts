import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';

const MAY_LACK = ['type', 'phase', 'localAuthority', 'town', 'postcode', 'easting', 'northing'] as const;

/** What is known of an institution once its row of a register is taken: a blank cell, or a column that the file lacks, takes nothing away. */
export function detailsAfter(had: InstitutionDetails, { details, withoutStatus }: InstitutionImport): InstitutionDetails {
  const stays: Partial<InstitutionDetails> = Object.fromEntries(
    MAY_LACK.flatMap((field) => (details[field] === undefined && had[field] !== undefined ? [[field, had[field]]] : [])),
  );
  return {
    ...details,
    ...stays,
    // It never changes, and is read from a type; of a trust a row knows no more than its name and number.
    kind: had.kind,
    ...(details.kind === 'trust' && { nation: had.nation }),
    ...(withoutStatus && had.proposedToClose && { proposedToClose: had.proposedToClose }),
  };
}
