import { registerIdOf } from '@alongside/domain/institutions/register-id.js';
import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import type { HubReader } from './index.js';
import type { InstitutionRow } from './institution.view.js';

/** Who has a number of a register, by the id that it gives, whatever their own ids are. Hubs of before may hold it twice. */
function holdersOf(registerId: InstitutionId, look: HubReader): readonly InstitutionRow[] {
  const own = look.row('institution', registerId);
  const isIts = own && own.registerId === undefined;
  return [...(isIts ? [own] : []), ...look.rows('institution', { registerId })];
}

/** Another institution with the number of these details; undefined where there is none. */
export function otherWithNumber(institution: InstitutionId, details: InstitutionDetails, look: HubReader): InstitutionRow | undefined {
  const registerId = registerIdOf(details);
  return registerId && holdersOf(registerId, look).find((one) => one.institution !== institution);
}

/** Another open institution of its kind with the name of these details that no town tells apart from it. A hub, or a school’s trust, is no other. */
export function otherOfThisName(institution: InstitutionId, details: InstitutionDetails, look: HubReader): InstitutionRow | undefined {
  if (details.kind === 'hub') return undefined;
  const isTrust = details.kind === 'trust';
  const town = plainKey(details.town ?? '');
  return look.rows('institution', { called: plainKey(details.name) }).find((one) => {
    const its = plainKey(one.details.town ?? '');
    if (one.details.kind === 'hub' || (one.details.kind === 'trust') !== isTrust) return false;
    return one.institution !== institution && !one.closed && !(town && its && town !== its);
  });
}
