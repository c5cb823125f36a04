import type { PersonId } from '../kernel/brand.js';

/** In what others are to differ from a mentor whom a mentee looks at: “like Asha, but nearer”. In the order in which the screen offers them. */
export const BUTS = ['phase', 'subject', 'stage', 'other-school', 'nearer', 'could-meet', 'times', 'sooner', 'fewer-requests'] as const;
export type But = (typeof BUTS)[number];

/** Others like a mentor, but different from them in one thing. */
export interface Alike {
  readonly mentor: PersonId;
  readonly but: But;
}

/** What a text such as `nearer:asha` names; undefined where it names nothing of the kind. The address of the screen and of its question are read so. */
export function alikeIn(text: unknown): Alike | undefined {
  if (typeof text !== 'string') return undefined;
  const at = text.indexOf(':');
  const but = BUTS.find((one) => one === text.slice(0, at));
  const mentor = text.slice(at + 1);
  return but && mentor ? { mentor: mentor as PersonId, but } : undefined;
}

/** The text that `alikeIn` reads. */
export const alikeText = ({ mentor, but }: Alike): string => `${but}:${mentor}`;
