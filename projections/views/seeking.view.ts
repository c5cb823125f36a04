import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import type { Rows } from '../engine/view.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { searchStateOf } from './looking.js';
import { followSeeking, seeks } from './seeking.js';

/**
 * A member who looks for a mentor: they chose focus areas or lost a mentor, and have no mentor or request. Their focus areas are not shown.
 */
export interface SeekingRow {
  readonly person: PersonId;
  /** Where they belong, with the trusts of these schools: whose figures count them. */
  readonly reach: readonly InstitutionId[];
  readonly since: Day;
  /** Their mentorship ended early, and none has followed: they come first if they want another (R8). Independent of who ended it. */
  readonly lostMentor: boolean;
}

function settle(rows: Rows<SeekingRow>, person: PersonId): void {
  const since = seeks(rows, person);
  if (since === null) return rows.remove(person);
  const reach = reachOf(rows, person);
  const audience = reach.map((institution): Principal => `institution:${institution}#coordinators`);
  rows.put(person, { audience, data: { person, reach, since, lostMentor: searchStateOf(rows, person).ended.length > 0 } });
}

/** Members without a mentor, to the coordinators where they belong. */
export const seekingView = hubView<HubEvent, SeekingRow>()({
  name: 'seeking',
  version: 3,
  title: 'Members who need a mentor',
  readers: ['#coordinators'],
  indexes: ['person'],
  on: {
    ...followBelonging<SeekingRow>(oneByOne(settle)),
    ...followSeeking<SeekingRow>(settle),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      rows.remove(person);
    },
  },
});
