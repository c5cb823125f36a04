import { streamOf } from '../kernel/brand.js';
import { joiningPolicies } from '../policies/joining.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { joiningCommands } from './joining.commands.js';
import { joining } from './joining.decider.js';
import { joiningEvents } from './joining.events.js';

/** Two records that may be one person's. A stream for each two, whichever is named first. */
export const joiningAggregate = aggregate({
  category: 'joining',
  commands: joiningCommands,
  events: joiningEvents,
  decider: joining,
  streamOf: ({ data: { record, other } }) => streamOf('joining', [record, other].toSorted().join('_')),
  policies: joiningPolicies,
});
