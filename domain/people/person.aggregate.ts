import { streamOf } from '../kernel/brand.js';
import { personPolicies } from '../policies/people.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { personCommands } from './person.commands.js';
import { addressIn, person } from './person.decider.js';
import { personEvents } from './person.events.js';

/** A person's profile, wishes and consents: one stream per person. */
export const personAggregate = aggregate({
  category: 'person',
  commands: personCommands,
  events: personEvents,
  decider: person,
  streamOf: (command) => streamOf('person', command.data.person),
  policies: personPolicies,
  knownTo: ({ kind }, id) => (kind === 'erased' ? [] : [`person:${id}`]),
  addressIn,
});
