import type { ViewRows } from '../../replica/index.js';

/** A level that a person gave themselves, 1 to 5: when, and in which mentorship (`null`: in none), as it began or later. */
export interface SkillRating {
  readonly level: number;
  readonly at: string;
  readonly mentorship: string | null;
  readonly when: 'before' | 'after';
}

/** One skill, in however many mentorships it was worked on. */
export interface FoldedSkill {
  readonly tag: string;
  /** In order of time. */
  readonly ratings: readonly SkillRating[];
  /** The mentorship in which it can be rated next. */
  readonly asks: Pick<SkillRating, 'mentorship' | 'when'> | undefined;
}

type Mentored = Pick<ViewRows['mentorship'], 'mentorship' | 'status' | 'aims' | 'startedAt'>;

const ratingsOf = ({ mentorship, before, after }: ViewRows['skill']): readonly SkillRating[] => [
  ...(before ? [{ ...before, mentorship, when: 'before' as const }] : []),
  ...(after ? [{ ...after, mentorship, when: 'after' as const }] : []),
];

/** On the same moment a beginning stands first. */
const byTime = (a: SkillRating, b: SkillRating): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.when < b.when ? 1 : -1);

/**
 * Skills by line: never rated first, then by latest rating. `mentored`: mentorships as a mentee, whose focus areas ask to be rated while
 * they run.
 */
export function foldSkills(rows: readonly ViewRows['skill'][], mentored: readonly Mentored[]): readonly FoldedSkill[] {
  const running = mentored.filter(({ status }) => status === 'active' || status === 'trial');
  const newest = [...running].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  const tags = new Set([...rows.map(({ tag }) => tag), ...running.flatMap(({ aims }) => aims)]);
  const skills = [...tags].map((tag): FoldedSkill => {
    const own = rows.filter((row) => row.tag === tag);
    const ratings = own.flatMap(ratingsOf).sort(byTime);
    const begins = newest.find(({ mentorship, aims }) => aims.includes(tag) && !own.some((row) => row.mentorship === mentorship));
    return { tag, ratings, asks: begins ? { mentorship: begins.mentorship, when: 'before' } : askedLater(ratings) };
  });
  const latest = ({ ratings }: FoldedSkill) => ratings.at(-1)?.at ?? '9999';
  return skills.sort((a, b) => (latest(a) < latest(b) ? 1 : latest(a) > latest(b) ? -1 : a.tag < b.tag ? -1 : 1));
}

/** A beginning with nothing after it can be taken up again; where it went on in another mentorship, that one is asked. */
function askedLater(ratings: readonly SkillRating[]): FoldedSkill['asks'] {
  const last = ratings.at(-1);
  return last?.when === 'before' ? { mentorship: last.mentorship, when: 'after' } : undefined;
}

/** How many mentorships the ratings come from; what was rated in none counts as one. */
export const mentorshipsOf = (ratings: readonly SkillRating[]): number => new Set(ratings.map(({ mentorship }) => mentorship)).size;
