import type { CalledMember } from '@alongside/domain/imports/staff-managers.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { nameKey } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { TellApart } from './told-apart.js';

/** The members of an institution by the key of their name (`nameKey`), told apart as far as the importer may see it. */
export function calledAt(institution: InstitutionId, look: HubReader, apart: TellApart): ReadonlyMap<string, readonly CalledMember[]> {
  const found = new Map<string, readonly CalledMember[]>();
  for (const { person, left } of look.rows('member', { institution })) {
    const key = left === null ? nameKey(look.row('person', person)?.name ?? '') : '';
    if (key === '') continue;
    const email = look.row('account', person)?.email;
    const { email: seen, job } = apart(person, institution);
    const member = { ...(email && { email }), ...(job && { job }), ...(email && !seen && { isHidden: true as const }) };
    found.set(key, [...(found.get(key) ?? []), member]);
  }
  return found;
}
