import type { ViewRows } from '../../replica/index.js';
import { dayAfter, dayOf, together } from '../../ui/words.js';
import { areaInSentence } from '../../shared/people/say.js';
import type { MatchAnswer } from './match-answer.js';

export type Terms = NonNullable<NonNullable<ViewRows['mentorship']['proposed']>['terms']>;
/** As it stands in the form: every field a string. */
export type Typed = {
  readonly [Field in keyof Terms]: Terms[Field] extends number ? string : Terms[Field] extends string ? Terms[Field] : never;
};

const REVIEW_AFTER_DAYS = 12 * 7;
const USUAL_MINUTES = 45;
const CONFIDENCE = 'What we say stays between us, unless there is a risk of harm.';

/** What an agreement starts from: what holds already; else what the two have said of themselves, and what the mentee asked for. */
export function draftTerms(
  terms: Terms | undefined,
  match: Pick<MatchAnswer, 'ways' | 'reviewOn'> | undefined,
  aims: readonly string[],
  today = dayOf(),
): Typed {
  const ways = match?.ways;
  const review = terms && terms.reviewOn > today ? terms.reviewOn : (match?.reviewOn ?? dayAfter(today, REVIEW_AFTER_DAYS));
  return {
    purpose: terms?.purpose ?? draftPurpose(aims),
    frequency: terms?.frequency ?? ways?.frequency ?? 'fortnightly',
    minutes: String(terms?.minutes ?? ways?.minutes ?? USUAL_MINUTES),
    format: terms?.format ?? ways?.format ?? 'either',
    confidentiality: terms?.confidentiality ?? CONFIDENCE,
    // Days are branded; what the form shows was made from one.
    reviewOn: review as Terms['reviewOn'],
  };
}

/** “To work on classroom routines and behaviour.” Nothing where the request named nothing. */
const draftPurpose = (aims: readonly string[]): string => (aims.length ? `To work on ${together(aims.map(areaInSentence))}.` : '');
