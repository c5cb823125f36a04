import type { Day, PersonId } from '../kernel/brand.js';
import type { Command } from '../kernel/decider.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { inYears } from '../uk/days.js';
import type { InstitutionCommand } from './institution.commands.js';
import type { InstitutionEvent } from './institution.events.js';

export type FirstDayRefusal = Refusal<'MEMBER.NOT_A_MEMBER' | 'MEMBER.FIRST_DAY_AHEAD' | 'MEMBER.FIRST_DAY_TOO_EARLY'>;

/** How long ago a member may have begun. */
export const MEMBER_LIMIT_YEARS = 60;

interface Members {
  readonly members: { get(person: PersonId): { readonly from: Day } | undefined };
}

/** The day from which a membership counts was wrong. People who have left keep theirs. */
export function correctFirstDay(
  { data, on: today }: Extract<InstitutionCommand, { type: 'CorrectFirstDay' }> & Pick<Command, 'on'>,
  { members }: Members,
): Result<readonly InstitutionEvent[], FirstDayRefusal> {
  const member = members.get(data.person);
  if (!member) return refuse({ code: 'MEMBER.NOT_A_MEMBER', field: 'person' });
  if (member.from === data.from) return ok([]);
  if (data.from > today) return refuse({ code: 'MEMBER.FIRST_DAY_AHEAD', field: 'from' });
  if (data.from < inYears(today, -MEMBER_LIMIT_YEARS)) return refuse({ code: 'MEMBER.FIRST_DAY_TOO_EARLY', field: 'from' });
  return ok([{ type: 'FirstDayCorrected', data }]);
}
