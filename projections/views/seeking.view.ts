import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { coordinatorsOf } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { searchStateOf } from './looking.js';
import { followSeeking, seeks, seeksNoMore } from './seeking.js';
import { followSuggesting, suggestedTo, suggestsNoMore, type Suggested } from './suggested.js';

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
  /** Who last suggested mentors to them, and when. */
  readonly suggested: Suggested | null;
}

function settle(rows: Rows<SeekingRow>, person: PersonId): void {
  const since = seeks(rows, person);
  if (since === null) return rows.remove(person);
  const reach = reachOf(rows, person);
  const lostMentor = searchStateOf(rows, person).ended.length > 0;
  rows.put(person, { audience: coordinatorsOf(reach), data: { person, reach, since, lostMentor, suggested: suggestedTo(rows, person) } });
}

/** Members without a mentor, to the coordinators where they belong. */
export const seekingView = hubView<HubEvent, SeekingRow>()({
  name: 'seeking',
  version: 5,
  title: 'Members who need a mentor',
  readers: ['#coordinators'],
  indexes: ['person'],
  on: {
    ...followBelonging<SeekingRow>(oneByOne(settle)),
    ...followSeeking<SeekingRow>(settle),
    ...followSuggesting<SeekingRow>(settle),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      suggestsNoMore(rows, person);
      seeksNoMore(rows, person);
      rows.remove(person);
    },
  },
});
