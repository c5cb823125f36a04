import { streamOf } from '../kernel/brand.js';
import { credentialPolicies } from '../policies/recognition.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { credentialCommands } from './credential.commands.js';
import { credential } from './credential.decider.js';
import { credentialEvents } from './credential.events.js';

/** Certificates: one stream each, `credential-<credential>`. */
export const credentialAggregate = aggregate({
  category: 'credential',
  commands: credentialCommands,
  events: credentialEvents,
  decider: credential,
  streamOf: (command) => streamOf('credential', command.data.credential),
  policies: credentialPolicies,
});
