import type { Planted } from './simulate.testing.js';

/** A fault of the replica or the hub, and the rule of `docs/spec/replica.md` that it breaks. */
export interface Fault {
  readonly rule: string;
  readonly name: string;
  readonly planted: Planted;
  /** The first of the seeds that are tried: one at which it was found, so that looking takes little time. */
  readonly from: number;
}

/** Tabs that ask less by themselves, as when the rare seeds below were found: what more they ask heals what is to be found. */
const AS_BEFORE = { asksAgain: () => false, hearsTheLast: () => false };

/** What once went unnoticed by every other test. Each run of the simulation with one of these must end in something broken, sooner or later. */
export const FAULTS: readonly Fault[] = [
  { rule: 'RP1', name: 'a row older than the one held is applied', from: 62, planted: { rules: { changeIsOvertaken: () => false } } },
  { rule: 'RP2', name: 'an answer about ids overwrites newer rows', from: 4, planted: { rules: { answerIsOvertaken: () => false } } },
  { rule: 'RP4', name: 'a list loses its second page', from: 1, planted: { rules: { hasNextPage: () => false } } },
  { rule: 'RP25', name: 'a row beyond what was read of a list joins it', from: 324, planted: { rules: { isReached: () => true } } },
  {
    rule: 'RP26',
    name: 'a row that nothing kept in step is believed',
    from: 45,
    planted: { rules: { isKept: () => true, goesWithAList: () => true } },
  },
  { rule: 'RP6', name: 'a read that was overtaken is accepted', from: 552, planted: { rules: { meetsTheLine: () => true, ...AS_BEFORE } } },
  {
    rule: 'RP8',
    name: 'resuming asks from what was last heard, though an older read is not covered',
    from: 20,
    planted: { rules: { resumesAfter: (through) => through } },
  },
  {
    rule: 'RP9',
    name: 'the first part of what was missed claims to be all of it',
    from: 1216,
    planted: { claimsTooMuch: true, rules: AS_BEFORE },
  },
  { rule: 'RP10', name: 'a reset does not read again', from: 1, planted: { rules: { readsAfresh: () => false } } },
  {
    rule: 'RP13',
    name: 'an answer asked for before another person signed in is applied',
    from: 3,
    planted: { rules: { isForTheSamePerson: () => true } },
  },
  { rule: 'RP15', name: 'an overtaken answer of the session is applied', from: 2, planted: { rules: { isLatestAnswer: () => true } } },
  {
    rule: 'RP21',
    name: 'roles stay as they were when the hub said who is signed in',
    from: 12,
    planted: { rules: { saysRights: () => false } },
  },
  { rule: 'RP17', name: 'the outbox sends out of order', from: 1, planted: { rules: { nextToSend: (queue) => queue.at(-1) } } },
];
