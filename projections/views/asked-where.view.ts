import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { InstitutionEvent } from '@alongside/domain/institutions/institution.events.js';
import type { PersonEvent } from '@alongside/domain/people/person.events.js';
import type { Rows } from '../engine/view.js';
import { memberListReaders } from './audiences.js';
import { closingOf, everIn, followBelonging, institutionsOf, leaveEverywhere, withTrust } from './belonging.js';
import { hubView } from './hub-view.js';

/** A member of a school that has closed, who has not said yet where they are now. */
export interface AskedWhereRow {
  readonly institution: InstitutionId;
  readonly person: PersonId;
  /** The day from which the school is closed. */
  readonly on: Day;
  /** What came after it, as its register names it. */
  readonly successors: readonly InstitutionId[];
}

type Here = Pick<AskedWhereRow, 'institution' | 'person'>;
const idOf = ({ institution, person }: Here): string => `${institution}:${person}`;

function settle(rows: Rows<AskedWhereRow>, here: Here): void {
  const closed = closingOf(rows, here.institution);
  if (!closed || !institutionsOf(rows, here.person).includes(here.institution)) {
    if (rows.get(idOf(here))) rows.remove(idOf(here));
    return;
  }
  const places = [here.institution, ...closed.successors].flatMap((one) => withTrust(rows, one));
  const audience: readonly Principal[] = [`person:${here.person}`, ...memberListReaders([...new Set(places)])];
  rows.put(idOf(here), { audience, data: { ...here, on: closed.on, successors: closed.successors } });
}

const refresh = (rows: Rows<AskedWhereRow>, people: readonly PersonId[]): void => {
  for (const person of people) for (const institution of everIn(rows, person)) settle(rows, { institution, person });
};

/** Who was asked where they are now: to themselves, and to those who keep the lists of the closed school, its successors and their trusts. */
export const askedWhereView = hubView<InstitutionEvent | PersonEvent, AskedWhereRow>()({
  name: 'asked-where',
  version: 1,
  title: 'Members of closed schools',
  readers: ['#administrators', '#coordinators', 'person'],
  own: 'questions about where you work now',
  indexes: ['institution', 'person', 'successors'],
  on: {
    ...followBelonging<AskedWhereRow>(refresh),
    PersonErased: ({ data: { person } }, rows) => {
      const before = everIn(rows, person);
      leaveEverywhere(rows, person);
      for (const institution of before) settle(rows, { institution, person });
    },
  },
});
