import { streamOf } from '../kernel/brand.js';
import { addressPolicies } from '../policies/addresses.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { addressCommands } from './address.commands.js';
import { address } from './address.decider.js';
import { addressEvents } from './address.events.js';

export const addressAggregate = aggregate({
  category: 'address',
  commands: addressCommands,
  events: addressEvents,
  decider: address,
  streamOf: (command) => streamOf('address', command.data.address),
  policies: addressPolicies,
});
