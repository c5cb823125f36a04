import { z } from 'zod';
import type { CommandOf } from '../kernel/catalogue.js';
import { claim } from './address.events.js';

/** Given by the hub alone. A release names the whole claim, so that it never ends a later one. */
export const addressCommands = {
  ClaimAddress: z.object(claim),
  ReleaseAddress: z.object(claim),
};
export type AddressCommand = CommandOf<typeof addressCommands>;
