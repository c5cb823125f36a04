import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { sayDate } from '@alongside/domain/uk/uk-time.js';
import { choicesMade, type ChoicesMade } from '../../imports/choices.js';
import type { Foreseen, Outcomes } from '../../imports/foreseen.js';
import type { Closing, Following, SchoolChange } from '../../imports/register-comparison.js';

/** What is said of one row of a file. */
export interface RowSaid {
  readonly row: number;
  readonly message: string;
}

const inOrder = (rows: readonly RowSaid[]): readonly RowSaid[] => rows.toSorted((a, b) => a.row - b.row);

/** What only a person can choose, and an import at the terminal leaves as it is: each row with its own reason. */
export function leftOutOf({ comparison, register }: Foreseen): readonly RowSaid[] {
  return inOrder([
    ...comparison.sameNames.map(({ row, who }) => ({ row, message: `${who} has the name of a member and another email address.` })),
    ...register.changes.filter(({ doubtful }) => doubtful).map((one) => ({ row: one.row, message: sayChange(one) })),
    ...(register.alike?.schools ?? []).map(({ row, who, here, byNumber }) => ({
      row,
      message: byNumber
        ? `${who}: more than one here has its number.`
        : `${who} may be here already, added by hand${here.length > 1 ? ' more than once' : ''}.`,
    })),
    ...register.closing.flatMap((one) => {
      const why = one.later ? undefined : whyNotClosed(one);
      return why ? [{ row: one.row, message: why }] : [];
    }),
    ...register.following.filter(({ byHand }) => byHand).map((one) => ({ row: one.row, message: sayFollowing(one) })),
  ]);
}

/** Rows with an earlier address of a member, and what becomes of each. */
export const formerOf = ({ comparison: { former = [] } }: Foreseen, nameOf: (person: PersonId) => string): readonly RowSaid[] =>
  inOrder(
    former.map(({ row, who, email, person, another }) => ({
      row,
      message: `${who}: ${email} is an earlier address of ${nameOf(person)}. ${another ? 'We count this row as a new person.' : 'We compare this row with them, and their newer address stays.'}`,
    })),
  );

/** Who left before and is left out, or with `isAgain` what happens with them. */
export const returningOf = ({ comparison }: Foreseen, isAgain: boolean): readonly RowSaid[] =>
  inOrder(
    comparison.returning.map(({ row, who, left, asks }) => ({
      row,
      message: `${who} left on ${sayDate(left)}.${isAgain ? (asks ? ' We invite them.' : ' We add them again.') : ''}`,
    })),
  );

/** What the rows come to where all who left before are imported. */
export function withReturning({ rows, comparison: { returning } }: Foreseen): Outcomes {
  const asked = returning.filter(({ asks }) => asks).length;
  return {
    ...rows,
    leftOut: rows.leftOut - returning.length,
    asked: rows.asked + asked,
    added: rows.added + returning.length - asked,
  };
}

/** That all who left before are imported again, or no one. A request names fewer rows than a file may have. */
export const choicesAgain = ({ comparison }: Foreseen, isAgain: boolean): ChoicesMade => ({
  ...choicesMade.parse({}),
  again: isAgain ? comparison.returning.map(({ row }) => row) : [],
});

/** Which schools close, and which do so on a day that has not come. */
export const closingsOf = ({ register }: Foreseen): readonly RowSaid[] =>
  inOrder(
    register.closing.flatMap((one): readonly RowSaid[] => {
      const { row, who, on, later, was, people, maybe } = one;
      if (later && on) return [{ row, message: `${who} closes on ${sayDate(on)}. Import the register again after that day.` }];
      if (on === null || whyNotClosed(one)) return [];
      if (was) return [{ row, message: `${who} closed on ${sayDate(was)}. It is now ${sayDate(on)}, as the register says.` }];
      const asked = people ? ` We ask ${people.toLocaleString('en-GB')} ${people === 1 ? 'member' : 'members'} where they work now.` : '';
      const after = maybe ? ` Perhaps ${maybe.name} follows it: choose that on the screen, or import the register’s file of links.` : '';
      return [{ row, message: `${who} closes, from ${sayDate(on)}.${asked}${after}` }];
    }),
  );

function sayChange({ who, what, reopens, byHand }: SchoolChange): string {
  if (reopens) return `${who} is closed here and open in the register.`;
  if (byHand) return `${who} was changed by hand (${byHand.join(', ').toLowerCase()}), and the register says otherwise.`;
  const name = what.find(({ field }) => field === 'Name')?.now;
  return `${who} may be another school under the same number${name ? `, ${name}` : ''}.`;
}

function whyNotClosed({ who, on, saidOn, either, was, byHand }: Closing): string | undefined {
  if (either) return `${who} is closed in the register, on ${either.map(sayDate).join(' or ')} (“${saidOn ?? ''}”).`;
  if (on === null) return `${who} is closed in the register, without a date${saidOn ? ` (“${saidOn}”)` : ''}.`;
  if (!byHand) return undefined;
  return was
    ? `${who} was closed by hand from ${sayDate(was)}. The register says ${sayDate(on)}.`
    : `${who} was reopened by hand. The register says that it closed on ${sayDate(on)}.`;
}

const sayFollowing = ({ who, byHand, names }: Following): string =>
  `What follows ${who} was set by hand (${byHand?.join(', ') || 'nothing'}). The file says ${names.join(', ')}.`;

/** That the school of a staff list has closed, and where its list goes. */
export function sayClosedSchool(
  name: string,
  { on, followedBy }: { readonly on: Day; readonly followedBy: readonly { readonly institution: string; readonly name: string }[] },
): string {
  const closed = `${name} closed on ${sayDate(on)}, so we import no staff there.`;
  const [only, ...more] = followedBy;
  if (!only)
    return `${closed} We know of no open school that follows it. Import the list where its people work now, or reopen the school on its page.`;
  const named = followedBy.map((one) => `${one.name} (${one.institution})`);
  return more.length > 0
    ? `${closed} These schools follow it: ${named.join(', ')}. Import the list at one of them: --institution and its id.`
    : `${closed} ${named[0]} follows it. Import the list there: --institution ${only.institution}`;
}
