import type { Day, PersonId } from '../kernel/brand.js';
import type { Command } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { inYears } from '../uk/days.js';
import type { InstitutionCommand } from './institution.commands.js';
import type { InstitutionEvent } from './institution.events.js';

export type FirstDayRefusal = Refusal<'MEMBER.NOT_A_MEMBER' | 'MEMBER.CHANGED_SINCE' | keyof typeof WRONG_FIRST_DAY>;

/** How long ago a member may have begun, and how far ahead the first day of a colleague to come may be. */
export const FIRST_DAY_LIMIT_YEARS = { back: 60, ahead: 1 };

/** What is said of a day that can be nobody’s first day. */
export const WRONG_FIRST_DAY = {
  'MEMBER.FIRST_DAY_AHEAD': 'This day is more than a year ahead. Check the year.',
  'MEMBER.FIRST_DAY_TOO_EARLY': 'This day is more than 60 years ago. Check the year.',
} as const;

/** Why a day can be nobody’s first day; undefined where it can. For what a person enters and for a list alike. */
export function whyNoFirstDay(from: Day, today: Day): keyof typeof WRONG_FIRST_DAY | undefined {
  if (from > inYears(today, FIRST_DAY_LIMIT_YEARS.ahead)) return 'MEMBER.FIRST_DAY_AHEAD';
  return from < inYears(today, -FIRST_DAY_LIMIT_YEARS.back) ? 'MEMBER.FIRST_DAY_TOO_EARLY' : undefined;
}

interface Members {
  readonly members: { get(person: PersonId): { readonly from: Day } | undefined };
}

/** The day from which a membership counts was wrong. People who have left keep theirs. */
export function correctFirstDay(
  { data: { seen, ...data }, on: today }: Extract<InstitutionCommand, { type: 'CorrectFirstDay' }> & Pick<Command, 'on'>,
  { members }: Members,
): Result<readonly InstitutionEvent[], FirstDayRefusal> {
  const member = members.get(data.person);
  if (!member) return refuse({ code: 'MEMBER.NOT_A_MEMBER', field: 'person' });
  if (member.from === data.from) return ok([]);
  if (seen !== undefined && seen !== member.from) return refuse({ code: 'MEMBER.CHANGED_SINCE', field: 'from' });
  const code = whyNoFirstDay(data.from, today);
  if (code) return refuse({ code, field: 'from' });
  return ok([{ type: 'FirstDayCorrected', data }]);
}
