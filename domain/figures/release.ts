import type { Day, InstitutionId, PersonId } from '../kernel/brand.js';
import { daysBetween } from '../uk/days.js';

/** So many different people must have answered before anything is said of what they answered (R7). */
export const RELEASED_FROM_PEOPLE = 5;
/** After so long in a group where too few answer, answers are released together with others, for what holds all of these groups. In days. */
export const TOGETHER_AFTER_DAYS = 60;

/** What a person answered, until it is released: known to no reader. */
export interface WaitingAnswer {
  readonly person: PersonId;
  /** All that the person belonged to when they first answered, in order. Only answers of exactly the same groups are released together. */
  readonly groups: readonly InstitutionId[];
  readonly since: Day;
  /** What they said, of what may be said: `['good']`, or nothing of it. */
  readonly says: readonly string[];
  /** Who knows it by themselves: the person, and of a goal the other of the pair. None of them is told a release that it is in. */
  readonly knownTo: readonly PersonId[];
}

/** What may be known of some answers, for good, to those who knew none of them. */
export interface Release {
  readonly groups: readonly InstitutionId[];
  readonly people: number;
  /** How many said what: never all of them, and one or none where it is absent. */
  readonly said: Readonly<Record<string, number>>;
  /** Everyone who knew one of these answers. */
  readonly knownTo: readonly PersonId[];
}

/** What still waits, and what is released by an answer. */
export interface Outcome {
  readonly waiting: readonly WaitingAnswer[];
  readonly releases: readonly Release[];
}

/** How a question is asked. */
export interface Asking {
  /** Whether what they said before, and is not released, still holds beside what they say now. */
  readonly adds: boolean;
  /** What holds all of these groups: the trust of schools. `null`: nothing does. */
  readonly together: InstitutionId | null;
}

/** Releases depend on who answered and when, never on what they said, and no answer is in two: nothing follows from two of them, or from none. */
export function answered(before: readonly WaitingAnswer[], answer: WaitingAnswer, { adds, together }: Asking): Outcome {
  const former = before.find(({ person }) => person === answer.person);
  const said = adds && former ? both(former, answer) : answer;
  const others = before.filter(({ person }) => person !== answer.person);
  const own = released([...others, { ...said, since: former?.since ?? answer.since }], answer.groups, (one) => isOf(one, answer.groups));
  if (together === null) return own;
  const old = released(own.waiting, [together], ({ since }) => daysBetween(since, answer.since) >= TOGETHER_AFTER_DAYS);
  return { waiting: old.waiting, releases: [...own.releases, ...old.releases] };
}

/** Two answers to one question of a person who had two records, as one that waits as long as the first. Who and when decide, never what. */
export function asOnePerson(kept: WaitingAnswer, joined: WaitingAnswer, adds: boolean): WaitingAnswer {
  const [first, last] = joined.since > kept.since ? [kept, joined] : [joined, kept];
  const said = adds ? both(first, last) : last;
  return { ...said, person: kept.person, since: first.since };
}

/** A later answer beside what was said before it. */
const both = (first: WaitingAnswer, last: WaitingAnswer): WaitingAnswer => ({
  ...last,
  says: [...new Set([...first.says, ...last.says])],
  knownTo: [...new Set([...first.knownTo, ...last.knownTo])],
});

const isOf = ({ groups }: WaitingAnswer, those: readonly InstitutionId[]): boolean =>
  groups.length === those.length && groups.every((group, place) => group === those[place]);

/** Releases those who are ready, if they are enough: all of them at once. */
function released(all: readonly WaitingAnswer[], groups: readonly InstitutionId[], isReady: (one: WaitingAnswer) => boolean): Outcome {
  const ready = all.filter(isReady);
  if (ready.length < RELEASED_FROM_PEOPLE) return { waiting: all, releases: [] };
  const knownTo = [...new Set(ready.flatMap((one) => one.knownTo))];
  return {
    waiting: all.filter((one) => !ready.includes(one)),
    releases: [{ groups, people: ready.length, said: countsOf(ready), knownTo }],
  };
}

/** Where all said a thing, one fewer is told than did, and where one did, none: of each of them the opposite may be true. */
function countsOf(answers: readonly WaitingAnswer[]): Release['said'] {
  const counts: Record<string, number> = {};
  for (const { says } of answers) for (const said of says) counts[said] = (counts[said] ?? 0) + 1;
  const most = answers.length - 1;
  return Object.fromEntries(Object.entries(counts).flatMap(([said, people]) => (people > 1 ? [[said, Math.min(people, most)]] : [])));
}
