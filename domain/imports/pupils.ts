import { cell, headingKey, letterOf, sayLetters, upTo, type RawRow } from './columns.js';
import { staffColumns, type StaffField } from './staff-fields.js';

/** What names a person of a school, after the word for whom it names. */
const OF_A_PERSON = '(?:full|first|last|sur|fore|user|legal|preferred)?(?:names?|id|no|number|email|emailaddress)?';
/** Headings that lists of pupils alone have. Staff who train to teach may be called students. */
const PUPILS_ALONE = new RegExp(
  `^(?:(?:former|pupil)?upn|uniquepupilnumber|ad(?:m(?:ission)?)?(?:no|number)|(?:legal)?pupil${OF_A_PERSON})$`,
);
/** Kinds of headings of which a list of staff may have one: its form tutors, or its dates of birth. */
const OF_PUPILS: readonly RegExp[] = [
  /^(?:current)?(?:reg(?:istration)?(?:group|grp|form|class)?|form(?:group|class)?|tutorgroup|tutorgrp|class(?:name)?)$/,
  /^(?:current|actual)?(?:nc|nationalcurriculum)?(?:year|yr)(?:group|grp|taughtin|actual)?$/,
  /^(?:dateofbirth|dob|birthdate|birthday)$/,
  new RegExp(`^(?:legal)?(?:student|learner)${OF_A_PERSON}$|^uln$|^uniquelearnernumber$|^(?:scottish)?candidate(?:no|number)$`),
  /^(?:admissiondate|dateofadmission|dateofentry|yearofentry)$/,
  /^(?:pupilpremium|fsm|freeschoolmeals?|fsmeligib(?:le|ility)|sen|senstatus|senneeds?|senprovision|eal|incare|lookedafter)$/,
  /^(?:parents?|guardians?|carers?|mother|father)\d?(?:full)?(?:name|email|emailaddress|phone)?\d?$/,
];
/** What a list of staff says of its people, and a list of pupils does not. */
const OF_STAFF: ReadonlySet<StaffField | null> = new Set([
  'role',
  'lineManager',
  'inductionTutor',
  'start',
  'leaving',
  'contractEnd',
] as const);
/** “Teacher name”, “Staff email”, “Placement school” of those who train to teach. */
const NAMES_STAFF = /staff|teacher|teaching|employee|colleague|placement|traineeship|trainee/;

/** A unique pupil number: a letter, and twelve figures of which the last may be a letter. */
const PUPIL_NUMBER = /^[A-HJ-NP-RT-Z]\d{11}[\dA-Z]$/i;
/** Rows that are looked at for what a column holds. */
const LOOKED_AT_ROWS = 200;
/** Of ten cells that are not empty, so many say what a column holds. */
const MOST_OF_TEN = 8;

const mostAre = (rows: readonly RawRow[], letter: string, is: (text: string) => boolean): boolean => {
  const filled = rows.slice(0, LOOKED_AT_ROWS).flatMap((raw) => cell(raw, letter) || []);
  return filled.length > 0 && filled.filter(is).length * 10 >= filled.length * MOST_OF_TEN;
};

/** The columns by which a list is one of pupils, in words; undefined where it is none. Nobody is imported from such a list: they are children. */
export function columnsOfPupils(headers: readonly string[], rows: readonly RawRow[]): string | undefined {
  const keys = headers.map(headingKey);
  const said = (places: readonly number[]) => sayColumns(places.map((at) => headers[at] ?? ''));
  const numbered = keys.findIndex((_, at) => mostAre(rows, letterOf(at), (text) => PUPIL_NUMBER.test(text)));
  if (numbered >= 0 && !PUPILS_ALONE.test(keys[numbered] ?? '')) return `pupil numbers in column ${letterOf(numbered)}`;
  // “UPN” is short for the user principal name of an account as well.
  const alone = keys.flatMap((key, at) =>
    PUPILS_ALONE.test(key) && mostAre(rows, letterOf(at), (text) => !text.includes('@')) ? [at] : [],
  );
  if (alone.length > 0) return said(alone);
  const kinds = OF_PUPILS.map((kind) => keys.findIndex((key) => kind.test(key))).filter((at) => at >= 0);
  const isOfStaff = keys.some((key) => NAMES_STAFF.test(key)) || staffColumns(headers).some(({ byHeading }) => OF_STAFF.has(byHeading));
  return kinds.length < 2 || isOfStaff ? undefined : said(kinds.toSorted((a, b) => a - b));
}

const sayColumns = (headings: readonly string[]): string =>
  `the ${headings.length === 1 ? 'column' : 'columns'} ${sayLetters(headings.map((heading) => `“${upTo(40, heading)}”`))}`;
