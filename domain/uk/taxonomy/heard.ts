import { understand } from './understand.js';

/** How much of one clause is read. */
const CLAUSE_LIMIT_WORDS = 400;
/** A word that names more than these, as SEND does, names none of them: which is meant is for the writer to say. */
const NAMED_LIMIT_AREAS = 4;

/** The areas of expertise that a text names, by name or as teachers call them, in the order of the text. */
export function areasHeardIn(text: string): readonly string[] {
  const heard = new Set<string>();
  for (const clause of text.split(/[.!?;:,()\n]+/))
    for (const { named } of understand(clause, CLAUSE_LIMIT_WORDS).understood) {
      const areas = named.expertise ?? [];
      if (areas.length <= NAMED_LIMIT_AREAS) for (const area of areas) heard.add(area);
    }
  return [...heard];
}
