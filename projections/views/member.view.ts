import type { Day, InstitutionId, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent, Role } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { change, type Rows } from '../engine/view.js';
import { rolesAstray, wiped, type Astray } from './astray.js';
import { memberListReaders } from './audiences.js';
import { everIn, followBelonging, leaveEverywhere, oneByOne, trustOf } from './belonging.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { ukDay } from './uk-day.js';

/** One line of an institution's list of people. `left`: the day they left, `null` while they belong. */
export interface MemberRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly from: Day;
  readonly left: Day | null;
  readonly lineManager: PersonId | null;
  readonly inductionTutor: PersonId | null;
  /** Where in the log they were last removed, lost a role, or had their first day or their line set; absent where none of these happened. */
  readonly taken?: Partial<Record<Taken, Position>>;
  /** What was set of them where they were not a member, by a process that had not heard of a join: lost until it is given again. */
  readonly astray?: Astray;
}
type Taken = Role | 'membership' | 'first-day' | 'line';

type Here = { readonly person: PersonId; readonly institution: InstitutionId };

/** The id of a member's row. */
export const memberId = ({ institution, person }: Here): string => `${institution}:${person}`;

function audienceOf(rows: Rows<MemberRow>, institution: InstitutionId): readonly Principal[] {
  const trust = trustOf(rows, institution);
  return memberListReaders(trust ? [institution, trust] : [institution]);
}

function refresh(rows: Rows<MemberRow>, person: PersonId): void {
  if (erased.get(rows, person)) return;
  for (const institution of everIn(rows, person)) {
    const row = rows.get(memberId({ institution, person }));
    if (row) rows.put(memberId({ institution, person }), { ...row, audience: audienceOf(rows, institution) });
  }
}

const set = (rows: Rows<MemberRow>, here: Here, next: Partial<MemberRow>): void =>
  change(rows, memberId(here), (data) => ({ ...data, ...next }));
const taken = (rows: Rows<MemberRow>, here: Here, what: Taken, at: Position): Pick<MemberRow, 'taken'> => ({
  taken: { ...rows.get(memberId(here))?.data.taken, [what]: at },
});
const rolesWithout = (rows: Rows<MemberRow>, here: Here, role: Role): readonly Role[] =>
  (rows.get(memberId(here))?.data.roles ?? []).filter((one) => one !== role);
/** Keeps what is set of a record that another one of the same person left: read as one, they are not a member at that moment. */
function strayed(rows: Rows<MemberRow>, here: Here, next: (before: Astray) => Astray): Pick<MemberRow, 'astray'> {
  const before = rows.get(memberId(here))?.data;
  return before === undefined || before.left === null ? {} : { astray: next(before.astray ?? {}) };
}
const erased = privateRows<true>('erased');
/** Nobody reads of an erased person. Where an institution counts them still the hub does, to take them off its list. */
function hide(rows: Rows<MemberRow>, here: Here): void {
  const data = rows.get(memberId(here))?.data;
  if (data?.left === null)
    rows.put(memberId(here), { audience: [], data: { ...data, roles: [], lineManager: null, inductionTutor: null } });
  else rows.remove(memberId(here));
}
const following = followBelonging<MemberRow>(oneByOne(refresh));

/** The people of an institution, to those who keep its list, its trust's included. */
export const memberView = hubView<InstitutionEvent | PersonEvent, MemberRow>()({
  name: 'member',
  version: 6,
  title: 'Lists of members',
  readers: ['#administrators', '#coordinators'],
  indexes: ['institution', 'person'],
  on: {
    ...following,
    MemberJoined: (event, rows) => {
      const { institution, person, from } = event.data;
      // Of two records that are read as one, one may have been removed.
      const before = rows.get(memberId(event.data))?.data;
      rows.put(memberId(event.data), {
        audience: audienceOf(rows, institution),
        data: {
          institution,
          person,
          roles: [],
          from,
          left: null,
          lineManager: null,
          inductionTutor: null,
          ...(before?.taken && { taken: before.taken }),
          ...(before?.left === null ? { astray: wiped(before, from, event.position) } : before?.astray && { astray: before.astray }),
        },
      });
      following.MemberJoined(event, rows);
      // Added by a process that had not heard of it.
      if (erased.get(rows, person)) hide(rows, event.data);
    },
    MemberLeft: (event, rows) => {
      set(rows, event.data, {
        ...(rows.get(memberId(event.data))?.data.astray && { astray: {} }),
        left: ukDay(event.at),
        roles: [],
        lineManager: null,
        inductionTutor: null,
        ...taken(rows, event.data, 'membership', event.position),
      });
      following.MemberLeft(event, rows);
      if (erased.get(rows, event.data.person)) hide(rows, event.data);
    },
    FirstDayCorrected: ({ data, position }, rows) =>
      set(rows, data, {
        ...strayed(rows, data, (before) => ({ ...before, firstDay: { from: data.from, at: position } })),
        from: data.from,
        ...taken(rows, data, 'first-day', position),
      }),
    RoleGranted: ({ data, position }, rows) =>
      set(rows, data, {
        ...strayed(rows, data, (before) => rolesAstray(before, data.role, position)),
        roles: [...rolesWithout(rows, data, data.role), data.role],
      }),
    RoleRevoked: ({ data, position }, rows) =>
      set(rows, data, {
        ...strayed(rows, data, (before) => rolesAstray(before, data.role, undefined)),
        roles: rolesWithout(rows, data, data.role),
        ...taken(rows, data, data.role, position),
      }),
    ReportingLineSet: ({ data, position }, rows) =>
      set(rows, data, {
        ...strayed(rows, data, (before) => ({
          ...before,
          line: { lineManager: data.lineManager, inductionTutor: data.inductionTutor, at: position },
        })),
        lineManager: data.lineManager,
        inductionTutor: data.inductionTutor,
        ...taken(rows, data, 'line', position),
      }),
    PersonErased: ({ data: { person } }, rows) => {
      erased.put(rows, person, true);
      for (const institution of everIn(rows, person)) hide(rows, { institution, person });
      leaveEverywhere(rows, person);
    },
  },
});
