import { NATIONS } from '@alongside/domain/institutions/institution.events.js';
import { phaseAsWritten, subjectAsWritten } from '@alongside/domain/imports/lookups.js';
import { WEEKDAYS, type Availability, type Slot } from '@alongside/domain/people/person.events.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import { namedExactly } from '@alongside/domain/uk/taxonomy/understand.js';
import type { ClockTime } from '@alongside/domain/kernel/brand.js';
import type { Entry } from '@alongside/domain/uk/taxonomy/types.js';

/** What a word of a cell means: the ids that it names. Several: it is for the writer to say which. */
export type Lookup = (word: string) => readonly string[];

const byName = (entries: readonly Entry[]): ReadonlyMap<string, string> => new Map(entries.map(({ id, name }) => [plainKey(name), id]));

/** By name, or by what teachers call it; never by the beginning of a word, which would be a guess. */
const lookup = (kind: 'expertise' | 'setting' | 'stage', entries: readonly Entry[]): Lookup => {
  const names = byName(entries);
  return (word) => {
    const whole = names.get(plainKey(word));
    return whole === undefined ? namedExactly(kind, word) : [whole];
  };
};

/** As the staff import reads it, or as teachers call it. */
const asWritten =
  (kind: 'phase' | 'subject', find: (word: string) => string | undefined): Lookup =>
  (word) => {
    const id = find(word);
    return id === undefined ? namedExactly(kind, word) : [id];
  };

/** What the words of each field mean. */
export const LOOKUPS = {
  expertise: lookup('expertise', EXPERTISE_TAGS),
  phase: asWritten('phase', phaseAsWritten),
  subjects: asWritten('subject', subjectAsWritten),
  settings: lookup('setting', SETTINGS),
  stage: lookup('stage', CAREER_STAGES),
} as const;

const NAMES = new Map([...EXPERTISE_TAGS, ...PHASES, ...SUBJECTS, ...SETTINGS, ...CAREER_STAGES].map(({ id, name }) => [id, name]));
/** How an entry of any of these lists is called. */
export const nameOfEntry = (id: string): string => NAMES.get(id) ?? id;

const MUST_HAVE_WORDS: ReadonlyMap<string, MustHave> = new Map(
  Object.entries({
    'other-school': 'not at my school, another school, other school, different school, outside my school',
    'same-trust': 'same trust, only my trust, my trust, within the trust, in my trust',
    near: 'near, nearby, within 20 miles, within twenty miles',
    online: 'online, online only, only online',
  } satisfies Readonly<Record<MustHave, string>>).flatMap(([id, words]) =>
    words.split(', ').map((word) => [plainKey(word), id as MustHave] as const),
  ),
);
export const mustHaveAsWritten = (text: string): MustHave | undefined => MUST_HAVE_WORDS.get(plainKey(text));

const FORMAT_WORDS: ReadonlyMap<string, Availability['format']> = new Map(
  Object.entries({
    online: 'online, online only, remote, remotely, video, teams, zoom',
    'in-person': 'in person, in person only, face to face, on site',
    either: 'either, both, any, online or in person, in person or online, no preference',
  } satisfies Readonly<Record<Availability['format'], string>>).flatMap(([id, words]) =>
    words.split(', ').map((word) => [plainKey(word), id as Availability['format']] as const),
  ),
);
export const formatAsWritten = (text: string): Availability['format'] | undefined => FORMAT_WORDS.get(plainKey(text));

const NATION_BY_NAME = new Map(NATIONS.map((nation) => [plainKey(NATION_WORDS[nation]), nation]));
export const nationAsWritten = (text: string) => NATION_BY_NAME.get(plainKey(text));

const SLOT = /^([a-z]{3,9})\.?,? (\d{1,2})[:.](\d{2}) ?(?:-|–|to) ?(\d{1,2})[:.](\d{2})$/i;

/** `Tuesday 15:30-17:00`, `tue 15.30 to 17.00`; undefined for what is no stretch of a week. */
export function slotAsWritten(text: string): Slot | undefined {
  const [, day = '', fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = SLOT.exec(text) ?? [];
  const weekday = WEEKDAYS.find((name) => day !== '' && name.startsWith(plainKey(day)));
  const [from, to] = [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  return weekday && from !== undefined && to !== undefined && from < to ? { weekday, from, to } : undefined;
}

/** The pattern above and these bounds make it one. */
const clock = (hour: string, minute: string): ClockTime | undefined =>
  Number(hour) < 24 && Number(minute) < 60 ? (`${hour.padStart(2, '0')}:${minute}` as ClockTime) : undefined;
