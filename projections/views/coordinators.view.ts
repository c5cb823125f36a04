import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Rows } from '../engine/view.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';

/** Who coordinates mentoring at an institution: whom its members, and leaders of its trust, can write to. */
export interface CoordinatorsRow {
  readonly institution: InstitutionId;
  readonly coordinators: readonly PersonId[];
}

type Here = { readonly institution: InstitutionId; readonly person: PersonId };

const trusts = privateRows<InstitutionId>('trust');

function audienceOf(rows: Rows<CoordinatorsRow>, institution: InstitutionId): readonly Principal[] {
  const trust = trusts.get(rows, institution);
  return [`institution:${institution}`, ...(trust ? [`institution:${trust}#leaders` as const] : [])];
}

function edit(rows: Rows<CoordinatorsRow>, institution: InstitutionId, next: (people: readonly PersonId[]) => readonly PersonId[]): void {
  const before = rows.get(institution)?.data.coordinators ?? [];
  const coordinators = next(before);
  rows.put(institution, { audience: audienceOf(rows, institution), data: { institution, coordinators }, about: coordinators });
}

const stop = (rows: Rows<CoordinatorsRow>, { institution, person }: Here): void => {
  if (rows.get(institution)?.data.coordinators.includes(person)) edit(rows, institution, (all) => all.filter((one) => one !== person));
};

/** Coordinators, to the members of their institution; those of a trust to the members of its schools as well. */
export const coordinatorsView = hubView<InstitutionEvent, CoordinatorsRow>()({
  name: 'coordinators',
  version: 3,
  title: 'Which coordinators a pair can write to',
  readers: ['#leaders', 'institution'],
  indexes: ['coordinators'],
  forget: (rows, institution, person) => stop(rows, { institution: institution as InstitutionId, person }),
  on: {
    TrustJoined: ({ data: { institution, trust } }, rows) => {
      trusts.put(rows, institution, trust);
      if (rows.get(institution)) edit(rows, institution, (all) => all);
    },
    TrustLeft: ({ data: { institution } }, rows) => {
      trusts.remove(rows, institution);
      if (rows.get(institution)) edit(rows, institution, (all) => all);
    },
    RoleGranted: ({ data }, rows) => {
      if (data.role !== 'coordinator') return;
      edit(rows, data.institution, (all) => [...all.filter((one) => one !== data.person), data.person]);
    },
    RoleRevoked: ({ data }, rows) => {
      if (data.role === 'coordinator') stop(rows, data);
    },
    MemberLeft: ({ data }, rows) => stop(rows, data),
  },
});
