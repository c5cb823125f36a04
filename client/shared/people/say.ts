import { OFTEN } from '@alongside/domain/people/rhythm.js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { sayTime } from '../../ui/words.js';
import type { ViewRows } from '../../replica/index.js';

type Availability = NonNullable<ViewRows['profile']['availability']>;
export type Weekday = Availability['slots'][number]['weekday'];
export type Slot = Availability['slots'][number];

/** The days of a week as people read them, Monday first. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};
export const FORMAT_NAMES: Readonly<Record<Availability['format'], string>> = {
  'in-person': 'In person',
  online: 'Online',
  either: 'Either',
};

/** A name of a list within a sentence: “Classroom routines” becomes “classroom routines”, “SEND law” stays. */
export const inSentence = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** The name of an area of expertise, within a sentence. */
export const areaInSentence = (tag: string): string => inSentence(expertiseName(tag));

const ORDER = Object.keys(WEEKDAY_NAMES) as readonly Weekday[];
const byTime = (a: Slot, b: Slot) => ORDER.indexOf(a.weekday) - ORDER.indexOf(b.weekday) || (a.from < b.from ? -1 : 1);

/** Slots in the order of the week. */
export const inOrder = (slots: readonly Slot[]): readonly Slot[] => [...slots].sort(byTime);

/** “Tuesdays from 3:40pm to 4:30pm”. */
export const saySlot = ({ weekday, from, to }: Slot): string => `${WEEKDAY_NAMES[weekday]}s from ${sayTime(from)} to ${sayTime(to)}`;

/** “Online, every fortnight, for 45 minutes”. */
export const sayRhythm = ({ format, frequency, minutes }: Availability): string =>
  `${format === 'either' ? 'In person or online' : FORMAT_NAMES[format]}, ${OFTEN[frequency]}, for ${minutes} minutes`;

/** What a mentor reads of the mentee who asks them: the request, and what it would mean for them. `who` is a name, or “People you ask”. */
export const sayWhatAskedSee = (who: string): string =>
  `${who} can see your name and job, your note, and the focus areas and times you choose. We also tell them how you match: your target levels, work, school, availability and ways of working.`;
