import { isBlank, whyUnreadable } from '@alongside/domain/imports/columns.js';
import { nameIn } from '@alongside/domain/imports/staff-name.js';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Aim, Availability } from '@alongside/domain/people/person.events.js';
import { comparableName } from '@alongside/domain/text/names.js';
import { comparableEmail, plainKey } from '@alongside/domain/text/folding.js';
import type { Educator, Mentee, Mentor, Workplace } from '@alongside/ml/features/candidate.js';
import type { Csv } from '../../imports/read-csv.js';
import { cohortColumns, type CohortField, type Side } from './columns.js';
import { CohortRow, type Named, type Say } from './row.js';
import { formatAsWritten, LOOKUPS, mustHaveAsWritten, nationAsWritten, slotAsWritten } from './words.js';

/** Where a list names an area without levels: a mentee wants to become secure in it, and a mentor is a level beyond that. */
const WANTED = { from: 2, to: 3 } as const;
const OFFERED = 4;
/** Where a list does not say how often, or for how long. The same for both sides, so that it tells no pair apart. */
const USUAL_MEETING = { frequency: 'fortnightly', minutes: 45 } as const;

/** A person of a list, with the row, which names others too. */
interface Listed<Profile extends Educator> {
  readonly profile: Profile;
  readonly row: CohortRow;
  /** What others may call them: their id, address or name, as such are compared. */
  readonly called: readonly string[];
}
export type ListedMentee = Listed<Mentee> & {
  readonly needs: number;
  /** Those of the profile, to be filled once the other list is read. */
  readonly apart: Readonly<Record<'exclusions' | 'excludedBy' | 'assessedBy', Set<PersonId>>>;
};
export type ListedMentor = Listed<Mentor> & { readonly min: number };

/** How an id, an address or a name is compared. */
export const callKey = (text: string): string => (text.includes('@') ? comparableEmail(text) : comparableName(text));

/** Reads the mentees of a list. Field by field: each spread of an object has a form of its own, and hundreds of forms make comparing slow. */
export const readMentees = (list: Csv, say: Sayings): readonly ListedMentee[] =>
  readSide(list, 'mentees', say, (row, { person, givenName }) => {
    const [exclusions, excludedBy, assessedBy] = [new Set<PersonId>(), new Set<PersonId>(), new Set<PersonId>()];
    return {
      profile: {
        person,
        givenName,
        aims: row.named('expertise', LOOKUPS.expertise).map(aimOf),
        expertise: [],
        phases: row.ids('phase', LOOKUPS.phase, true),
        subjects: row.ids('subjects', LOOKUPS.subjects, true),
        settings: row.ids('settings', LOOKUPS.settings),
        careerStage: row.ids('stage', LOOKUPS.stage)[0] ?? null,
        availability: availabilityIn(row),
        preferences: {},
        workplaces: workplacesIn(row),
        mustHaves: row.words('mustHaves', mustHaveAsWritten),
        exclusions,
        excludedBy,
        assessedBy,
        askedOrPaired: none,
        mentoredLately: none,
      },
      needs: row.count('needs', 1, 1),
      apart: { exclusions, excludedBy, assessedBy },
    };
  });

/** Reads the mentors of a list. Their places are those that are free. */
export const readMentors = (list: Csv, say: Sayings): readonly ListedMentor[] =>
  readSide(list, 'mentors', say, (row, { person, givenName }) => ({
    profile: {
      person,
      givenName,
      expertise: row
        .named('expertise', LOOKUPS.expertise)
        .map(({ id, levels: [level, to] }) => ({ tag: id, level: to ?? level ?? OFFERED })),
      phases: row.ids('phase', LOOKUPS.phase, true),
      subjects: row.ids('subjects', LOOKUPS.subjects, true),
      settings: row.ids('settings', LOOKUPS.settings),
      careerStage: row.ids('stage', LOOKUPS.stage)[0] ?? null,
      availability: availabilityIn(row),
      preferences: {},
      workplaces: workplacesIn(row),
      helps: row.ids('helps', LOOKUPS.stage, true),
      places: row.count('places', 1, 0),
      taken: 0,
      openRequests: 0,
      paused: false,
      unanswered: 0,
      usualReplyDays: null,
    },
    min: row.count('min', 0, 0),
  }));

const none: ReadonlySet<PersonId> = new Set();

/** One level is where a mentee wants to be, and two are from where to where. */
const aimOf = ({ id, levels: [from, to] }: Named): Aim =>
  from === undefined ? { tag: id, ...WANTED } : { tag: id, from: to === undefined ? Math.max(1, from - 1) : from, to: to ?? from };

/** What is said of a list: `fault` of a row that cannot be used, `note` of what was left out. */
export interface Sayings {
  readonly fault: Say;
  readonly note: Say;
}

function readSide<Own>(
  { headers, rows }: Csv,
  side: Side,
  say: Sayings,
  read: (row: CohortRow, who: Pick<Educator, 'person' | 'givenName'>) => Own,
): readonly (Own & Pick<Listed<Educator>, 'row' | 'called'>)[] {
  const { letters, unknown } = cohortColumns(headers, side);
  if (!NAMES.some((field) => letters[field])) say.fault('no column has names or IDs. Call one of them “Name” or “ID”.');
  for (const heading of unknown) say.note(`we do not know the column “${heading}”. We leave it out.`);
  const rowOf = new Map<string, number>();
  return rows
    .filter((raw) => !isBlank(raw))
    .flatMap((raw) => {
      const row = new CohortRow(raw, { headers, letters }, say);
      const who = whoIn(row);
      if (!who) return [];
      const before = rowOf.get(who.id);
      rowOf.set(who.id, before ?? raw.row);
      if (before !== undefined) {
        row.fault(undefined, `“${who.id}” is also row ${before}. Give each person an ID of their own.`);
        return [];
      }
      // What a list calls people is theirs alone: no hub knows these ids.
      const person = who.id as PersonId;
      return [{ ...read(row, { person, givenName: who.givenName }), row, called: who.called }];
    });
}

const NAMES = ['id', 'email', 'name', 'firstName', 'lastName'] as const;

/** Who a row is: by an id, else by the address, else by name. */
function whoIn(row: CohortRow): { readonly id: string; readonly givenName: string; readonly called: readonly string[] } | undefined {
  const why = NAMES.map((field) => [field, whyUnreadable(row.text(field))] as const).find(([, one]) => one !== undefined);
  if (why) return void row.fault(why[0], why[1] ?? '');
  const { name, names } = nameIn((field) => (NAMES.includes(field as (typeof NAMES)[number]) ? row.text(field as CohortField) : ''));
  const all = [row.text('id'), comparableEmail(row.text('email')), name].filter(Boolean);
  const [id] = all;
  if (id === undefined) return void row.fault(undefined, 'it has no name and no ID.');
  return { id, givenName: names.given ?? (name || id), called: all.map(callKey) };
}

function availabilityIn(row: CohortRow): Availability | null {
  const slots = row.words('times', slotAsWritten);
  const format = row.words('format', formatAsWritten)[0];
  return format === undefined && slots.length === 0 ? null : { slots: [...slots], format: format ?? 'either', ...USUAL_MEETING };
}

/** One school at most: its name is what a list knows it by. */
function workplacesIn(row: CohortRow): readonly Workplace[] {
  const [name, trust] = [row.text('school'), row.text('trust')];
  if (name === '' && trust === '') return [];
  const keyOf = (text: string) => plainKey(text) as InstitutionId;
  const [easting, northing] = [Number(row.text('easting')), Number(row.text('northing'))];
  return [
    {
      // A trust alone is where they work as well, and no school is the same as another’s.
      institution: name === '' ? (`of ${row.row} ${trust}` as InstitutionId) : keyOf(name),
      name: name || trust,
      trust: trust === '' ? null : keyOf(trust),
      nation: row.words('nation', nationAsWritten)[0] ?? 'england',
      ...(easting > 0 && northing > 0 && { easting, northing }),
    },
  ];
}
