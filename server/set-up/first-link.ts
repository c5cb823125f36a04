import type { HubParts } from '../app/hub.js';
import { hubAdministrators } from './administrators.js';

/** The way in for the first administrator: a token to be said, or why there is none; undefined where there is an administrator. */
export type FirstLink =
  | { readonly token: string }
  | {
      /** `damaged`: the log is; `unknown`: it could not be checked. */
      readonly none: 'damaged' | 'unknown';
    };

type From = Pick<HubParts, 'log' | 'joins' | 'logCheck' | 'setUpLink'>;

/**
 * A link for the first administrator, once the log was found sound: that there is none may be what was altered or cut. Settles when the check
 * is done.
 */
export async function firstLink(hub: From): Promise<FirstLink | undefined> {
  if ((await hubAdministrators(hub)).length > 0) return undefined;
  await hub.logCheck.now();
  const { state } = hub.logCheck.condition;
  // Any other state is that of a hub that is stopping.
  if (state !== 'sound') return state === 'damaged' || state === 'unknown' ? { none: state } : undefined;
  // The check takes a while: at the terminal there may be one by now.
  return (await hubAdministrators(hub)).length > 0 ? undefined : { token: hub.setUpLink.issue() };
}
