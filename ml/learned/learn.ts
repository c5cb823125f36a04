import type { Model } from '../model/model.js';
import { trainModel, type Training } from '../model/train.js';
import { groupsOf } from './chance.js';
import { weightOf } from './evidence.js';
import { isLeftOut, type Lesson } from './lesson.js';
import { heldBack, logitsOf, scoreAt, withoutPeople, type Meaning } from './served.js';
import { verdictOf, type Verdict } from './verdict.js';

/** A model with what its logits mean. */
export interface WithMeaning {
  readonly model: Model;
  readonly meaning: Meaning;
}

export interface LearnedModel extends WithMeaning {
  readonly verdict: Verdict;
  /** Mentorships it was trained with. */
  readonly trainedWith: number;
}

/** Trains with most mentees, and compares on the others with the rules and the serving model, neither of which saw them. Undefined where one side is empty. */
export function learnFrom(lessons: readonly Lesson[], training: Training, serving?: WithMeaning): LearnedModel | undefined {
  const [taught, leftOut] = [lessons.filter((lesson) => !isLeftOut(lesson)), lessons.filter(isLeftOut)];
  if (taught.length === 0 || leftOut.length === 0) return undefined;
  const examples = taught.map(({ mentee, mentor, left, right, outcome }) => ({
    left: { id: mentee, features: left },
    right: { id: mentor, features: right },
    outcome,
  }));
  const model = withoutPeople(trainModel(examples, training).model);
  const logits = saidOf(model, leftOut);
  const meaning: Meaning = {
    weight: weightOf(taught.length),
    logits: spreadOf(logits),
    groups: groupsOf(leftOut.map(({ lasted }, at) => ({ lasted, logit: logits[at] as number }))),
  };
  const asServed = (by: WithMeaning, said: readonly number[]) =>
    leftOut.map(({ rules, breadth }, at) => {
      const score = heldBack(scoreAt(by.meaning.logits, said[at] as number), breadth);
      return (1 - by.meaning.weight) * rules + by.meaning.weight * score;
    });
  const now = asServed({ model, meaning }, logits);
  const before = serving && asServed(serving, saidOf(serving.model, leftOut));
  const compared = leftOut.map(({ mentee, outcome, rules }, at) => ({
    mentee,
    outcome,
    rules,
    model: now[at] as number,
    ...(before && { serving: before[at] as number }),
  }));
  return { model, meaning, verdict: verdictOf(compared, lessons.length), trainedWith: taught.length };
}

function saidOf(model: Model, lessons: readonly Lesson[]): readonly number[] {
  const logits = logitsOf(model);
  return lessons.map(({ left, right }) => logits(left)(right));
}

/** Where logits lie. All the same says nothing of anybody: then none is far from the others. */
function spreadOf(logits: readonly number[]): Meaning['logits'] {
  const mean = logits.reduce((sum, one) => sum + one, 0) / logits.length;
  const square = logits.reduce((sum, one) => sum + (one - mean) ** 2, 0) / logits.length;
  return { mean, sd: Math.max(1e-6, Math.sqrt(square)) };
}
