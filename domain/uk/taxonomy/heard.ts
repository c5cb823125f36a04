import { understand } from './understand.js';

/** `understand` reads so much of a question, and half of it holds any name: what one stretch cuts in two stands whole in the next. */
const [STRETCH_WORDS, STEP_WORDS] = [12, 6];
/** A word that names more than these, as SEND does, names none of them: which is meant is for the writer to say. */
const NAMED_LIMIT_AREAS = 4;

/** The areas of expertise that a text names, by name or as teachers call them, in the order of the text. */
export function areasHeardIn(text: string): readonly string[] {
  const heard = new Set<string>();
  for (const clause of text.split(/[.!?;:,()\n]+/)) {
    const words = clause.split(/\s+/).filter(Boolean);
    for (let from = 0; from < words.length; from += STEP_WORDS)
      for (const { named } of understand(words.slice(from, from + STRETCH_WORDS).join(' ')).understood) {
        const areas = named.expertise ?? [];
        if (areas.length <= NAMED_LIMIT_AREAS) for (const area of areas) heard.add(area);
      }
  }
  return [...heard];
}
