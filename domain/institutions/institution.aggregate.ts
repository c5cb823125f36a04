import { streamOf } from '../kernel/brand.js';
import { institutionPolicies } from '../policies/institutions.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { institutionCommands } from './institution.commands.js';
import { institution } from './institution.decider.js';
import { institutionEvents } from './institution.events.js';

/** A school, trust, college or hub: one stream each. */
export const institutionAggregate = aggregate({
  category: 'institution',
  commands: institutionCommands,
  events: institutionEvents,
  decider: institution,
  streamOf: (command) => streamOf('institution', command.data.institution),
  policies: institutionPolicies,
});
