import { streamOf } from '../kernel/brand.js';
import { mentorshipPolicies } from '../policies/mentorships.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { mentorshipCommands } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import { mentorshipEvents } from './mentorship.events.js';

/** The life of one pair: one stream per mentorship. */
export const mentorshipAggregate = aggregate({
  category: 'mentorship',
  commands: mentorshipCommands,
  events: mentorshipEvents,
  decider: mentorship,
  streamOf: (command) => streamOf('mentorship', command.data.mentorship),
  policies: mentorshipPolicies,
  // [R8] The reason of an end is private, and so is whether its author wants another.
  knownTo: (state, id) => (state.kind === 'none' || state.over ? [] : [`mentorship:${id}`]),
});
