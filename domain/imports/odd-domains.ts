import { comparableEmail } from '../text/folding.js';
import { upTo, type RowProblem } from './columns.js';

/** From so many addresses on, and with more than half of them, a domain is what the others are compared with. */
const USUAL_FROM_ADDRESSES = 3;
/** Among so many addresses of one domain, a domain that stands once is rare. */
const RARE_AMONG_ADDRESSES = 5;
/** A domain that differs by so many letters from the usual one is most likely a slip. */
const SLIP_LIMIT_LETTERS = 2;

interface Addressed {
  readonly row: number;
  readonly email: string;
}

const domainOf = (email: string): string => comparableEmail(email).slice(comparableEmail(email).lastIndexOf('@') + 1);

/** How often each domain stands among addresses, and that of most of them, where there is one. */
function domainsOf(emails: readonly string[]): { readonly times: ReadonlyMap<string, number>; readonly usual?: readonly [string, number] } {
  const times = new Map<string, number>();
  for (const email of emails) times.set(domainOf(email), (times.get(domainOf(email)) ?? 0) + 1);
  const [usual, most] = [...times].reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0] as [string, number]);
  return most < USUAL_FROM_ADDRESSES || most * 2 <= emails.length ? { times } : { times, usual: [usual, most] };
}

/** The domain of most members’ addresses, and another of most in a file: it may be the list of another school. */
export interface OtherDomain {
  readonly here: string;
  readonly inFile: string;
}

/** Undefined where either list has no domain for more than half of its addresses, and where it is the same. */
export function otherDomain(here: readonly string[], inFile: readonly string[]): OtherDomain | undefined {
  const [known, read] = [domainsOf(here).usual?.[0], domainsOf(inFile).usual?.[0]];
  return known !== undefined && read !== undefined && known !== read ? { here: known, inFile: read } : undefined;
}

/** The column of the addresses: a slip is corrected in its cell. */
interface Where {
  readonly column: string | undefined;
  readonly letter: string | undefined;
}

/** Addresses whose domain is nearly that of most others, or stands alone beside many: a slip is not noticed until an email does not arrive. */
export function oddDomains(people: readonly Addressed[], { column, letter }: Where): readonly RowProblem[] {
  const { times, usual: found } = domainsOf(people.map(({ email }) => email));
  if (!found) return [];
  const [usual, most] = found;
  const isSlip = (domain: string): boolean =>
    (times.get(domain) ?? 0) * 2 < most && domain !== usual && lettersApart(domain, usual) <= SLIP_LIMIT_LETTERS;
  const slips = new Set([...times.keys()].filter(isSlip));
  const rare = new Set([...times].flatMap(([domain, count]) => (count === 1 && most >= RARE_AMONG_ADDRESSES ? [domain] : [])));
  return people.flatMap(({ row, email }): readonly RowProblem[] => {
    const domain = domainOf(email);
    if (!slips.has(domain) && !rare.has(domain)) return [];
    const cell = { ...(column && { column }), ...(letter && { letter, text: upTo(200, email) }) };
    // An agency’s address may be right: nothing is suggested in its place.
    if (!slips.has(domain))
      return [{ row, ...cell, weight: 'note', message: `${email} is the only address here that ends in “@${domain}”. ${CHECK}` }];
    const message = `${email} does not end in “@${usual}”, as ${most} of ${people.length} addresses here do. ${CHECK}`;
    // Several have it: it may be of another school.
    if (times.get(domain) !== 1) return [{ row, ...cell, weight: 'note', message }];
    return [{ row, ...cell, weight: 'note', message, choices: [`${email.slice(0, email.lastIndexOf('@'))}@${usual}`] }];
  });
}
const CHECK = 'Check it before you import.';

/** To ask whose list it is, before anything is imported. */
export const sayOtherDomain = ({ here, inFile }: OtherDomain, where: string): string =>
  `Most people in this file have email addresses that end in “@${inFile}”, and most members of ${where} have “@${here}”. Check that this is the list of ${where}.`;

/** How many letters must be changed, added or left out to make one word of the other; two neighbours that changed places count as one. */
function lettersApart(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > SLIP_LIMIT_LETTERS) return Infinity;
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const [above = [], beyond = []] = [rows[i - 1], rows[i - 2]];
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1),
          ...(swapped ? [(beyond[j - 2] ?? 0) + 1] : []),
        ),
      );
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
