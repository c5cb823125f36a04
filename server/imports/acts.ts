import type { Answer } from '@alongside/domain/protocol/messages.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { InstitutionImport } from '@alongside/domain/imports/institutions.js';
import type { InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { digestOf } from '@alongside/domain/kernel/digest.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { detailsAfter } from './beside-hub.js';
import { asStored } from './stored-schools.js';

/** A command that an import would give. */
export interface Act {
  readonly type: string;
  readonly data: unknown;
}

/** What a row of a register asks for, as things stand: nothing where the hub knows it already, so that a file can be imported again and again. */
export function actsForInstitution(planned: InstitutionImport, look: HubReader): readonly Act[] {
  const row = asStored(planned, look);
  const { institution, trust } = row;
  const known = look.row(institutionView.name, institution);
  if (!known) return [{ type: 'RegisterInstitution', data: { institution, details: row.details, ...(trust && { trust }) } }];
  const acts: Act[] = [];
  // The register says that it is open.
  if (known.closed && !row.withoutStatus) acts.push({ type: 'ReopenInstitution', data: { institution } });
  const details = detailsAfter(known.details, row);
  if (!sameDetails(known.details, details))
    acts.push({ type: 'DescribeInstitution', data: { institution, details, seen: digestOf(known.details) } });
  // Not where the file has no column for it: it says nothing of trusts then.
  if (trust !== undefined && known.trust !== trust) {
    if (known.trust) acts.push({ type: 'LeaveTrust', data: { institution } });
    if (trust) acts.push({ type: 'JoinTrust', data: { institution, trust } });
  }
  return acts;
}

const sameDetails = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Whose account an address is; undefined where nobody has it yet. */
export const accountWith = (email: string, look: HubReader): AccountRow | undefined =>
  look.rows(accountView.name, { email: comparableEmail(email) })[0];

/** Whether a person belongs to an institution or to the trust that it is in. */
export function belongsAt(person: PersonId, institution: InstitutionId, look: HubReader): boolean {
  const trust = look.row('institution', institution)?.trust;
  return look.row('membership', person)?.memberships.some(({ institution: at }) => at === institution || at === trust) ?? false;
}

/** Who an address belongs to; undefined where nobody has it yet. */
export const personWith = (email: string, look: HubReader): PersonId | undefined => accountWith(email, look)?.person;

/** How an import gives a command: settles with the answer, deciding with at least `after` in view. `by` where it is not the hub. */
export type GiveAct = (act: Act, commandId: string, after: Position | undefined, by?: PersonId) => Promise<Answer>;
