import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { arrivalsOf, followArrivals, type Arrival, type ArrivalEvent } from './arrivals.js';
import { desksOf } from './audiences.js';
import { trustOf } from './belonging.js';
import { hubView } from './hub-view.js';

/** A member who has not signed in. */
export interface NewcomerRow extends Arrival {
  readonly institution: InstitutionId;
  readonly person: PersonId;
}

/** The id of a newcomer’s row. */
export const newcomerId = (institution: InstitutionId, person: PersonId): string => `${institution}:${person}`;

function settle(rows: Rows<NewcomerRow>, person: PersonId): void {
  for (const [institution, arrival] of arrivalsOf(rows, person)) {
    const id = newcomerId(institution, person);
    if (!arrival) {
      if (rows.get(id)) rows.remove(id);
      continue;
    }
    const { since, invitedOn, times } = arrival;
    rows.put(id, { audience: desksOf(institution, trustOf(rows, institution)), data: { institution, person, since, invitedOn, times } });
  }
}

/** Members who have not signed in, one by one, to those whose desk they are on. */
export const newcomerView = hubView<ArrivalEvent, NewcomerRow>()({
  name: 'newcomer',
  version: 3,
  title: 'Members who have not signed in',
  readers: ['#administrators', '#coordinators'],
  indexes: ['institution', 'person'],
  on: followArrivals<NewcomerRow>(settle),
});
