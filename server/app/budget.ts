import type { NextFunction, Request, Response } from 'express';
import { Recent } from '../commands/recent.js';
import { networkOf } from '../identity/attempts.js';
import { senderOf } from './signed-in.js';

/** The units one person may use of one process a minute, and save up. Reading a view is one unit: far above what a person can click. */
export const BUDGET_UNITS_PER_MINUTE = 6_000;
/** How many people and networks are counted at once; who was heard least lately is forgotten first. */
const CALLERS_LIMIT = 50_000;
const MINUTE_MS = 60_000;
const TOO_MANY_REQUESTS = 429;

/** Reading a file, in a process of its own. */
const FILE_COST_UNITS = 200;

/** What costs more than a unit, by the beginning of its address: what is worked out anew for each request. */
const COSTS: readonly (readonly [method: string, path: string | RegExp, units: number])[] = [
  // With what its columns hold a file is read again.
  ['POST', /^\/api\/imports\/[^/]*\/columns/, FILE_COST_UNITS],
  // Confirming a file, which is at hand already.
  ['POST', '/api/imports/', 1],
  ['POST', '/api/imports', FILE_COST_UNITS],
  ['GET', '/api/certificates/', 40],
  ['GET', '/api/my-record.json', 40],
  ['GET', '/api/suggestions', 20],
  // Looks at all mentors for each end of each slider.
  ['GET', '/api/reserves', 100],
  ['GET', '/api/learning/followed', 40],
  ['GET', '/api/mentees', 20],
  ['GET', '/api/verify/', 20],
  ['GET', '/api/outbox', 20],
  ['POST', '/api/sign-in', 20],
  ['GET', '/api/directory', 10],
  ['GET', '/api/history/', 10],
  ['GET', '/api/requests/', 10],
  ['GET', '/api/mentorships/', 10],
  ['POST', '/api/commands', 5],
];

/** Units that a request costs. */
export function costOf(method: string, path: string): number {
  // Routes are found without regard to case, and a HEAD is worked out like a GET.
  const [asked, where] = [method === 'HEAD' ? 'GET' : method, path.toLowerCase()];
  const isAt = (start: string | RegExp) => (typeof start === 'string' ? where.startsWith(start) : start.test(where));
  return COSTS.find(([one, start]) => one === asked && isAt(start))?.[2] ?? 1;
}

/** What each caller has left; it fills again with time. */
export class Budgets {
  readonly #left = new Recent<string, { readonly units: number; readonly atMs: number }>(CALLERS_LIMIT);

  constructor(
    private readonly unitsPerMinute: number,
    private readonly nowMs: () => number,
  ) {}

  /** Takes units; answers 0, or after how many milliseconds there are enough of them, and takes none. */
  take(caller: string, units: number): number {
    const now = this.nowMs();
    const before = this.#left.get(caller) ?? { units: this.unitsPerMinute, atMs: now };
    const saved = Math.min(this.unitsPerMinute, before.units + ((now - before.atMs) * this.unitsPerMinute) / MINUTE_MS);
    const enough = saved >= units;
    this.#left.set(caller, { units: enough ? saved - units : saved, atMs: now });
    return enough ? 0 : Math.ceil(((units - saved) * MINUTE_MS) / this.unitsPerMinute);
  }
}

/**
 * Asks a client that sends very much to wait, so that one person, or one runaway script, does not slow the hub for everybody. Strangers are
 * counted by network.
 */
export function keepToBudget(budgets = new Budgets(BUDGET_UNITS_PER_MINUTE, () => performance.now())) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const person = senderOf(request);
    const caller = person ? `person ${person}` : `network ${networkOf(request.ip)}`;
    const waitMs = budgets.take(caller, costOf(request.method, request.path));
    if (waitMs === 0) return next();
    response.setHeader('Retry-After', String(Math.ceil(waitMs / 1_000)));
    response
      .status(TOO_MANY_REQUESTS)
      .json({ code: 'REQUEST.TOO_OFTEN', message: 'You have made too many requests. Wait a moment and try again.' });
  };
}
