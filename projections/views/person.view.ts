import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { knownPerson } from '@alongside/domain/policies/actor.js';
import type { RowAudience } from '@alongside/domain/policies/audience.js';
import { calledOf } from '@alongside/domain/text/names.js';
import type { Rows } from '../engine/view.js';
import { memberListReaders, overseers } from './audiences.js';
import {
  everIn,
  findableBy,
  followFinding,
  institutionsOf,
  leaveEverywhere,
  oneByOne,
  reachOf,
  successorsOf,
  withTrust,
} from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';

/** A person's name and what stands beside it wherever they are mentioned. */
export interface PersonRow {
  readonly person: PersonId;
  /** Empty once they were erased. */
  readonly name: string;
  /** What to call them in a sentence: as they asked, or their given name, or the whole name. Empty once they were erased. */
  readonly called: string;
  readonly jobTitle: string;
  readonly institutions: readonly InstitutionId[];
  readonly erased: boolean;
}

/**
 * People who shared a request or mentorship always see the name; `access` knows them. Managers of institutions that a former member left
 * do, too.
 */
function audienceOf(rows: Rows<PersonRow>, person: PersonId): RowAudience {
  const reach =
    institutionsOf(rows, person).length > 0 ? reachOf(rows, person) : everIn(rows, person).flatMap((one) => withTrust(rows, one));
  return [
    ...new Set([
      ...findableBy(rows, person),
      knownPerson(person),
      ...memberListReaders([...reach, ...successorsOf(rows, person)]),
      ...overseers(reach),
    ]),
  ];
}

function edit(rows: Rows<PersonRow>, person: PersonId, next: Partial<PersonRow>): void {
  const before = rows.get(person)?.data ?? { person, name: '', called: '', jobTitle: '', institutions: [], erased: false };
  rows.put(person, { audience: audienceOf(rows, person), data: { ...before, ...next } });
}

function refresh(rows: Rows<PersonRow>, person: PersonId): void {
  // Before a person has joined there is no name to show.
  if (rows.get(person)) edit(rows, person, { institutions: institutionsOf(rows, person) });
}

/** Names: to those who may find the person, to those who know them, and to those who look after their institution. */
export const personView = hubView<HubEvent, PersonRow>()({
  name: 'person',
  version: 7,
  title: 'Names',
  readers: ['#administrators', '#coordinators', '#leaders', 'everyone', 'institution', 'known', 'person'],
  own: null,
  indexes: ['institutions'],
  on: {
    ...followFinding<PersonRow>(oneByOne(refresh)),
    PersonJoined: ({ data: { person, name, names } }, rows) =>
      edit(rows, person, { name, called: calledOf(name, names), institutions: institutionsOf(rows, person) }),
    PersonRenamed: ({ data: { person, name, names } }, rows) => edit(rows, person, { name, called: calledOf(name, names) }),
    ProfileDescribed: ({ data: { person, profile } }, rows) => edit(rows, person, { jobTitle: profile.jobTitle }),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      // Nothing of them is in it: everybody is told that this was a member, and nobody that they are hidden.
      const data = { person, name: '', called: '', jobTitle: '', institutions: [], erased: true };
      rows.put(person, { audience: [`person:${person}`, 'everyone'], data });
    },
  },
});
