import type { NextFunction, Request, Response } from 'express';

/** A request that changes something carries this header, which no page of another site can send. */
export const OWN_PAGE_HEADER = 'x-alongside';
const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses what another site's page could have made a browser send in a person’s name. The cookie's SameSite is the first guard. */
export function requireOwnPage(request: Request, response: Response, next: NextFunction): void {
  // Whatever the address: routes are found without regard to case, so a guard that looked for `/api/` would let `/API/` through.
  const isOwn = request.headers[OWN_PAGE_HEADER] === '1' && request.headers['sec-fetch-site'] !== 'cross-site';
  if (READING.has(request.method) || isOwn) return next();
  response
    .status(403)
    .json({ code: 'REQUEST.FOREIGN', message: 'That request did not come from a page of this hub. Reload the page and try again.' });
}
