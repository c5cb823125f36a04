import { streamOf } from '../kernel/brand.js';
import { caseloadPolicies } from '../policies/requests.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { caseloadCommands } from './caseload.commands.js';
import { caseload } from './caseload.decider.js';
import { caseloadEvents } from './caseload.events.js';

/** A mentor's places and the requests they answer: one stream per mentor. */
export const caseloadAggregate = aggregate({
  category: 'caseload',
  commands: caseloadCommands,
  events: caseloadEvents,
  decider: caseload,
  streamOf: (command) => streamOf('caseload', command.data.mentor),
  policies: caseloadPolicies,
});
