import { streamOf } from '../kernel/brand.js';
import { messagePolicies } from '../policies/messages.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { messageCommands } from './message.commands.js';
import { message } from './message.decider.js';
import { messageEvents } from './message.events.js';

/** Messages outside a pair. A stream for each, and one for each coordinator with the help that they marked as done. */
export const messageAggregate = aggregate({
  category: 'message',
  commands: messageCommands,
  events: messageEvents,
  decider: message,
  streamOf: ({ data }) => streamOf('message', 'message' in data ? data.message : `help_${data.coordinator}`),
  policies: messagePolicies,
  knownTo: (state) => (state.kind === 'none' ? [] : [`person:${state.from}`, `person:${state.to}`]),
});
