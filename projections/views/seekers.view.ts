import type { Day, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { coordinatorsOf } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf, withTrust } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { followSeeking, seeks } from './seeking.js';
import { withDay, type SinceDays } from './since-days.js';

/** How many members of an institution look for a mentor, in one row for those who may read each of them by name (`seeking`). */
export interface SeekersRow {
  readonly institution: InstitutionId;
  readonly since: SinceDays;
}

type All = Rows<SeekersRow>;
/** Where a person is counted, and since when they look. */
interface Counted {
  readonly institutions: readonly InstitutionId[];
  readonly since: Day;
}
const counted = privateRows<Counted>('counted');

function count(rows: All, { institutions, since }: Counted, sign: 1 | -1): void {
  for (const institution of institutions) {
    const days = withDay(rows.get(institution)?.data.since ?? {}, since, sign);
    if (Object.keys(days).length === 0) rows.remove(institution);
    else write(rows, { institution, since: days });
  }
}

const write = (rows: All, data: SeekersRow): void =>
  rows.put(data.institution, { audience: coordinatorsOf(withTrust(rows, data.institution)), data });

/** Its people may be counted where they were, as others of theirs are in the trust: who reads the row is its own. */
function restate(rows: All, institution: InstitutionId): void {
  const row = rows.get(institution);
  if (row) write(rows, row.data);
}

function settle(rows: All, person: PersonId): void {
  const [before, since] = [counted.get(rows, person), seeks(rows, person)];
  const now = since === null ? undefined : { institutions: reachOf(rows, person), since };
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  if (before) count(rows, before, -1);
  if (!now) return counted.remove(rows, person);
  count(rows, now, 1);
  counted.put(rows, person, now);
}

/** Members without a mentor, counted, to the coordinators where they belong. */
export const seekersView = hubView<HubEvent, SeekersRow>()({
  name: 'seekers',
  version: 1,
  title: 'How many members need a mentor',
  readers: ['#coordinators'],
  indexes: [],
  on: {
    ...followBelonging<SeekersRow>(oneByOne(settle), restate),
    ...followSeeking<SeekersRow>(settle),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      settle(rows, person);
    },
  },
});
