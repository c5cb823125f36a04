import { setImmediate } from 'node:timers/promises';
import { sharesName } from '@alongside/domain/imports/staff-likely.js';
import type { StaffImport } from '@alongside/domain/imports/staff.js';
import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { accountView, type AccountRow } from '@alongside/projections/views/account.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { memberId, memberView } from '@alongside/projections/views/member.view.js';
import { personWith } from './acts.js';
import type { ImportPlan } from './import-plan.js';
import { PlannedRows } from './planned-rows.js';
import { LINES } from './staff-wave.js';

/** A row with an address that a member had before. `another`: why it is about another person all the same. */
export interface Former {
  readonly row: number;
  readonly who: string;
  /** As the file has it. */
  readonly email: string;
  readonly person: PersonId;
  /** Since when they have the newer one. */
  readonly since?: Day;
  readonly another?: 'chosen' | 'name' | 'listed';
}

/** The members of an institution who had an address before. Of others nobody learns; an address in use is its owner’s alone. */
function formerOwners(email: string, institution: InstitutionId, look: HubReader): readonly AccountRow[] {
  if (personWith(email, look)) return [];
  const had = look.rows(accountView.name, { had: comparableEmail(email) });
  const here = had.filter(({ person }) => look.row(memberView.name, memberId({ institution, person }))?.left === null);
  return [...new Map(here.map((one) => [one.person, one])).values()];
}

/** The only member who had an address before. */
export function formerOwner(email: string, institution: InstitutionId, look: HubReader): AccountRow | undefined {
  const [owner, ...others] = formerOwners(email, institution, look);
  return others.length === 0 ? owner : undefined;
}

/** A list in which members are named by the addresses that they have now: an older list brings nobody in a second time. */
export async function withNewerAddresses(
  plan: ImportPlan,
  look: HubReader,
  another: ReadonlySet<number> = new Set(),
): Promise<{ readonly plan: ImportPlan; readonly former: readonly Former[] }> {
  if (plan.kind !== 'staff') return { plan, former: [] };
  const { institution, rows } = plan;
  const listed = new Set<string>();
  const found: { readonly row: StaffImport; readonly owner: AccountRow; readonly shares: boolean }[] = [];
  const above = new Map<string, string>();
  for (const batch of rows.batches()) {
    await setImmediate();
    for (const row of batch) {
      listed.add(comparableEmail(row.email));
      const owners = formerOwners(row.email, institution, look);
      const alike = owners.filter(({ person }) => sharesName(row, look.row('profile', person) ?? { name: '' }));
      const [owner, ...others] = alike.length > 0 ? alike : owners;
      if (owner && others.length === 0) found.push({ row, owner, shares: alike.length > 0 });
      for (const line of LINES) {
        const newer = row[line] === null || above.has(row[line]) ? undefined : formerOwner(row[line], institution, look)?.email;
        if (row[line] !== null && newer !== undefined) above.set(row[line], newer);
      }
    }
  }
  if (found.length + above.size === 0) return { plan, former: [] };
  const newer = new Map<number, string>();
  const former = found.map(({ row, owner, shares }): Former => {
    const { person, email: has, changedAt } = owner;
    const known = { row: row.row, who: row.name, email: row.email, person, ...(changedAt && { since: dayOf(changedAt) }) };
    const why = another.has(row.row) ? 'chosen' : !shares ? 'name' : listed.has(has) ? 'listed' : undefined;
    if (why) return { ...known, another: why };
    newer.set(row.row, has);
    // A second row with an earlier address of the same member is not taken for them as well.
    listed.add(has);
    return known;
  });
  const byAddress = new Map(found.map(({ row }) => [comparableEmail(row.email), newer.get(row.row)]));
  // Who has a row of their own in the list is who that row is about.
  const named = (email: string | null) => {
    if (email === null) return null;
    const key = comparableEmail(email);
    return (byAddress.has(key) || listed.has(key) ? byAddress.get(key) : above.get(email)) ?? email;
  };
  const change = (row: StaffImport): StaffImport => {
    const email = newer.get(row.row);
    const [lineManager, inductionTutor] = [named(row.lineManager), named(row.inductionTutor)];
    if (email === undefined && lineManager === row.lineManager && inductionTutor === row.inductionTutor) return row;
    return { ...row, lineManager, inductionTutor, ...(email !== undefined && { email, formerEmail: row.email }) };
  };
  const batches: Uint8Array[] = [];
  for (const batch of rows.changed(change)) {
    await setImmediate();
    batches.push(batch);
  }
  return { plan: { ...plan, rows: new PlannedRows<StaffImport>(batches, rows.length) }, former };
}
