import type { InstitutionId } from '../kernel/brand.js';
import { institutionIdOf, trustIdOf } from '../imports/institution-ids.js';
import { plainKey } from '../text/folding.js';
import { REGISTER_OF } from '../imports/school-fields.js';
import type { InstitutionDetails } from './institution.events.js';

/** “URN 100009”, as a person may type it. */
const BEFORE_NUMBER = /^(?:urn|seed(?:code)?|uid)[\s:.]*(?=[a-z0-9])/i;

/** The id that a register gives to what has this number in it: one for each nation and number; undefined without one, as of “N/A”, and of a hub. */
export function registerIdOf({ kind, nation, reference = '' }: InstitutionDetails): InstitutionId | undefined {
  const number = reference.trim().replace(BEFORE_NUMBER, '');
  if (kind === 'hub' || !/\d/.test(number)) return undefined;
  return kind === 'trust' ? trustIdOf(number) : institutionIdOf(number, REGISTER_OF[nation].prefix);
}

const OF_A_REGISTER = new RegExp(
  `^(?:trust|${Object.values(REGISTER_OF)
    .map(({ prefix }) => prefix)
    .join('|')})-(?=.*\\d)([a-z0-9]+)$`,
  'i',
);

/** The number in an id that a register gave; undefined of an id of the hub’s own. */
export function numberOfId(institution: InstitutionId): string | undefined {
  const number = OF_A_REGISTER.exec(institution)?.[1];
  return number && plainKey(number);
}

/** Whether these details have another number than the one in the institution’s own id, by which its register finds it whatever they say. */
export function isNumberOfAnother(institution: InstitutionId, details: InstitutionDetails): boolean {
  const registerId = registerIdOf(details);
  const own = numberOfId(institution);
  return registerId !== undefined && own !== undefined && numberOfId(registerId) !== own;
}
