import type { Day, Instant, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Rows } from '../engine/view.js';
import { coordinatorsOf } from './audiences.js';
import { followBelonging, leaveEverywhere, oneByOne, reachOf, withTrust } from './belonging.js';
import type { HubEvent } from './hub-event.js';
import { hubView } from './hub-view.js';
import { privateRows } from './private-rows.js';
import { followSeeking, seeks, seeksNoMore } from './seeking.js';
import { withDay, type SinceDays } from './since-days.js';
import { ukDay } from './uk-day.js';

/** How many members of an institution look for a mentor, for those who may read who they are (`seeking`): a day tells of a person. */
export interface LookingCountRow {
  readonly institution: InstitutionId;
  /** By the day since when they look. */
  readonly looking: SinceDays;
  /** As it was before the first change of the day of its last one: what leaders are told all that day. */
  readonly began: { readonly day: Day; readonly looking: SinceDays };
}

/** Where a person is counted, and since when. */
interface Counted {
  readonly institutions: readonly InstitutionId[];
  readonly since: Day;
}
type All = Rows<LookingCountRow>;
const counted = privateRows<Counted>('counted');

const write = (rows: All, data: LookingCountRow): void =>
  rows.put(data.institution, { audience: coordinatorsOf(withTrust(rows, data.institution)), data });

function count(rows: All, { institutions, since }: Counted, sign: 1 | -1): void {
  for (const institution of institutions) {
    const { looking = {}, began } = rows.get(institution)?.data ?? {};
    write(rows, { institution, looking: withDay(looking, since, sign), began: began?.day === day ? began : { day, looking } });
  }
}

function settle(rows: All, person: PersonId): void {
  const before = counted.get(rows, person);
  const since = seeks(rows, person);
  const now = since === null ? undefined : { institutions: reachOf(rows, person), since };
  if (JSON.stringify(before) === JSON.stringify(now)) return;
  if (before) count(rows, before, -1);
  if (!now) return counted.remove(rows, person);
  count(rows, now, 1);
  counted.put(rows, person, now);
}

function restate(rows: All, institution: InstitutionId): void {
  const row = rows.get(institution);
  if (row) write(rows, row.data);
}

/** The day of the event at hand: what follows people does not hear of it. */
let day: Day;
const dated = <On extends object>(on: On): On =>
  Object.fromEntries(
    Object.entries(on as Record<string, (event: { readonly at: Instant }, rows: All) => void>).map(([type, handle]) => [
      type,
      (event: { readonly at: Instant }, rows: All) => {
        day = ukDay(event.at);
        handle(event, rows);
      },
    ]),
  ) as On;

/** How many look, to coordinators. Leaders are told in fives, once a day (`server/discovery/looking-in-fives.ts`). */
export const lookingCountView = hubView<HubEvent, LookingCountRow>()({
  name: 'looking-count',
  version: 2,
  title: 'How many members need a mentor',
  readers: ['#coordinators'],
  indexes: [],
  on: dated({
    ...followBelonging<LookingCountRow>(oneByOne(settle), restate),
    ...followSeeking<LookingCountRow>(settle),
    PersonErased: ({ data: { person } }, rows) => {
      leaveEverywhere(rows, person);
      seeksNoMore(rows, person);
      settle(rows, person);
    },
  }),
});
