import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { meanOf, TOP } from '@alongside/ml/evaluation/scored.js';
import { exposureGini } from '@alongside/ml/evaluation/top-ten.js';
import type { Mentor } from '@alongside/ml/features/candidate.js';
import type { Learned } from '@alongside/ml/ranking/learned.js';
import { those } from '@alongside/ml/ranking/mentors.js';
import { rank } from '@alongside/ml/ranking/rank.js';
import { DEFAULT_WEIGHTS } from '@alongside/ml/ranking/weights.js';
import type { TasteMarket } from '@alongside/ml/testing/known-taste.js';

/** People of a list who are seen at a glance: the one of them whom a mentee likes best may be asked. */
const SEEN = 3;
/** The most that a model may count for is less; here it shows what lists are worth where it is sure. */
const KNOWN_WEIGHT = 0.95;
/** Arrivals after which a mentor has answered. */
const ANSWERED_AFTER = 15;
/** Mentors who do not answer at all. */
const SILENT_SHARE = 0.08;
/** How often a mentee looks again whose request came to nothing. */
const LOOKS = 2;
/** A list counts as better than one’s own from so much more on. */
const ENVIES_FROM = 1.05;

type Lists = (mentee: number, mentors: readonly Mentor[]) => readonly number[];

interface Day {
  /** By mentee, as each first saw it. */
  readonly lists: readonly (readonly number[])[];
  /** By mentee: whom they could ask as they looked. */
  readonly open: readonly (readonly boolean[])[];
  readonly pairs: number;
}

/** The same mentees come one after the other and see lists of whom they would most like to ask, or the hub’s, where its model knows both sides. */
export function crowdedTaste(market: TasteMarket, seed: number) {
  const { mentees, mentors, wants, welcomes } = market;
  const [menteeAt, mentorAt] = [mentees, mentors].map((people) => new Map(people.map(({ person }, at) => [person, at])));
  const knowing: Learned = {
    id: 'known-taste',
    weight: KNOWN_WEIGHT,
    forMentee: ({ mentee }) => {
      const one = menteeAt?.get(mentee.person) ?? 0;
      return ({ person }) => {
        const other = mentorAt?.get(person) ?? 0;
        return { score: wants(one, other) * welcomes(one, other), chance: null };
      };
    },
  };
  const isOpen = ({ places, taken }: Mentor) => taken < places;
  const naively: Lists = (one) => topBy(mentors, (other) => wants(one, other));
  const hubs: Lists = (one, now) => {
    const mentee = mentees[one];
    return mentee ? rank(mentee, those(now), DEFAULT_WEIGHTS, TOP, knowing).map(({ mentor }) => mentorAt?.get(mentor) ?? 0) : [];
  };
  const openOnly =
    (worth: (mentee: number, mentor: number) => number): Lists =>
    (one, now) =>
      topBy(mentors, (other) => (isOpen(now[other] as Mentor) ? worth(one, other) : -1));
  const mutual = (one: number, other: number) => wants(one, other) * welcomes(one, other);
  const [naive, ours] = [lived(market, seed, naively), lived(market, seed, hubs)];
  // Lists that leave out who is full: by what the mentee wants, and by the taste of both, which nobody can better.
  const [plain, knowingAll] = [lived(market, seed, openOnly(wants)), lived(market, seed, openOnly(mutual))];
  const [without, withAll] = [measured(market, naive), measured(market, ours)];
  const tail = tailOf(market, naive);
  const against = (one: number, other: number) => ({ naive: one, ours: other, ratio: other / one });
  const still = (day: Day, every = false) => enviousIn(market, every ? { ...day, open: day.open.map(() => mentors.map(() => true)) } : day);
  return {
    gini: against(without.gini, withAll.gini),
    longTail: against(shownOf(naive, tail), shownOf(ours, tail)),
    ndcg: against(without.ndcg, withAll.ndcg),
    /** All look in one moment, before anybody has asked. */
    envy: { ...against(still(atOnce(market, naively)), still(atOnce(market, hubs))), byTaste: still(atOnce(market, openOnly(mutual))) },
    /** One after the other, of what the mentee could still ask; the naive lists leave out who is full, too. */
    envyOfOpen: { ...against(still(plain), still(ours)), byTaste: still(knowingAll) },
    /** With the places that others took before: of a list from before one came. No order gives a place twice. */
    envyOfTaken: { ...against(still(naive, true), still(ours, true)), byTaste: still(knowingAll, true) },
    pairs: { ...against(naive.pairs, ours.pairs), withoutFull: plain.pairs, byTaste: knowingAll.pairs },
  };
}

const topBy = (mentors: readonly Mentor[], worth: (mentor: number) => number): readonly number[] => {
  const worths = mentors.map((_, at) => worth(at));
  return worths
    .map((_, at) => at)
    .toSorted((a, b) => (worths[b] as number) - (worths[a] as number))
    .slice(0, TOP);
};

/** What each sees, asks and gets. What chance decides is the same for both kinds of lists. */
function lived({ mentees, mentors, wants, welcomes }: TasteMarket, seed: number, listFor: Lists): Day {
  const chance = (one: number, other: number, about: number) => numbersFrom(seed + (one * mentors.length + other) * 4 + about)();
  const now = [...mentors];
  const change = (other: number, by: (mentor: Mentor) => Partial<Mentor>) => {
    const mentor = now[other] as Mentor;
    now[other] = { ...mentor, ...by(mentor) };
  };
  const waiting: { readonly one: number; readonly other: number; readonly due: number; readonly left: number }[] = [];
  const first: (readonly number[])[] = [];
  const open: (readonly boolean[])[] = [];
  let pairs = 0;
  const look = (one: number, at: number, left: number) => {
    const list = listFor(one, now);
    first[one] ??= list;
    open[one] ??= now.map(({ places, taken }) => taken < places);
    const [seen] = list.slice(0, SEEN).toSorted((a, b) => wants(one, b) - wants(one, a));
    if (seen === undefined || chance(one, seen, left) >= wants(one, seen)) return;
    change(seen, ({ openRequests }) => ({ openRequests: openRequests + 1 }));
    waiting.push({ one, other: seen, due: at + ANSWERED_AFTER, left });
  };
  const answer = ({ one, other, left }: (typeof waiting)[number], at: number) => {
    const { places, taken } = now[other] as Mentor;
    change(other, ({ openRequests }) => ({ openRequests: openRequests - 1 }));
    const isSilent = chance(0, other, 3) < SILENT_SHARE;
    const accepts = !isSilent && taken < places && chance(one, other, 2) < welcomes(one, other);
    change(other, ({ unanswered }) => ({ taken: taken + (accepts ? 1 : 0), unanswered: isSilent ? unanswered + 1 : 0 }));
    if (accepts) pairs += 1;
    else if (left > 1) look(one, at, left - 1);
  };
  const settle = (at: number) => {
    while (waiting[0] && waiting[0].due <= at) answer(waiting.shift() as (typeof waiting)[number], at);
  };
  mentees.forEach((_, at) => {
    settle(at);
    look(at, at, LOOKS);
  });
  for (let turn = 1; turn <= LOOKS; turn += 1) settle(mentees.length + turn * ANSWERED_AFTER);
  return { lists: first, open, pairs };
}

/** What all see who look in the same moment. */
function atOnce({ mentees, mentors }: TasteMarket, listFor: Lists): Day {
  const everybody = mentors.map(() => true);
  return { lists: mentees.map((_, one) => listFor(one, mentors)), open: mentees.map(() => everybody), pairs: 0 };
}

function measured({ mentors, wants, welcomes }: TasteMarket, { lists }: Day) {
  const mutual = (one: number, other: number) => wants(one, other) * welcomes(one, other);
  const shown = lists.flatMap((list, one) =>
    mentors.map((_, other) => ({
      left: `${one}`,
      right: `${other}`,
      outcome: 0,
      score: list.includes(other) ? TOP - list.indexOf(other) : -1,
    })),
  );
  const gain = (list: readonly number[]) => list.reduce((sum, worth, place) => sum + worth / Math.log2(place + 2), 0);
  const ndcg = lists.map((list, one) => {
    const best = topBy(mentors, (other) => mutual(one, other));
    return gain(list.map((other) => mutual(one, other))) / gain(best.map((other) => mutual(one, other)));
  });
  return { gini: exposureGini(shown) ?? 1, ndcg: meanOf(ndcg) ?? 0 };
}

/** How many would have had more from another’s list than from their own. */
function enviousIn({ mentees, mentors, wants, welcomes }: TasteMarket, { lists, open }: Day): number {
  // A place in a list is worth less, the more of those to whom the mentor is shown would ask.
  const demand = mentors.map(() => 0);
  lists.forEach((list, one) =>
    list.forEach((other, place) => (demand[other] = (demand[other] as number) + attention(place) * wants(one, other))),
  );
  const left = mentors.map(({ places }, other) => Math.min(1, places / Math.max(1e-9, demand[other] as number)));
  const worth = (one: number, list: readonly number[]) =>
    list.reduce(
      (sum, other, place) =>
        open[one]?.[other] ? sum + attention(place) * wants(one, other) * welcomes(one, other) * (left[other] as number) : sum,
      0,
    );
  return mentees.filter((_, one) => {
    const own = worth(one, lists[one] ?? []);
    return lists.some((list) => worth(one, list) > ENVIES_FROM * own);
  }).length;
}

const ATTENTION = Array.from({ length: TOP }, (_, place) => 1 / Math.log2(place + 2));
const SUM = ATTENTION.reduce((sum, one) => sum + one, 0);
/** The share of a mentee’s look that a place of a list gets. */
const attention = (place: number): number => (ATTENTION[place] as number) / SUM;

/** The half of all mentors whom lists by fit show least. */
function tailOf({ mentors }: TasteMarket, { lists }: Day): readonly number[] {
  const counts = mentors.map(() => 0);
  for (const list of lists) for (const other of list) counts[other] = (counts[other] as number) + 1;
  return counts
    .map((_, at) => at)
    .toSorted((a, b) => (counts[a] as number) - (counts[b] as number))
    .slice(0, Math.floor(mentors.length / 2));
}

/** How much of what all lists show is of these. */
function shownOf({ lists }: Day, some: readonly number[]): number {
  const these = new Set(some);
  const all = lists.flat();
  return all.filter((other) => these.has(other)).length / all.length;
}
