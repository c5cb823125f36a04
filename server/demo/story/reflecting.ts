import { THOUGHTS } from '../thoughts.js';
import type { Stage } from '../stage.js';
import type { Pair } from './pair.js';

interface Words {
  readonly title: string;
  readonly text: string;
}

/** The mentee writes about a meeting in words that nobody else has written. What is published is of one piece; other words stay with the pair. */
export function reflect(stage: Stage, pair: Pair, meeting: string): void {
  const { random, look } = stage;
  const rows = (['nobody', 'pair', 'published'] as const).flatMap((sharedWith) => look.rows('reflection', { sharedWith }));
  const written = new Set(rows.map(({ text }) => text));
  const free = (words: readonly Words[]) => words.filter(({ text }) => !written.has(text));
  const [whole, made] = [free(pair.theme.reflections), free(madeFor(pair))];
  const from = whole.length > 0 ? whole : made;
  if (from.length === 0) return;
  const reflection = stage.id('reflection');
  const person = pair.mentee.id;
  const { mentorship, theme } = pair;
  stage.give(person, 'WriteReflection', {
    person,
    reflection,
    mentorship,
    meeting,
    prompt: null,
    ...random.pick(from),
    statements: theme.statements,
  });
  if (!random.chance(0.45)) return;
  const publishes = from === whole && random.chance(0.5);
  stage.give(person, 'ShareReflection', { person, reflection, with: publishes ? 'published' : 'pair' });
}

/** What happened, by the theme of the pair, and what they think of it. */
const madeFor = ({ theme }: Pair): readonly Words[] =>
  THOUGHTS.flatMap(({ title, text }) => theme.progress.map((happened) => ({ title, text: `${happened}\n\n${text}` })));
