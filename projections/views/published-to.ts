import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import type { Rows } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import { reachOf } from './belonging.js';

/** Who reads what a person published: its author and the institutions. Without exceptions: hiding takes none of it away either (0021). */
export const publishedTo = (author: PersonId, institutions: readonly InstitutionId[]): RowAudience => [
  ...onlyPerson(author),
  ...institutions.map((institution): Principal => `institution:${institution}`),
];

/** Of the institutions that something was published to, those that its author still belongs to. */
export function stillPublishedTo<Data>(
  rows: Rows<Data>,
  author: PersonId,
  institutions: readonly InstitutionId[],
): readonly InstitutionId[] {
  const reach = reachOf(rows, author);
  return institutions.filter((institution) => reach.includes(institution));
}
