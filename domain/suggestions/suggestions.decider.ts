import type { Day } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ok } from '../kernel/result.js';
import type { SuggestionsCommand } from './suggestions.commands.js';
import type { SuggestionsEvent } from './suggestions.events.js';

/** More lists than a person reads in a day: a slider that is moved for an hour fills no log. */
export const LISTS_LIMIT_A_DAY = 40;

/** The lists of one day, by who was in which place under which ranking. */
interface Shown {
  readonly on: Day | null;
  readonly lists: readonly Digest[];
}

/** What makes a list another one: who stands where, and by what. That the log went on does not. */
const listIn = ({ ranking, weights, mustHaves, alike, shown }: SuggestionsCommand['data']): Digest =>
  digestOf({ ranking, weights, ...(mustHaves && { mustHaves }), ...(alike && { alike }), shown: shown.map(({ mentor }) => mentor) });

/** A list that was shown is noted once a day. */
export const suggestions: Decider<Shown, SuggestionsCommand, SuggestionsEvent, never> = {
  initial: { on: null, lists: [] },
  decide({ on, data }, state) {
    const today = state.on === on ? state.lists : [];
    const isKnown = today.includes(listIn(data)) || today.length >= LISTS_LIMIT_A_DAY;
    return ok(isKnown ? [] : [{ type: 'SuggestionsShown', data: { ...data, on } }]);
  },
  evolve: ({ on, lists }, { data }) => ({ on: data.on, lists: [...(on === data.on ? lists : []), listIn(data)] }),
};
