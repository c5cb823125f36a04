import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { nameKey } from '@alongside/domain/text/names.js';
import type { HubReader } from '@alongside/projections/views/index.js';

/** The address of each member by the key of their name (`nameKey`); `null` where several have the name, or one without an address. */
export function addressesByName(institution: InstitutionId, look: HubReader): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { person, left } of look.rows('member', { institution })) {
    const key = left === null ? nameKey(look.row('person', person)?.name ?? '') : '';
    if (key === '') continue;
    found.set(key, found.has(key) ? null : (look.row('account', person)?.email ?? null));
  }
  return found;
}
