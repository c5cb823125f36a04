import { RULES } from '../../client/replica/rules.js';
import type { Planted } from './simulate.testing.js';

/** A fault of the replica or the hub, and the rule of `docs/spec/replica.md` that it breaks. */
export interface Fault {
  readonly rule: string;
  readonly name: string;
  readonly planted: Planted;
}

/** What once went unnoticed by every other test. Each run of the simulation with one of these must end in something broken, sooner or later. */
export const FAULTS: readonly Fault[] = [
  { rule: 'RP1', name: 'a row older than the one held is applied', planted: { rules: { changeIsOvertaken: () => false } } },
  { rule: 'RP2', name: 'an answer about ids overwrites newer rows', planted: { rules: { answerIsOvertaken: () => false } } },
  { rule: 'RP4', name: 'a list loses its second page', planted: { rules: { hasNextPage: () => false } } },
  { rule: 'RP6', name: 'a read that was overtaken is accepted', planted: { rules: { meetsTheLine: () => true } } },
  {
    rule: 'RP8',
    name: 'resuming asks from what was last heard, though an older read is not covered',
    planted: { rules: { resumesAfter: (through) => through } },
  },
  { rule: 'RP9', name: 'the first part of what was missed claims to be all of it', planted: { claimsTooMuch: true } },
  { rule: 'RP10', name: 'a reset does not read again', planted: { rules: { readsAfresh: () => false } } },
  {
    rule: 'RP13',
    name: 'an answer asked for before another person signed in is applied',
    planted: { rules: { isForTheSamePerson: () => true } },
  },
  { rule: 'RP15', name: 'an overtaken answer of the session is applied', planted: { rules: { isLatestAnswer: () => true } } },
  { rule: 'RP17', name: 'the outbox sends out of order', planted: { rules: { nextToSend: (queue) => queue.at(-1) } } },
];

/** Shown where a fault is planted that would break nothing. */
export const isPlanted = ({ planted }: Fault): boolean =>
  planted.claimsTooMuch === true || Object.keys(planted.rules ?? {}).some((rule) => rule in RULES);
