import { streamOf } from '../kernel/brand.js';
import { joiningPolicies } from '../policies/joining.policy.js';
import { aggregate } from '../protocol/aggregate.js';
import { joiningCommands } from './joining.commands.js';
import { joining } from './joining.decider.js';
import { joiningEvents } from './joining.events.js';

/** A name for each two ids. Older logs have it too, unless the first has an underscore within: a question left open there is asked again. */
export function nameOfTwo(one: string, another: string): string {
  const [first = '', second = ''] = [one, another].toSorted();
  const plain = `${first}_${second}`;
  // No id begins with an underscore: the first that one may follow divides the name, or the length of the first id does.
  return plain.search(/_(?=[A-Za-z0-9])/) === first.length ? plain : `${plain}~${first.length}`;
}

/** Two records that may be one person's. A stream for each two, whichever is named first. */
export const joiningAggregate = aggregate({
  category: 'joining',
  commands: joiningCommands,
  events: joiningEvents,
  decider: joining,
  streamOf: ({ data: { record, other } }) => streamOf('joining', nameOfTwo(record, other)),
  policies: joiningPolicies,
});
