import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { MEETING_FORMATS, WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { GridPoint } from '@alongside/domain/uk/national-grid.js';
import type { DirectoryDocument } from '@alongside/search/directory.js';
import { FAMILY_NAMES, GIVEN_NAMES } from '../demo/names.js';

const VOCABULARY_WORDS = 20_000;
const FAMILIES = 9_000;
const ABOUT_WORDS = { least: 30, most: 60 };
const SYLLABLES =
  'ba be bri ca cen cha co da der di do el en fa for ga ger gra ha hol in ka ker la lan li lo ma men mi mo na ner no pa per pro ra ri ro sa ser sha so sta sto ta ter ti to tra va ver wa wen wil'.split(
    ' ',
  );
const PLACES_SEED = 75;
const JOBS = ['Teacher', 'Head of year', 'Subject leader', 'SENCO', 'Assistant head', 'Class teacher', 'Head of department'];

/** A school of a register: where mentors work in place of one that is made up. */
export interface School {
  readonly name: string;
  readonly area?: string;
  readonly place?: GridPoint;
}
const atSchool = ({ name, area, place }: School = { name: '' }): Partial<DirectoryDocument> => ({
  institutions: [name],
  areas: area === undefined ? [] : [area],
  places: place ? [place] : [],
});

/** Profiles of mentors as a large hub has them: names of which most are rare, and words of which few are frequent. */
export function profilesFrom(number: () => number, count: number, schools: readonly School[] = []): readonly DirectoryDocument[] {
  const below = (n: number) => Math.floor(number() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const some = (from: readonly { readonly id: string }[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => pick(from).id)),
  ];
  const word = (least: number, most: number) => Array.from({ length: least + below(most - least + 1) }, () => pick(SYLLABLES)).join('');
  const words = Array.from({ length: VOCABULARY_WORDS }, () => word(2, 4));
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  const families = [...FAMILY_NAMES, ...Array.from({ length: FAMILIES }, () => capital(word(2, 4)))];
  const givens = [...GIVEN_NAMES, ...Array.from({ length: 800 }, () => capital(word(2, 3)))];
  /** As Zipf has it: the third power crowds towards the first. */
  const frequent = (from: readonly string[]) => from[Math.floor(number() ** 3 * from.length)] ?? '';
  // Numbers of their own, so that all else of a profile is what it was before mentors had places.
  const places = numbersFrom(PLACES_SEED);
  const about = () =>
    Array.from({ length: ABOUT_WORDS.least + below(ABOUT_WORDS.most - ABOUT_WORDS.least) }, () => frequent(words)).join(' ');
  const made = Array.from({ length: count }, (_, n): DirectoryDocument => ({
    id: `person-${n}`,
    audience: ['everyone'],
    name: `${frequent(givens)} ${frequent(families)}`,
    jobTitle: pick(JOBS),
    about: about(),
    institutions: [`${capital(words[below(3_000)] ?? '')} School`],
    subjects: some(SUBJECTS, 2),
    phases: some(PHASES, 2),
    expertise: some(EXPERTISE_TAGS, 6).map((tag) => ({ tag, level: (1 + below(5)) as 1 })),
    settings: [],
    stages: some(CAREER_STAGES, 3),
    format: pick(MEETING_FORMATS),
    weekdays: [pick(WEEKDAYS), pick(WEEKDAYS)],
    areas: [`Area ${below(150)}`],
    trusts: [`trust-${below(300)}`],
    places: placesOf(places),
    freePlaces: below(3),
    paused: null,
    liveness: 'replies',
  }));
  return schools.length === 0 ? made : made.map((profile) => ({ ...profile, ...atSchool(schools[Math.floor(places() * schools.length)]) }));
}

/** A word with one slip: a letter out, twice, another one, or in other order with the next. Never the first letter, as people seldom do. */
export function misspelt(word: string, number: () => number): string {
  const place = 1 + Math.floor(number() * (word.length - 2));
  const [before, letter, next, after] = [word.slice(0, place), word.charAt(place), word.charAt(place + 1), word.slice(place + 2)];
  const other = String.fromCharCode(97 + Math.floor(number() * 26));
  return [before + next + after, before + letter + letter + next + after, before + other + next + after, before + next + letter + after][
    Math.floor(number() * 4)
  ] as string;
}

/** How far across Great Britain is, in metres; schools stand anywhere in it. */
const ACROSS_METRES = 600_000;

/** One school, two for every tenth mentor, and none on the map for as many. */
function placesOf(number: () => number): DirectoryDocument['places'] {
  const [few, east, north] = [number(), number(), number()];
  const place = { easting: Math.floor(east * ACROSS_METRES), northing: Math.floor(north * ACROSS_METRES) };
  if (few < 0.1) return [];
  return few < 0.2 ? [place, { easting: place.northing, northing: place.easting }] : [place];
}
