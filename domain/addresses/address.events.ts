import { z } from 'zod';
import { digest } from '../identity/identity.events.js';
import { commandId, instant, personId } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';

/** Which claim of an address: whose, for which command, and until when that command may leave its event. No two claims are alike in all of it. */
export const claim = { address: digest, person: personId, command: commandId, until: instant };

/** Whose one email address is: one stream per keyed hash of it, `address-<hash>`. The address itself is never here. */
export const addressEvents = {
  AddressClaimed: event(z.object(claim)),
  AddressReleased: event(z.object({ address: digest, person: personId })),
};
export type AddressEvent = EventOf<typeof addressEvents>;
