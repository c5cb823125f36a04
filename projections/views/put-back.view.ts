import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { arrivalWhereverOf, followArrivals, type ArrivalEvent } from './arrivals.js';
import { memberListReaders } from './audiences.js';
import { institutionsOf, withTrust } from './belonging.js';
import { hubView } from './hub-view.js';
import { newcomerId } from './newcomer.view.js';
import { privateRows } from './private-rows.js';

/**
 * A person whom an institution brought in and removed, or never added, who never signed in and belongs nowhere: it adds them without asking.
 */
export interface PutBackRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  /** Whether an email told them of Alongside, and so of their removal. */
  readonly told: boolean;
  /** Their first day as a member of this institution. */
  readonly from: Day;
  /** Brought in and not added, as by an import that was killed: read by the hub alone. `from` is the day on which they were brought in. */
  readonly neverAdded?: true;
}

/** Who brought a person in, and their first days, until they sign in. */
interface Brought {
  readonly by: readonly InstitutionId[];
  readonly from: Readonly<Record<InstitutionId, Day>>;
}
const broughtIn = privateRows<Brought>('brought-in');
type All = Rows<PutBackRow>;

function settle(rows: All, person: PersonId): void {
  const brought = broughtIn.get(rows, person);
  if (!brought) return;
  const arrival = arrivalWhereverOf(rows, person);
  const isOut = arrival !== null && institutionsOf(rows, person).length === 0;
  const neverAdded = Object.keys(brought.from).length === 0;
  for (const institution of brought.by) {
    const id = newcomerId(institution, person);
    const from = brought.from[institution];
    // A school's trust brought them in as well, and never had them.
    if (isOut && (from !== undefined || neverAdded))
      rows.put(id, {
        audience: neverAdded ? [] : memberListReaders(withTrust(rows, institution)),
        data: {
          institution,
          person,
          told: arrival.invitedOn !== null,
          from: from ?? arrival.since,
          ...(neverAdded && { neverAdded }),
        },
        about: [person],
      });
    else if (rows.get(id)) rows.remove(id);
  }
  // Who has come never goes back to not having come.
  if (arrival === null) broughtIn.remove(rows, person);
}

const following = followArrivals<PutBackRow>(settle);

function begins(rows: All, person: PersonId, institution: InstitutionId, from: Day): void {
  const brought = broughtIn.get(rows, person);
  if (brought?.by.includes(institution)) broughtIn.put(rows, person, { ...brought, from: { ...brought.from, [institution]: from } });
}

/** Whom an institution may add again without asking, to those who read its list of members, and may add to it. */
export const putBackView = hubView<ArrivalEvent, PutBackRow>()({
  name: 'put-back',
  version: 2,
  title: 'Removed members who have never signed in',
  readers: ['#administrators', '#coordinators'],
  indexes: ['institution', 'person'],
  on: {
    ...following,
    PersonJoined: (event, rows) => {
      const { data, institutions, actor } = event;
      if (actor !== data.person) broughtIn.put(rows, data.person, { by: institutions, from: {} });
      following.PersonJoined?.(event, rows);
      settle(rows, data.person);
    },
    MemberJoined: (event, rows) => {
      begins(rows, event.data.person, event.data.institution, event.data.from);
      following.MemberJoined?.(event, rows);
    },
    FirstDayCorrected: ({ data: { person, institution, from } }, rows) => begins(rows, person, institution, from),
  },
});
