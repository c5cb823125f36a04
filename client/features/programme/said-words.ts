import type { Question, Said, SaidRow } from '@alongside/projections/views/said.view.js';
import { EXPERTISE_GROUPS } from '@alongside/domain/uk/taxonomy/expertise-groups.data.js';
import { inSentence } from '../../shared/people/say.js';

/** One thing that people said, and how many did. */
export interface SaidLine {
  readonly label: string;
  readonly value: string;
}

const LABELS: readonly (readonly [Exclude<Question, 'about'>, what: string, label: string])[] = [
  ['fit', 'good', 'Said that it is going well'],
  ['skills', 'higher', 'Rated a skill higher after mentoring'],
  ['goals', 'achieved', 'Achieved a goal that has ended'],
];

/** All that was released of a question in some days. */
export function sumOf(rows: readonly Pick<SaidRow, 'of'>[], question: Question): Said {
  const said: Record<string, number> = {};
  let [people, releases] = [0, 0];
  for (const { of } of rows) {
    const one = of[question];
    if (!one) continue;
    people += one.people;
    releases += one.releases;
    for (const [what, count] of Object.entries(one.said)) said[what] = (said[what] ?? 0) + count;
  }
  return { people, releases, said };
}

/** “Nearly all of 12”, “About 7 of 12”, “Hardly any of 12”: each release may be one off at either end. */
export function sayPart(what: string, { people, releases, said }: Said): string {
  const count = said[what] ?? 0;
  const all = people.toLocaleString('en-GB');
  if (count >= people - releases) return `Nearly all of ${all}`;
  return count === 0 ? `Hardly any of ${all}` : `About ${count.toLocaleString('en-GB')} of ${all}`;
}

/** What was released, in the order in which it is shown; nothing of questions that too few have answered. */
export function linesOf(rows: readonly Pick<SaidRow, 'of'>[]): readonly SaidLine[] {
  const about = sumOf(rows, 'about');
  const groups = EXPERTISE_GROUPS.filter(({ id }) => about.said[id] !== undefined).toSorted(
    (a, b) => (about.said[b.id] ?? 0) - (about.said[a.id] ?? 0),
  );
  return [
    ...LABELS.flatMap(([question, what, label]) => {
      const sum = sumOf(rows, question);
      return sum.people > 0 ? [{ label, value: sayPart(what, sum) }] : [];
    }),
    ...groups.map(({ id, name }) => ({ label: `Agreed a goal about ${inSentence(name)}`, value: sayPart(id, about) })),
  ];
}
