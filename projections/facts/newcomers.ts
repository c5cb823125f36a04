import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { HubReader } from '../views/index.js';
import { newcomerId } from '../views/newcomer.view.js';
import { putBackView, type PutBackRow } from '../views/put-back.view.js';

/** A person who was removed, and whom an institution adds again without asking; undefined for all others. */
export function putBackOf(person: PersonId, institution: InstitutionId, look: HubReader): PutBackRow | undefined {
  const row = look.row(putBackView.name, newcomerId(institution, person));
  return row?.neverAdded ? undefined : row;
}

/** Whether an institution adds a person it brought in without asking: a member nowhere yet, or nowhere any more and never signed in. */
export function isNewcomer(person: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const isOurs = look.row('account', person)?.broughtInBy.includes(institution) ?? false;
  return isOurs && (look.row('membership', person) === undefined || putBackOf(person, institution, look) !== undefined);
}
