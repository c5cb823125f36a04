import { z } from 'zod';
import { day, personId, tagged } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';
import { BUTS } from './alike.js';
import { MUST_HAVES } from './must-haves.js';

/** How many people one list may hold. */
export const SHOWN_LIMIT_PEOPLE = 12;
const share = z.number().min(0).max(1);

/** One mentor of a list: their place is the place in it. */
const shown = z.object({
  mentor: personId,
  /** 0 to 1, as the list was ordered by it. */
  score: share,
  /** How likely this ranking was to show this mentor here: 1 where nothing is left to chance. Learning corrects for what was shown by it. */
  propensity: share,
});

/** A list as it was shown, with all that reproduces it from the log: ids and numbers alone. */
export const list = z.object({
  person: personId,
  /** The version of the rules or of the model that ranked. */
  ranking: tagged(40),
  /** What counted how much, by part; together 1. */
  weights: z.record(tagged(40), share),
  /** What the mentee insisted on; absent where on nothing. */
  mustHaves: z.array(z.enum(MUST_HAVES)).min(1).max(MUST_HAVES.length).optional(),
  /** Whom they looked at, and wished for others like, but different in one thing; absent where for nobody in particular. */
  alike: z.object({ mentor: personId, but: z.enum(BUTS) }).optional(),
  /** How far in the log the hub had read. */
  through: tagged(80),
  shown: z
    .array(shown)
    .min(1)
    .max(SHOWN_LIMIT_PEOPLE)
    .refine((people) => new Set(people.map(({ mentor }) => mentor)).size === people.length, { error: 'A list names each person once.' }),
});

/** Who was suggested to whom: one stream for each mentee, `suggestions-<person>`. */
export const suggestionsEvents = {
  /** The list was on the person’s screen. No mentor is told (R5). */
  SuggestionsShown: event(list.extend({ on: day })),
};
export type SuggestionsEvent = EventOf<typeof suggestionsEvents>;
