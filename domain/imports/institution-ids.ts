import type { InstitutionId } from '../kernel/brand.js';

/** The id of a school by its number in a register, without hyphens and spaces. `prefix`: whose number it is. */
export const institutionIdOf = (reference: string, prefix = 'urn'): InstitutionId =>
  `${prefix}-${reference.replace(/[^A-Za-z0-9]/g, '')}` as InstitutionId;
/** The id of a trust by its code in England’s register. */
export const trustIdOf = (code: string): InstitutionId => `trust-${code.toLowerCase().replace(/[^a-z0-9]/g, '')}` as InstitutionId;
