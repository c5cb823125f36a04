import type { Day } from '../kernel/brand.js';
import type { Nation } from '../institutions/institution.events.js';
import { PUBLISHED_BANK_HOLIDAYS, PUBLISHED_YEARS } from './bank-holidays.data.js';
import { addDays, dayFrom, weekdayNumber, yearOf } from './days.js';

const SATURDAY = 5;
const published: ReadonlyMap<Nation, ReadonlySet<string>> = new Map(
  Object.entries(PUBLISHED_BANK_HOLIDAYS).map(([nation, days]) => [nation as Nation, new Set(days)]),
);
const worked = new Map<string, ReadonlySet<string>>();

/** Whether a day is a bank holiday of the nation: as published, and beyond the published years as the regular rules have it. */
export function isBankHoliday(nation: Nation, day: Day): boolean {
  const year = yearOf(day);
  if (year >= PUBLISHED_YEARS.from && year <= PUBLISHED_YEARS.to) return published.get(nation)?.has(day) ?? false;
  const key = `${nation} ${year}`;
  const days = worked.get(key) ?? new Set<string>(regularBankHolidays(nation, year));
  worked.set(key, days);
  return days.has(day);
}

/** The bank holidays that a year has by rule, substitute days included: no jubilees, coronations or funerals. In order. */
export function regularBankHolidays(nation: Nation, year: number): readonly Day[] {
  const easter = easterSunday(year);
  const scotland = nation === 'scotland';
  const fixed = [
    dayFrom(year, 1, 1),
    ...(scotland ? [dayFrom(year, 1, 2), dayFrom(year, 11, 30)] : []),
    ...(nation === 'northern-ireland' ? [dayFrom(year, 3, 17), dayFrom(year, 7, 12)] : []),
    dayFrom(year, 12, 25),
    dayFrom(year, 12, 26),
  ];
  const moving = [
    addDays(easter, -2),
    ...(scotland ? [] : [addDays(easter, 1)]),
    firstMonday(dayFrom(year, 5, 1)),
    addDays(firstMonday(dayFrom(year, 6, 1)), -7),
    scotland ? firstMonday(dayFrom(year, 8, 1)) : addDays(firstMonday(dayFrom(year, 9, 1)), -7),
  ];
  return withSubstitutes(fixed, moving).toSorted();
}

/** A fixed holiday at a weekend moves to the next weekday that is not itself a bank holiday. */
function withSubstitutes(fixed: readonly Day[], moving: readonly Day[]): readonly Day[] {
  const taken = new Set<Day>([...moving, ...fixed.filter((day) => weekdayNumber(day) < SATURDAY)]);
  for (const atWeekend of fixed.filter((day) => weekdayNumber(day) >= SATURDAY)) {
    let day = atWeekend;
    while (weekdayNumber(day) >= SATURDAY || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
  }
  return [...taken];
}

const firstMonday = (from: Day): Day => addDays(from, (7 - weekdayNumber(from)) % 7);

/** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * late + 114;
  return dayFrom(year, Math.floor(days / 31), (days % 31) + 1);
}
