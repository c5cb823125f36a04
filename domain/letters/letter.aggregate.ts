import { streamOf } from '../kernel/brand.js';
import { letterPolicies } from '../policies/letters.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { letterCommands } from './letter.commands.js';
import { letter } from './letter.decider.js';
import { letterEvents } from './letter.events.js';

export const letterAggregate = aggregate({
  category: 'letter',
  commands: letterCommands,
  events: letterEvents,
  decider: letter,
  streamOf: (command) => streamOf('letter', command.data.letter),
  policies: letterPolicies,
});
