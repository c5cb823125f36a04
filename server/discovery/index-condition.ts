import type { AwayWhy } from '@alongside/search/index-away.js';
import { Problem } from '../app/problem.js';

/** How the index stands. `served`: what was there before is asked. `disk`: the own index could not be made. Times are ISO 8601, UTC. */
export type IndexCondition =
  | { readonly state: 'ready' }
  | { readonly state: 'filling'; readonly done: number; readonly of: number; readonly served: boolean }
  | { readonly state: 'behind'; readonly why: AwayWhy | 'disk'; readonly since: string; readonly served?: true };

export const isServed = (condition: IndexCondition): boolean => condition.state === 'ready' || condition.served === true;

/** The answer to a search while the index cannot be asked. */
export const notSearched = ({ state }: IndexCondition): Problem =>
  state === 'filling'
    ? new Problem(503, 'DIRECTORY.FILLING', 'We are getting the directory ready. Try again in a few minutes. Everything else works.')
    : new Problem(503, 'DIRECTORY.AWAY', 'We cannot search the directory right now. Try again in a few minutes. Everything else works.');
