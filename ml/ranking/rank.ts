import type { Mentee, Mentor } from '../features/candidate.js';
import { circumstances } from './circumstances.js';
import { obstacle } from './constraints.js';
import { couldMeet } from './could-meet.js';
import { chooseDiverse, type Candidate } from './diversity.js';
import { adjustmentsOf, exposureOf } from './exposure.js';
import { fit, PARTS } from './fit.js';
import { withLeads } from './lead.js';
import { withLearned, type Learned } from './learned.js';
import type { Mentors } from './mentors.js';
import { meetsAll } from './must-haves.js';
import { UNKNOWN, type Remark, type Said } from './part.js';
import { bestHelp } from './parts/expertise.js';
import { seekerOf, type Seeker } from './seeker.js';
import { spread } from './spread.js';
import type { PartScore, Suggestion, Weighed } from './suggestion.js';
import { DEFAULT_WEIGHTS, type Weights } from './weights.js';
import { otherForm } from './widen.js';

/** How many people a mentee is shown at first. */
export const SUGGESTED_PEOPLE = 3;
/** How many of the best are weighed against each other for difference. */
const POOL_PEOPLE = 60;
/** So little that it decides only between those who fit as well as each other: all else that moves the order is told. */
const SPREAD = 1e-6;
/** More than any fit can be, so that it decides before all else. */
const COULD_MEET = 1 + 2 * SPREAD;

/** People to suggest, best first, for different reasons where possible; unreachable ones last. Rules choose the pool, a model has a say in its order. */
export function rank(
  mentee: Mentee,
  mentors: Mentors,
  weights: Weights = DEFAULT_WEIGHTS,
  people = SUGGESTED_PEOPLE,
  learned?: Learned,
): readonly Suggestion[] {
  const seeker = seekerOf(mentee);
  const pool = weighedPool(seeker, mentors, weights, Math.max(people, POOL_PEOPLE), learned);
  const first = chooseDiverse(
    pool.filter(({ mentor }) => couldMeet(seeker, mentor)),
    people,
  );
  const beyond = pool.filter(({ mentor }) => !couldMeet(seeker, mentor));
  const last = chooseDiverse(beyond, people - first.length).map((one) => ({
    ...one,
    weighed: { ...one.weighed, place: 'beyond' as const },
  }));
  const chosen = [...first, ...last];
  // Sentences cost most, and are only made for those who are shown.
  const told = chosen.map(({ mentor, weighed }) => ({ mentor, suggestion: withWords(seeker, mentor, weights, weighed) }));
  return withLeads(seeker, told).map((suggestion, index) =>
    index === 0 ? { ...suggestion, forMentee: [...suggestion.forMentee, ...otherForm(seeker, mentors, weights, chosen)] } : suggestion,
  );
}

/** Whether there is anybody to suggest at all. */
export function isAnyone(mentee: Mentee, mentors: Mentors): boolean {
  const seeker = seekerOf(mentee);
  let found = false;
  const visit = (mentor: Mentor): void => {
    found ||= meetsAll(mentee.mustHaves, mentee, mentor) && !obstacle(seeker, mentor) && mentors.mayFind?.(mentor) !== false;
  };
  mentors.lookThrough(seeker, DEFAULT_WEIGHTS, { least: () => (found ? Infinity : 0), visit });
  return found;
}

/** One pair, explained: for the page “why you two”. Answers also where an obstacle stands between them. */
export function explain(mentee: Mentee, mentor: Mentor, weights: Weights = DEFAULT_WEIGHTS, learned?: Learned): Suggestion {
  const seeker = seekerOf(mentee);
  const suggestion = withWords(seeker, mentor, weights, weighing(seeker, weights, learned)(mentor));
  return withLeads(seeker, [{ mentor, suggestion }])[0] ?? suggestion;
}

/**
 * The best `limit` of those who can be asked: first all whom the mentee could meet. Keeping a short list in order is cheaper than sorting
 * all.
 */
export function best(seeker: Seeker, mentors: Mentors, weights: Weights, limit: number): readonly Mentor[] {
  const kept: { mentor: Mentor; score: number }[] = [];
  const leastKept = () => (kept.length < limit ? 0 : (kept.at(-1)?.score ?? 0));
  const visit = (mentor: Mentor): void => {
    // Who is left out anyway needs no score.
    if (!meetsAll(seeker.mentee.mustHaves, seeker.mentee, mentor)) return;
    const least = leastKept();
    // What leaves out most comes first: hardly any of many mentors is near the best.
    const fits = fit(seeker, mentor, weights, least - COULD_MEET - SPREAD);
    if (fits === undefined || obstacle(seeker, mentor) || mentors.mayFind?.(mentor) === false) return;
    const ahead = couldMeet(seeker, mentor) ? COULD_MEET : 0;
    const score = ahead + fits + SPREAD * spread(seeker.mentee.person, mentor.person);
    if (kept.length >= limit && score <= least) return;
    let at = kept.length;
    while (at > 0 && (kept[at - 1]?.score ?? 0) < score) at -= 1;
    kept.splice(at, 0, { mentor, score });
    if (kept.length > limit) kept.pop();
  };
  mentors.lookThrough(seeker, weights, { least: () => leastKept() - COULD_MEET - SPREAD, visit });
  return kept.map(({ mentor }) => mentor);
}

/** The pool of the rules, weighed, in the order of the whole score. What the rules find equal stays as they vary it. */
function weighedPool(
  seeker: Seeker,
  mentors: Mentors,
  weights: Weights,
  limit: number,
  learned: Learned | undefined,
): readonly Candidate[] {
  const weigh = weighing(seeker, weights, learned);
  const pool = best(seeker, mentors, weights, limit).map((mentor) => ({ mentor, weighed: weigh(mentor) }));
  return learned ? pool.toSorted((a, b) => b.weighed.score - a.weighed.score) : pool;
}

/** The best by the whole score out of the pool of the rules: those whom the mentee could meet come first. */
export function bestOf(seeker: Seeker, mentors: Mentors, weights: Weights, limit: number, learned: Learned | undefined): readonly Mentor[] {
  if (!learned) return best(seeker, mentors, weights, limit);
  const pool = weighedPool(seeker, mentors, weights, Math.max(limit, POOL_PEOPLE), learned).map(({ mentor }) => mentor);
  return [...pool.filter((mentor) => couldMeet(seeker, mentor)), ...pool.filter((mentor) => !couldMeet(seeker, mentor))].slice(0, limit);
}

/** Weighs one mentor after the other for a mentee: what is known of the mentee alone is worked out once. */
function weighing(seeker: Seeker, weights: Weights, learned: Learned | undefined): (mentor: Mentor) => Weighed {
  const [whole, learnedOf] = [withLearned(weights, learned), learned?.forMentee(seeker)];
  return (mentor) => {
    const said = learnedOf?.(mentor);
    const parts = PARTS.map(({ id, score }) => ({
      part: id,
      score: id === 'learned' && said ? said.score : score(seeker, mentor),
      weight: whole[id],
    }));
    const leading = bySpeaking(parts)[0];
    const sum = parts.reduce((total, { score, weight }) => total + score * weight, 0);
    return {
      mentor: mentor.person,
      score: sum * exposureOf(mentor),
      adjustments: adjustmentsOf(mentor, sum),
      place: null,
      because: leading && leading.score > UNKNOWN ? leading.part : null,
      aim: bestHelp(seeker, mentor)?.aim.tag ?? null,
      parts,
      chance: said?.chance ?? null,
    };
  };
}

/** What speaks for a mentor most comes first. What was learned moves the order and is told, and is no reason that a mentee could weigh. */
const bySpeaking = (parts: readonly PartScore[]): readonly PartScore[] =>
  parts.filter(({ part }) => part !== 'learned').toSorted((a, b) => b.weight * (b.score - UNKNOWN) - a.weight * (a.score - UNKNOWN));

/** The reasons, in the words of either side. */
function withWords(seeker: Seeker, mentor: Mentor, weights: Weights, weighed: Weighed): Suggestion {
  const order = new Map<string, number>(bySpeaking(weighed.parts).map(({ part }, index) => [part, index]));
  const said: readonly Said[] = [
    ...PARTS.filter(({ id }) => weights[id] > 0).map((part) => part.say(seeker, mentor)),
    circumstances(mentor),
  ];
  const inOrder = (remarks: readonly Remark[]) =>
    remarks.toSorted(
      (a, b) => kindOrder(a) - kindOrder(b) || (a.kind === 'against' ? lookedAt(a) - lookedAt(b) : by(order, a) - by(order, b)),
    );
  return {
    ...weighed,
    lead: null,
    forMentee: inOrder(said.flatMap(({ mentee }) => mentee)),
    forMentor: inOrder(said.flatMap(({ mentor: forMentor }) => forMentor)),
  };
}

const KINDS = ['for', 'against', 'what-if'];
const kindOrder = ({ kind }: Remark): number => KINDS.indexOf(kind);
const by = (order: ReadonlyMap<string, number>, { about }: Remark): number => order.get(about) ?? PARTS.length;
/** Reservations stand in the order in which a teacher asks: does this person know my phase, my subject, what I want to learn? */
const LOOKED_AT: readonly Remark['about'][] = ['context', 'expertise', 'goals', 'proximity', 'availability', 'ways-of-working'];
const lookedAt = ({ about }: Remark): number => (LOOKED_AT.includes(about) ? LOOKED_AT.indexOf(about) : LOOKED_AT.length);
