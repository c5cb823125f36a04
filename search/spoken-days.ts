import { WEEKDAYS } from '@alongside/domain/people/person.events.js';
import { folded } from '@alongside/domain/text/folding.js';

type Weekday = (typeof WEEKDAYS)[number];

/** Days that a text names, and the piece of it that does. */
export interface SpokenDays {
  readonly raw: string;
  readonly days: readonly Weekday[];
}

/** More are read as words. */
const SPOKEN_LIMIT_PIECES = 7;
const SHORT: Readonly<Record<string, Weekday>> = { tues: 'tuesday', weds: 'wednesday', thur: 'thursday', thurs: 'thursday' };
const DAY = `(?:${[...WEEKDAYS.map((day) => `${day}s?`), ...Object.keys(SHORT)].join('|')})`;
const BEFORE = '(?:(?:is |are )?(?:available |free )?(?:on|every|each) (?:an? )?)';
/** `tuesdays`, `on a Tuesday or Thursday`, `free on Mondays, Tuesdays`. */
const DAYS = new RegExp(`(?<!\\S)${BEFORE}?${DAY}(?:(?:,| or| and| &)* (?:on )?${DAY})*[.,;?!]*(?!\\S)`, 'giu');

/** The days of the week in a text, however they are said. Days with a colon or a minus before them are none of these. */
export const daysIn = (typed: string): readonly SpokenDays[] =>
  [...typed.replace(/\s+/g, ' ').matchAll(DAYS)].slice(0, SPOKEN_LIMIT_PIECES).map(([raw]) => ({
    raw,
    days: [...new Set((folded(raw).match(new RegExp(DAY, 'g')) ?? []).flatMap((said) => dayOf(said) ?? []))],
  }));

const dayOf = (said: string): Weekday | undefined => SHORT[said] ?? WEEKDAYS.find((day) => said.startsWith(day));
