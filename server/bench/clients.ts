import { cookieOf, sessionOf, type CommunityLog } from './community/log.js';
import { ENDS } from './community/size.js';
import { Telling } from './community/telling.js';
import { appendAll } from './community/write.js';
import { Line, type Keeps, type Returned } from './line.js';

/** All that a person may see of each view that their screens read: more than a browser keeps, and so the most that coming back can bring. */
const VIEWS = (
  'account action caseload cpd credential directory feedback goal institution meeting membership ' +
  'mentorship notice person reflection request skill'
).split(' ');

const ALL: Keeps = { views: VIEWS, scopes: [] };

/** How many come on at once where that is not what is measured. */
export const WARM_UP_LINES = 25;
const WAIT_LIMIT_MS = 60_000;
const SIGN_IN_SEED = 10;

/** So many of a list, from all over it. */
export function someOf(people: readonly string[], count: number): readonly string[] {
  const every = Math.max(1, Math.floor(people.length / count));
  return people.filter((_, place) => place % every === 0).slice(0, count);
}

/** Signs people in. Settles with the position that the hub must have reached before they come. */
export async function signIn(log: CommunityLog, people: readonly string[]): Promise<string> {
  const telling = new Telling(SIGN_IN_SEED);
  for (const person of people)
    telling.tell({ on: 'sessions', of: person, at: Date.parse(ENDS), institutions: [] }, 'SessionOpened', sessionOf(person));
  return (await appendAll(log, telling.told)) ?? '';
}

interface Coming {
  readonly stay?: boolean;
  readonly keeps?: (person: string) => Keeps;
  /** Whose rows are counted: they are held in memory until then, and a thousand people's make this process late. */
  readonly counts?: (person: string) => boolean;
}

/** People come on, so many at once; each so many are up to date before the next begin. `stay`: they are not let go again. */
export async function come(
  port: number,
  people: readonly string[],
  places: ReadonlyMap<string, string>,
  atOnce: number,
  { stay = false, keeps = () => ALL, counts = () => true }: Coming = {},
) {
  const returned: (Returned & { readonly person: string })[] = [];
  const staying: Line[] = [];
  let failures = 0;
  for (let start = 0; start < people.length; start += atOnce) {
    const lines = people
      .slice(start, start + atOnce)
      .map((person) => ({ person, line: new Line(port, cookieOf(person), keeps(person), places.get(person), counts(person)) }));
    const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), WAIT_LIMIT_MS).unref());
    const settled = await Promise.all(
      lines.map(async ({ person, line }) => {
        const back = await Promise.race([line.done, limit]).catch((error: unknown) => void (failures === 0 && console.error(error)));
        return back && { ...back, person };
      }),
    );
    for (const one of settled) {
      if (one) returned.push(one);
      else failures += 1;
    }
    for (const { line } of lines) {
      if (stay) staying.push(line);
      else line.drop();
    }
  }
  return { returned, failures, staying };
}
