import type { Mentee, Mentor } from '../features/candidate.js';
import { balancesOf } from './exposure.js';
import { USUAL } from './breadth.js';
import { choose, inOrder, scored, SPREAD, SUGGESTED_PEOPLE, type Counting } from './choose.js';
import { circumstances } from './circumstances.js';
import type { Compared } from './compared.js';
import { obstacle } from './constraints.js';
import { couldMeet } from './could-meet.js';
import { fit, PARTS } from './fit.js';
import { remarksInOrder, told } from './lead.js';
import type { Chance, Learned } from './learned.js';
import type { Mentors } from './mentors.js';
import { meetsAll } from './must-haves.js';
import type { PartId, Said } from './part.js';
import { bestHelp, helpToSay } from './parts/expertise.js';
import { seekerOf, type Seeker } from './seeker.js';
import { spread } from './spread.js';
import type { Suggestion } from './suggestion.js';
import { DEFAULT_WEIGHTS, type Weights } from './weights.js';
import { otherForm } from './widen.js';

/** How many of the best by the rules are weighed against each other for difference. */
export const POOL_PEOPLE = 60;

/** The same with a model: the less the rules decide, the more people it is asked about, as it may know better of those further down. */
export const poolOf = (learned: Pick<Learned, 'weight'> | undefined): number => Math.ceil(POOL_PEOPLE / (1 - (learned?.weight ?? 0)));
/** More than any fit can be, so that it decides before all else. */
const COULD_MEET = 1 + 2 * SPREAD;

/** A mentor of the hub beside a mentee, with all that can be said of the two. */
interface Known extends Compared {
  readonly of: Mentor;
  readonly chance: Chance | null;
}

/** People to suggest, best first, for different reasons where possible; unreachable ones last. Rules choose the pool, a model has a say in its order. */
export function rank(
  mentee: Mentee,
  mentors: Mentors,
  weights: Weights = DEFAULT_WEIGHTS,
  people = SUGGESTED_PEOPLE,
  learned?: Learned,
): readonly Suggestion[] {
  const seeker = seekerOf(mentee);
  const pool = best(seeker, mentors, weights, Math.max(people, poolOf(learned))).map(comparing(seeker, learned));
  const chosen = choose(pool, countingOf(weights, learned), people);
  // Sentences cost most, and are only made for those who are shown.
  const all = told(chosen.map((one) => ({ ...one, remarks: menteesOf(sayings(seeker, one.compared.of)) })));
  const who = chosen.map(({ compared }) => compared.of);
  return all.map((one, index) => {
    const { compared, ...suggestion } = one;
    const more = index === 0 ? otherForm(seeker, mentors, weights, who) : [];
    return {
      ...suggestion,
      forMentee: [...one.forMentee, ...more],
      chance: compared.chance,
      forMentor: mentorsOf(seeker, compared.of, one.parts),
    };
  });
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
  const compared = comparing(seeker, learned)(mentor);
  const one = scored(compared, countingOf(weights, learned));
  const remarks = menteesOf(sayings(seeker, mentor));
  const [lead] = told([{ compared, scored: one, remarks }]);
  return {
    ...one,
    lead: lead?.lead ?? null,
    forMentee: lead?.forMentee ?? [],
    chance: compared.chance,
    forMentor: mentorsOf(seeker, mentor, one.parts),
  };
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

/** The best by the whole score out of the pool of the rules: those whom the mentee could meet come first. */
export function bestOf(seeker: Seeker, mentors: Mentors, weights: Weights, limit: number, learned: Learned | undefined): readonly Mentor[] {
  if (!learned) return best(seeker, mentors, weights, limit);
  const pool = best(seeker, mentors, weights, Math.max(limit, poolOf(learned))).map(comparing(seeker, learned));
  const ordered = inOrder(pool, countingOf(weights, learned)).map(({ compared }) => compared);
  return [...ordered.filter((one) => one.couldMeet), ...ordered.filter((one) => !one.couldMeet)].slice(0, limit).map(({ of }) => of);
}

export const countingOf = (weights: Weights, learned: Pick<Learned, 'weight'> | undefined): Counting => ({
  weights,
  learned: learned?.weight ?? 0,
});

/** Compares one mentor after the other with a mentee: what is known of the mentee alone is worked out once. */
export function comparing(seeker: Seeker, learned: Learned | undefined): (mentor: Mentor) => Known {
  const learnedOf = learned?.forMentee(seeker);
  return (mentor) => {
    const said = learnedOf?.(mentor);
    const scoreOf = ({ id, score }: (typeof PARTS)[number]) => (id === 'learned' && said ? said.score : score(seeker, mentor));
    return {
      of: mentor,
      mentor: mentor.person,
      // Every part is among them.
      scores: Object.fromEntries(PARTS.map((part) => [part.id, scoreOf(part)])) as Record<PartId, number>,
      balances: balancesOf(mentor),
      couldMeet: couldMeet(seeker, mentor),
      isFocused: mentor.expertise.length <= USUAL.expertise,
      worksAt: mentor.workplaces.map(({ institution }) => institution),
      aim: bestHelp(seeker, mentor)?.aim.tag ?? null,
      helpsFirst: helpToSay(seeker, mentor)?.aim.index === 0,
      spread: spread(seeker.mentee.person, mentor.person),
      chance: said?.chance ?? null,
    };
  };
}

/** All that can be said of two people, part by part. */
export const sayings = (seeker: Seeker, mentor: Mentor): readonly Said[] => [
  ...PARTS.map((part) => part.say(seeker, mentor)),
  circumstances(mentor),
];
export const menteesOf = (said: readonly Said[]) => said.flatMap(({ mentee }) => mentee);
const mentorsOf = (seeker: Seeker, mentor: Mentor, parts: Suggestion['parts']) =>
  remarksInOrder(
    sayings(seeker, mentor).flatMap((said) => said.mentor),
    parts,
  );
