import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { arrivalsOf, followArrivals, type Arrival, type ArrivalEvent } from './arrivals.js';
import { desksOf } from './audiences.js';
import { trustOf } from './belonging.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** How many members of an institution have not signed in: one row, however many people a list of staff brought. */
export interface NewcomersRow {
  readonly institution: InstitutionId;
  readonly people: number;
  /** Of these: those who were never told that they can sign in. */
  readonly notInvited: number;
  /** When any of its members was last told. */
  readonly invitedOn: Day | null;
  /** Since when it has had members who have not signed in. */
  readonly since: Day;
  /** The day on which those who were never told will be. */
  readonly plannedOn: Day | null;
  readonly plannedBy: PersonId | null;
  /** A plan that came to nothing, because its planner may no longer invite people: whose, and for which day. */
  readonly lapsed: { readonly by: PersonId; readonly on: Day | null } | null;
}

type All = Rows<NewcomersRow>;
type Counted = 'invited' | 'not-invited';
const counted = privateRows<Counted>('counted');
type Plan = Pick<NewcomersRow, 'plannedOn' | 'plannedBy' | 'lapsed'>;
const plans = privateRows<Plan>('plan');
const NO_PLAN: Plan = { plannedOn: null, plannedBy: null, lapsed: null };

const later = (one: Day | null, other: Day | null): Day | null => (one === null || (other !== null && other > one) ? other : one);

function write(rows: All, institution: InstitutionId, next: Omit<NewcomersRow, 'institution' | keyof Plan>): void {
  const plan = plans.get(rows, institution) ?? NO_PLAN;
  if (next.people === 0) return rows.remove(institution);
  // Everybody was told in another way: nothing is left of a plan that came to nothing.
  if (plan.lapsed && next.notInvited === 0) return forget(rows, institution, next);
  rows.put(institution, { audience: desksOf(institution, trustOf(rows, institution)), data: { institution, ...next, ...plan } });
}

function forget(rows: All, institution: InstitutionId, next: Omit<NewcomersRow, 'institution' | keyof Plan>): void {
  plans.put(rows, institution, NO_PLAN);
  write(rows, institution, next);
}

function count(rows: All, institution: InstitutionId, person: PersonId, arrival: Arrival | null): void {
  const key = `${institution}|${person}`;
  const before = counted.get(rows, key);
  const now: Counted | undefined = arrival ? (arrival.invitedOn === null ? 'not-invited' : 'invited') : undefined;
  const row = rows.get(institution)?.data;
  if (!now && !before) return;
  const change = (kind?: Counted) =>
    Number(now !== undefined && (!kind || now === kind)) - Number(before !== undefined && (!kind || before === kind));
  if (now) counted.put(rows, key, now);
  else counted.remove(rows, key);
  write(rows, institution, {
    people: (row?.people ?? 0) + change(),
    notInvited: (row?.notInvited ?? 0) + change('not-invited'),
    invitedOn: later(row?.invitedOn ?? null, arrival?.invitedOn ?? null),
    since: row?.since ?? arrival?.since ?? ('' as Day),
  });
}

const settle = (rows: All, person: PersonId): void => {
  for (const [institution, arrival] of arrivalsOf(rows, person)) count(rows, institution, person, arrival);
};

/** Members who have not signed in, counted, to those whose desk they are on. */
export const newcomersView = hubView<ArrivalEvent, NewcomersRow>()({
  name: 'newcomers',
  version: 4,
  title: 'How many members have not signed in',
  readers: ['#administrators', '#coordinators'],
  indexes: ['institution'],
  on: {
    ...followArrivals<NewcomersRow>(settle),
    InvitationsPlanned: ({ data: { institution, on, from, lapsed } }, rows) => {
      const before = plans.get(rows, institution)?.plannedOn ?? null;
      const none = lapsed ? { ...NO_PLAN, lapsed: { by: from, on: before } } : NO_PLAN;
      plans.put(rows, institution, on === null ? none : { plannedOn: on, plannedBy: from, lapsed: null });
      const row = rows.get(institution);
      if (row) write(rows, institution, row.data);
    },
  },
});
