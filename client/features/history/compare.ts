import { sayDate } from '../../ui/index.js';
import type { ProgrammeFigures } from '../../shared/programme/figures.js';
import type { EarlierDay, PastDayAnswer, TimelineAnswer } from '../../shared/programme/history-answers.js';

/** What a day is compared with. */
export type Against = 'week' | EarlierDay['kind'];
export const AGAINST: readonly Against[] = ['week', 'half-term', 'term', 'year'];

const WORDS: Readonly<Record<Against, string>> = {
  week: 'a week before',
  'half-term': 'the end of the half term before',
  term: 'the end of the term before',
  year: 'the same day a year before',
};
/** “than at the end of the term before”. */
const THAN: Readonly<Record<Against, string>> = {
  ...WORDS,
  'half-term': `at ${WORDS['half-term']}`,
  term: `at ${WORDS.term}`,
  year: 'on the same day a year before',
};

/** An earlier day beside the one that is shown. */
export interface Compared {
  readonly figures: ProgrammeFigures | null;
  /** “A week before”, “16 October 2026”. */
  readonly title: string;
  /** What follows “more than”. */
  readonly than: string;
}

export function comparedWith(against: Against, at: Pick<PastDayAnswer, 'before'> & { readonly earlier: readonly EarlierDay[] }): Compared {
  const found = at.earlier.find(({ kind }) => kind === against);
  return found
    ? { figures: found.figures, title: sayDate(found.day), than: THAN[found.kind] }
    : { figures: at.before, title: 'A week before', than: THAN.week };
}

/** What may be chosen: a week before always, the others as far as terms and history go, each with its date. */
export const choicesOf = (earlier: readonly EarlierDay[]): readonly { readonly value: Against; readonly label: string }[] =>
  AGAINST.flatMap((value): readonly { readonly value: Against; readonly label: string }[] => {
    const found = earlier.find(({ kind }) => kind === value);
    const label = WORDS[value].replace(/^./, (first) => first.toUpperCase());
    return value === 'week' ? [{ value, label }] : found ? [{ value, label: `${label}, ${sayDate(found.day)}` }] : [];
  });

/** Why a day is not among the choices; nothing where all are. */
export function sayMissing(earlier: readonly EarlierDay[], { from, terms }: Pick<TimelineAnswer, 'from' | 'terms'>): string {
  const has = (kind: EarlierDay['kind']) => earlier.some((one) => one.kind === kind);
  return [
    ...(has('term')
      ? []
      : [terms.length > 0 ? 'No term had ended yet.' : 'No term dates are set here, so we cannot compare with the end of a term.']),
    ...(has('year') ? [] : [`History here begins on ${sayDate(from)}, so there is no year before to compare with yet.`]),
  ].join(' ');
}
