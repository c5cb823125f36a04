import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import { folded } from '@alongside/domain/text/folding.js';
import type { Handler, Handlers, Rows } from '../engine/view.js';
import { arrivalsOf, followArrivals, type ArrivalEvent } from './arrivals.js';
import { memberListReaders } from './audiences.js';
import { everIn, institutionsOf, trustOf } from './belonging.js';
import { hubView } from './hub-view.js';
import { memberId } from './member.view.js';
import { privateRows } from './private-rows.js';

/** One member as the list of an institution shows them, from joining to leaving: everything of a line, so a page of lines is one read. */
export interface RosterRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  readonly name: string;
  readonly jobTitle: string;
  /** The name as it is compared: the list stands in order of it. */
  readonly sortAs: string;
  readonly roles: readonly Role[];
  readonly from: Day;
  readonly lineManager: PersonId | null;
  readonly inductionTutor: PersonId | null;
  /** They have not signed in yet. */
  readonly awaited: boolean;
  /** And no email has told them of Alongside. */
  readonly uninvited: boolean;
}

/** What a person is called, whether or not they belong anywhere yet. */
const known = privateRows<Pick<RosterRow, 'name' | 'jobTitle'>>('known');

const UNNAMED = { name: '', jobTitle: '', sortAs: '', roles: [], lineManager: null, inductionTutor: null } as const;
const BLANK = { ...UNNAMED, awaited: false, uninvited: false } as const;

/** Those who belong have a line where they do, as they are now; those who left have none. */
function settle(rows: Rows<RosterRow>, person: PersonId): void {
  const here = institutionsOf(rows, person);
  const called = known.get(rows, person) ?? { name: '', jobTitle: '' };
  for (const [institution, arrival] of arrivalsOf(rows, person)) {
    const id = memberId({ institution, person });
    const row = rows.get(id);
    if (!row) continue;
    const trust = trustOf(rows, institution);
    const audience = memberListReaders(trust ? [institution, trust] : [institution]);
    if (here.includes(institution))
      rows.put(id, {
        audience,
        data: { ...row.data, ...called, sortAs: folded(called.name), awaited: arrival !== null, uninvited: arrival?.invitedOn === null },
      });
    else rows.remove(id);
  }
}

function call(rows: Rows<RosterRow>, person: PersonId, next: Partial<Pick<RosterRow, 'name' | 'jobTitle'>>): void {
  known.put(rows, person, { ...(known.get(rows, person) ?? { name: '', jobTitle: '' }), ...next });
  settle(rows, person);
}

type Here = { readonly person: PersonId; readonly institution: InstitutionId };
function set(rows: Rows<RosterRow>, here: Here, next: (row: RosterRow) => Partial<RosterRow>): void {
  const row = rows.get(memberId(here));
  if (row) rows.put(memberId(here), { ...row, data: { ...row.data, ...next(row.data) } });
}

const following = followArrivals<RosterRow>(settle);
type Follows<Type extends ArrivalEvent['type']> = Handler<Extract<ArrivalEvent, { type: Type }>, RosterRow>;

/** After a handler, what else an event does. */
const then =
  <Type extends ArrivalEvent['type']>(type: Type, more: Follows<Type>): Follows<Type> =>
  (event, rows) => {
    (following as Handlers<ArrivalEvent, RosterRow>)[type]?.(event as never, rows);
    more(event, rows);
  };

/** The members of an institution by name, to those who keep its list. */
export const rosterView = hubView<ArrivalEvent, RosterRow>()({
  name: 'roster',
  version: 3,
  title: 'Members by name',
  readers: ['#administrators', '#coordinators'],
  indexes: ['institution'],
  orders: [{ within: 'institution', by: 'sortAs' }],
  on: {
    ...following,
    PersonJoined: then('PersonJoined', ({ data: { person, name } }, rows) => call(rows, person, { name })),
    PersonRenamed: ({ data: { person, name } }, rows) => call(rows, person, { name }),
    ProfileDescribed: then('ProfileDescribed', ({ data: { person, profile } }, rows) => call(rows, person, { jobTitle: profile.jobTitle })),
    MemberJoined: (event, rows) => {
      const { institution, person, from } = event.data;
      rows.put(memberId(event.data), {
        audience: [],
        data: { ...BLANK, institution, person, from },
      });
      following.MemberJoined?.(event, rows);
    },
    FirstDayCorrected: ({ data }, rows) => set(rows, data, () => ({ from: data.from })),
    RoleGranted: ({ data }, rows) =>
      set(rows, data, ({ roles }) => ({ roles: [...roles.filter((role) => role !== data.role), data.role] })),
    RoleRevoked: ({ data }, rows) => set(rows, data, ({ roles }) => ({ roles: roles.filter((role) => role !== data.role) })),
    ReportingLineSet: ({ data }, rows) => set(rows, data, () => ({ lineManager: data.lineManager, inductionTutor: data.inductionTutor })),
    PersonErased: (event, rows) => {
      const { person } = event.data;
      for (const institution of everIn(rows, person)) rows.remove(memberId({ institution, person }));
      known.remove(rows, person);
      following.PersonErased?.(event, rows);
    },
  },
});
