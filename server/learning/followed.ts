import { setImmediate } from 'node:timers/promises';
import type { Day, PersonId } from '@alongside/domain/kernel/brand.js';
import { stillMeetsAtWeekSix } from '@alongside/domain/mentorships/week-six.js';
import { QUERY_LIMIT_ROWS, type ViewStore } from '@alongside/projections/store/view-store.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { shownView, type ShownRow } from '@alongside/projections/views/shown.view.js';
import { SHOWN_FROM_PEOPLE, withhold, type Figure, type Shown } from '@alongside/projections/views/withhold.js';
import { withheldOf } from './followed-groups.js';

/** How far suggestions came: each is some of the one before. */
export const STEPS = ['shown', 'asked', 'accepted', 'reached', 'still'] as const;
export type Step = (typeof STEPS)[number];

/** Mentees with a suggestion that came so far, in steps of five; `null` is withheld. `reached`: whose pair is known at week six. `still`: whose pair met. */
export type Followed = Readonly<Record<Step, Shown>>;

export interface FollowedAnswer {
  readonly all: Followed;
  /** By place in the list: 1, 2, 3, and 4 for all further down. */
  readonly places: readonly { readonly place: number; readonly steps: Followed }[];
  /** By what ranked: the version of the rules, and the model that had a say. Newest last. */
  readonly rankings: readonly { readonly ranking: string; readonly steps: Followed }[];
}

/** Places from here on are one group. */
export const LATER_PLACE = 4;

/** Suggestions that came as far as a step: how many, and of how many mentees. */
interface Tally {
  count: number;
  readonly mentees: Set<PersonId>;
}
type Tallies = Readonly<Record<Step, Tally> & Record<`not-${Exclude<Step, 'shown'>}`, Tally>>;

const COMPLEMENTS = (
  [
    ['shown', 'asked'],
    ['asked', 'accepted'],
    ['accepted', 'reached'],
    ['reached', 'still'],
  ] as const
).map(([whole, part]) => ({ whole, part, rest: `not-${part}` as const }));

const noTallies = (): Tallies => {
  const tally = (): Tally => ({ count: 0, mentees: new Set() });
  const steps = STEPS.map((step) => [step, tally()] as const);
  const rests = COMPLEMENTS.map(({ rest }) => [rest, tally()] as const);
  // Every step and every rest is among them.
  return Object.fromEntries([...steps, ...rests]) as Tallies;
};

/** Adds up all that is in the views, a page at a time: others are served in between (`FollowedAnswers` keeps it). */
export async function followedIn(store: Pick<ViewStore, 'list'>, look: HubReader, today: Day): Promise<FollowedAnswer> {
  const figures = new FollowedFigures(look, today);
  for (let afterId: string | undefined; ;) {
    const page = store.list<ShownRow>(shownView.name, {
      for: 'all',
      where: {},
      limitRows: QUERY_LIMIT_ROWS,
      ...(afterId !== undefined && { afterId }),
    });
    for (const { data } of page) figures.take(data);
    if (page.length < QUERY_LIMIT_ROWS) return figures.answer();
    afterId = page.at(-1)?.id;
    await setImmediate();
  }
}

/** Adds up what came of suggestions, a row at a time. */
export class FollowedFigures {
  readonly #all = noTallies();
  readonly #places = new Map<number, Tallies>();
  readonly #rankings = new Map<string, { readonly since: Day; readonly tallies: Tallies }>();

  constructor(
    private readonly look: HubReader,
    private readonly today: Day,
  ) {}

  take(row: ShownRow): void {
    const came = this.#cameTo(row);
    const place = Math.min(row.place, LATER_PLACE);
    const at = this.#places.get(place) ?? noTallies();
    this.#places.set(place, at);
    const known = this.#rankings.get(row.ranking);
    const by = { since: known && known.since < row.on ? known.since : row.on, tallies: known?.tallies ?? noTallies() };
    this.#rankings.set(row.ranking, by);
    for (const tallies of [this.#all, at, by.tallies]) addTo(tallies, row.mentee, came);
  }

  answer(): FollowedAnswer {
    const places = [...this.#places].toSorted(([a], [b]) => a - b);
    const rankings = [...this.#rankings].toSorted(([, a], [, b]) => (a.since < b.since ? -1 : 1));
    const byPlace = groupsOf(places.map(([, tallies]) => tallies));
    const byRanking = groupsOf(rankings.map(([, { tallies }]) => tallies));
    return {
      all: shownOf(this.#all),
      places: places.map(([place], at) => ({ place, steps: byPlace[at] as Followed })),
      rankings: rankings.map(([ranking], at) => ({ ranking, steps: byRanking[at] as Followed })),
    };
  }

  /** The last step that a suggestion came to. */
  #cameTo({ request, mentorship }: ShownRow): Step {
    if (request === null) return 'shown';
    if (mentorship === null) return 'asked';
    const pair = this.look.row('mentorship', mentorship);
    const still = pair && stillMeetsAtWeekSix(pair, this.look.rows('meeting', { mentorship }), this.today);
    if (still === undefined || still === null) return 'accepted';
    return still ? 'still' : 'reached';
  }
}

function addTo(tallies: Tallies, mentee: PersonId, came: Step): void {
  const add = (tally: Tally) => {
    tally.count += 1;
    tally.mentees.add(mentee);
  };
  const last = STEPS.indexOf(came);
  for (const step of STEPS.slice(0, last + 1)) add(tallies[step]);
  const missed = COMPLEMENTS[last];
  if (missed) add(tallies[missed.rest]);
}

/** Whole steps of mentees: a change tells of about five. A nought would tell of the first who comes so far. */
const inSteps = ({ mentees }: Tally, may: Shown): Shown =>
  may === null || mentees.size < SHOWN_FROM_PEOPLE ? null : mentees.size - (mentees.size % SHOWN_FROM_PEOPLE);

/** Nothing is shown about fewer than five mentees, nor what would tell of them by subtraction (0051). */
function shownOf(tallies: Tallies): Followed {
  const figures = Object.fromEntries(
    Object.entries(tallies).map(([name, { count: value, mentees }]) => [name, { value, people: mentees.size }]),
  ) as Record<keyof Tallies, Figure>;
  const may = withhold(figures, { families: [], complements: COMPLEMENTS });
  return Object.fromEntries(STEPS.map((step) => [step, inSteps(tallies[step], may[step])])) as Followed;
}

/** Groups that make up the whole: of each what may be told of it, and of what the others leave of the whole. */
function groupsOf(groups: readonly Tallies[]): readonly Followed[] {
  const each = groups.map(shownOf);
  const nobody: ReadonlySet<PersonId> = new Set();
  const withheld = withheldOf(
    STEPS.map((step) => {
      const rest = COMPLEMENTS.find(({ part }) => part === step)?.rest;
      return groups.map((tallies, at) => ({
        part: tallies[step].mentees,
        rest: rest ? tallies[rest].mentees : nobody,
        mayShow: each[at]?.[step] !== null,
      }));
    }),
  );
  return each.map(
    (group, at) => Object.fromEntries(STEPS.map((step, index) => [step, withheld[index]?.has(at) ? null : group[step]])) as Followed,
  );
}
