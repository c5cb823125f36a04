import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { actorOf, concernsOf, gather } from '@alongside/projections/facts/index.js';
import { addressChangedAt } from '../joining/further-addresses.js';
import type { Rules } from './rules.js';

/** The rules of the hub: every aggregate of the registry, with facts from the views. */
export const hubRules: Rules = {
  aggregateOf,
  gather,
  concernsOf,
  actorOf,
  addressChangedAt,
  isErased: (person, look) => look.row('person', person)?.erased ?? false,
};
