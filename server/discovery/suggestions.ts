import type { Instant, PersonId, Position } from '@alongside/domain/kernel/brand.js';
import type { Principal } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { But } from '@alongside/domain/suggestions/alike.js';
import type { MustHave } from '@alongside/domain/suggestions/must-haves.js';
import { OPEN_REQUESTS_LIMIT } from '@alongside/domain/requests/limits.js';
import { alike, butsFor, likenessOf } from '@alongside/ml/ranking/alike.js';
import type { Remark } from '@alongside/ml/ranking/part.js';
import type { Mentor } from '@alongside/ml/features/candidate.js';
import { usualReplyDaysOf } from '@alongside/ml/features/from-rows.js';
import type { Mentors } from '@alongside/ml/ranking/mentors.js';
import { possibleFor } from '@alongside/ml/ranking/must-haves.js';
import { sayChance } from '@alongside/ml/learned/chance.js';
import { whyBoth } from '@alongside/ml/ranking/for-both.js';
import { withLearned, type Chance, type Learned } from '@alongside/ml/ranking/learned.js';
import { SUGGESTED_PEOPLE } from '@alongside/ml/ranking/choose.js';
import { pickReserves } from '@alongside/ml/ranking/pick-reserves.js';
import { explain, isAnyone, rank } from '@alongside/ml/ranking/rank.js';
import type { Suggestion } from '@alongside/ml/ranking/suggestion.js';
import { seekerOf } from '@alongside/ml/ranking/seeker.js';
import { rankingOf } from '@alongside/ml/ranking/version.js';
import type { Weights } from '@alongside/ml/ranking/weights.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import type { MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import type { ProfileRow } from '@alongside/projections/views/profile.view.js';
import { pauseOf } from '@alongside/projections/facts/ask.js';
import { answerDaysOf } from '@alongside/projections/facts/school-days.js';
import { ukDay } from '@alongside/projections/views/uk-day.js';
import { Turns } from '../realtime/turns.js';
import { menteeOf, openRequestsOf } from './mentee-of.js';
import type { MentorPool, MentorRow } from './mentor-pool.js';
import type {
  CannotAsk,
  MentorCard,
  Narrowed,
  OthersAnswer,
  ReservesAnswer,
  SuggestedMentor,
  SuggestionsAnswer,
  Wished,
} from './suggestions-answer.js';
import { timesForBoth } from './times.js';

/** Finds mentors for a mentee and says why. Reads only what the mentee may see, and what must be kept apart. */
export class Suggestions {
  readonly #turns = new Turns();

  constructor(
    private readonly pool: MentorPool,
    private readonly look: HubReader,
    private readonly now: () => Instant,
    private readonly through: () => Position | undefined,
    /** The model that serves; undefined where the rules rank alone. */
    private readonly learned: () => Learned | undefined = () => undefined,
  ) {}

  /** The people to suggest to a mentee; none where their profile is not there. */
  forMentee(person: PersonId, principals: ReadonlySet<Principal>, { weights, mustHaves = [], alike: asked }: Wished): SuggestionsAnswer {
    const own = this.look.row('profile', person);
    const requestsLeft = Math.max(0, OPEN_REQUESTS_LIMIT - openRequestsOf(person, this.look).length);
    const learned = this.learned();
    const like = asked && this.#found(asked.mentor, principals);
    const ranked = {
      ranking: rankingOf(learned),
      weights: withLearned(weights, learned),
      ...(mustHaves.length > 0 && { mustHaves }),
      ...(asked && like && { alike: asked }),
      through: this.through() ?? null,
    };
    const requests = { requestsLeft, requestsLimit: OPEN_REQUESTS_LIMIT };
    if (!own)
      return {
        ranked,
        people: [],
        like: null,
        ...requests,
        missing: ['profile', 'aims', 'availability'],
        mustHaves: { possible: [], inTheWay: [] },
      };
    const mentee = menteeOf(own, this.pool, this.look, this.now());
    const only = asked && like && alike(seekerOf(mentee), like.mentor, asked.but);
    const mentors = this.#mentorsFor(principals, only);
    const people = rank({ ...mentee, mustHaves }, mentors, weights, SUGGESTED_PEOPLE, learned).flatMap((suggestion) => {
      const listed = this.pool.find(suggestion.mentor);
      return listed ? [this.#shown(own, listed.row, suggestion)] : [];
    });
    const opens = (one: MustHave) => isAnyone({ ...mentee, mustHaves: mustHaves.filter((other) => other !== one) }, mentors);
    const inTheWay = people.length === 0 ? mustHaves.filter(opens) : [];
    const named = like && { called: like.row.called, by: likenessOf(seekerOf(mentee), like.mentor) };
    return {
      ranked,
      people,
      like: named ?? null,
      ...requests,
      missing: missingIn(own),
      mustHaves: { possible: possibleFor(mentee), inTheWay },
    };
  }

  /** People kept ready for wherever the mentee moves the sliders. Others are served between the looks through all mentors, of which one is in a turn. */
  async reserves(
    person: PersonId,
    principals: ReadonlySet<Principal>,
    { mustHaves = [], alike: asked }: Narrowed,
  ): Promise<ReservesAnswer> {
    const own = this.look.row('profile', person);
    if (!own) return { people: [], bars: [], learned: 0 };
    const mentee = menteeOf(own, this.pool, this.look, this.now());
    const like = asked && this.#found(asked.mentor, principals);
    const only = asked && like && alike(seekerOf(mentee), like.mentor, asked.but);
    const steps = pickReserves({ ...mentee, mustHaves }, this.#mentorsFor(principals, only), this.learned());
    let step = steps.next();
    for (; !step.done; step = steps.next()) await this.#turns.next();
    const people: ReservesAnswer['people'][number][] = [];
    for (const { compared, remarks, chance } of step.value.people) {
      const listed = this.#found(compared.mentor, principals);
      if (listed) people.push({ ...this.#card(own, listed.row, chance), compared, remarks });
      // A card looks for times in two diaries.
      await this.#turns.next();
    }
    return { ...step.value, people };
  }

  /** In what there are others like a mentor, but better for this mentee; undefined where the mentee may not see the mentor. */
  othersLike(
    person: PersonId,
    mentor: PersonId,
    principals: ReadonlySet<Principal>,
    mustHaves: readonly MustHave[] = [],
  ): OthersAnswer | undefined {
    const own = this.look.row('profile', person);
    const like = this.#found(mentor, principals);
    if (!own || !like) return undefined;
    const mentee = { ...menteeOf(own, this.pool, this.look, this.now()), mustHaves };
    const seeker = seekerOf(mentee);
    const isOne = (but: But) => isAnyone(mentee, this.#mentorsFor(principals, alike(seeker, like.mentor, but)));
    return { but: butsFor(seeker, like.mentor).filter(isOne) };
  }

  /** Why one mentor and this mentee; undefined where the mentee may not see the mentor. */
  whyYouTwo(person: PersonId, mentor: PersonId, principals: ReadonlySet<Principal>, weights: Weights): SuggestedMentor | undefined {
    const own = this.look.row('profile', person);
    const listed = this.#found(mentor, principals);
    if (!own || !listed) return undefined;
    const suggestion = explain(menteeOf(own, this.pool, this.look, this.now()), listed.mentor, weights, this.learned());
    return this.#shown(own, listed.row, suggestion);
  }

  /** What a request would mean for the mentor, in the mentor's words: only while the mentee asks them. */
  forMentor(mentor: PersonId, mentee: PersonId, weights: Weights): readonly Remark[] | undefined {
    const request = this.look.rows('request', { mentor, mentee }).find(({ status }) => status === 'open');
    const [own, listed] = [this.look.row('profile', mentee), this.pool.find(mentor)];
    if (!request || !own || !listed) return undefined;
    // Aims are the mentee's own affair: the mentor hears of those that the request names.
    const told = { ...own, aims: own.aims.filter(({ tag }) => request.aims.includes(tag)) };
    return explain(menteeOf(told, this.pool, this.look, this.now()), listed.mentor, weights).forMentor;
  }

  /** Why these two, and what may not fit; of the mentee's focus areas, those that the request named. Nothing where the mentor offers no more. */
  forBoth(reader: PersonId, { mentor, mentee, aims }: Pick<MentorshipRow, 'mentor' | 'mentee' | 'aims'>): readonly Remark[] {
    const [own, listed] = [this.look.row('profile', mentee), this.pool.find(mentor)];
    if (!own || !listed) return [];
    const told = { ...own, aims: own.aims.filter(({ tag }) => aims.includes(tag)) };
    return whyBoth(menteeOf(told, this.pool, this.look, this.now()), listed.mentor, reader === mentee ? 'mentee' : 'mentor');
  }

  /** A mentor whom these principals may find. */
  #found(mentor: PersonId, principals: ReadonlySet<Principal>) {
    const listed = this.pool.find(mentor);
    return listed && meets(listed.audience, principals) ? listed : undefined;
  }

  /** All mentors, or only some of them, and whether these principals may find one. */
  #mentorsFor(principals: ReadonlySet<Principal>, only?: (mentor: Mentor) => boolean): Mentors {
    const { pool } = this;
    return {
      lookThrough: (seeker, weights, { least, visit }) =>
        pool.index.lookThrough(seeker, weights, { least, visit: only ? (mentor) => only(mentor) && visit(mentor) : visit }),
      mayFind: ({ person }) => meets(pool.find(person)?.audience ?? [], principals),
    };
  }

  #whyNot(row: Pick<MentorRow, 'paused'>): CannotAsk | null {
    const paused = pauseOf(row, ukDay(this.now()));
    return paused && { because: 'paused', until: paused.until };
  }

  #shown(own: ProfileRow, row: MentorRow, suggestion: Suggestion): SuggestedMentor {
    return {
      ...this.#card(own, row, suggestion.chance),
      because: suggestion.because,
      aim: suggestion.aim,
      lead: suggestion.lead,
      place: suggestion.place,
      reasons: suggestion.forMentee,
      score: suggestion.score,
      propensity: 1,
      parts: suggestion.parts,
      adjustments: suggestion.adjustments,
    };
  }

  #card(own: ProfileRow, row: MentorRow, chance: Chance | null): MentorCard {
    const { person, name, called, jobTitle, about, institutions, places, taken } = row;
    return {
      person,
      name,
      called,
      jobTitle,
      about,
      institutions,
      chance: chance && sayChance(chance),
      times: timesForBoth(own.person, person, this.look, this.now()),
      cannotAsk: this.#whyNot(row),
      places,
      placesLeft: Math.max(0, places - taken),
      usualReplyDays: usualReplyDaysOf(row),
      answerDays: answerDaysOf(row.person, this.look),
    };
  }
}

function missingIn({ aims, availability, profile }: ProfileRow): SuggestionsAnswer['missing'] {
  const missing: ('aims' | 'availability' | 'profile')[] = [];
  if (!profile) missing.push('profile');
  if (aims.length === 0) missing.push('aims');
  if (!availability || availability.slots.length === 0) missing.push('availability');
  return missing;
}
