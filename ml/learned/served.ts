import type { Mentor } from '../features/candidate.js';
import { sigmoid } from '../model/base/newton.js';
import type { Model } from '../model/model.js';
import { Scorer } from '../model/serve.js';
import type { Features } from '../model/records/record.js';
import { eachOf, USUAL } from '../ranking/breadth.js';
import type { Learned, LearnedOfPair } from '../ranking/learned.js';
import { UNKNOWN } from '../ranking/part.js';
import type { Seeker } from '../ranking/seeker.js';
import { chanceAt, type ChanceGroup } from './chance.js';
import { menteeRecord, mentorRecord } from './records.js';

/** What is kept of a model beside its weights: what its logits mean on this hub. */
export interface Meaning {
  /** Its share of the whole. */
  readonly weight: number;
  /** Logits of mentorships of left-out mentees. */
  readonly logits: { readonly mean: number; readonly sd: number };
  readonly groups: readonly ChanceGroup[];
}

/** A logistic curve of this slope is close to the normal distribution: two thirds of all pairs score between 0.15 and 0.85. */
const SLOPE = 1.702;

/** A logit as a score from 0 to 1, 0.5 for a pair as mentorships usually are. */
export const scoreAt = ({ mean, sd }: Meaning['logits'], logit: number): number => sigmoid((SLOPE * (logit - mean)) / sd);

/** How much of what speaks for a mentor is left, by how much they tick: 1 up to what is usual. */
export const breadthOf = (mentor: Pick<Mentor, 'expertise' | 'phases' | 'subjects' | 'settings' | 'helps'>): number =>
  Math.min(
    eachOf(mentor.expertise.length, USUAL.expertise),
    eachOf(mentor.phases.length, USUAL.phase),
    eachOf(mentor.subjects.length, USUAL.subject),
    eachOf(mentor.settings.length, USUAL.setting),
    eachOf(mentor.helps.length, USUAL.stage),
  );

/** What speaks for a mentor who ticks a great many things says less of this mentee; what speaks against them says as much. */
export const heldBack = (score: number, breadth: number): number => (score > UNKNOWN ? UNKNOWN + (score - UNKNOWN) * breadth : score);

/** Effects of single people help to learn, and are not kept: nobody ranks low for how their own mentorships went. */
export const withoutPeople = (model: Model): Model => ({ ...model, people: [], peopleEffects: new Float32Array() });

/** The logits of a model for two records. */
export function logitsOf(model: Model): (left: Features) => (right: Features) => number {
  const scorer = new Scorer(model);
  return (left) => {
    const ready = scorer.left({ features: left });
    return (right) => scorer.logit(ready, scorer.right({ id: '', features: right }));
  };
}

/** A model as ranking asks it. */
export function servedBy(id: string, model: Model, meaning: Meaning): Learned {
  const logits = logitsOf(model);
  return {
    id,
    weight: meaning.weight,
    forMentee: (seeker: Seeker) => {
      const logitWith = logits(menteeRecord(seeker));
      return (mentor: Mentor): LearnedOfPair => {
        const logit = logitWith(mentorRecord(seeker, mentor));
        return { score: heldBack(scoreAt(meaning.logits, logit), breadthOf(mentor)), chance: chanceAt(meaning.groups, logit) };
      };
    },
  };
}
