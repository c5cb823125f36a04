import { streamOf } from '../kernel/brand.js';
import { sessionsPolicies, signInPolicies } from '../policies/identity.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { sessionsCommands, signInCommands } from './identity.commands.js';
import { sessionsEvents, signInEvents } from './identity.events.js';
import { sessions } from './sessions.decider.js';
import { signIn } from './sign-in.decider.js';

export const signInAggregate = aggregate({
  category: 'signin',
  commands: signInCommands,
  events: signInEvents,
  decider: signIn,
  streamOf: (command) => streamOf('signin', command.data.address),
  policies: signInPolicies,
});

export const sessionsAggregate = aggregate({
  category: 'sessions',
  commands: sessionsCommands,
  events: sessionsEvents,
  decider: sessions,
  streamOf: (command) => streamOf('sessions', command.data.person),
  policies: sessionsPolicies,
});
