import { z } from 'zod';
import { personId, position, recordId } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';

const two = { record: personId, other: personId };

/** `record` and `other`: the two, in any order. */
export const joiningCommands = {
  ProposeJoining: z.object(two),
  DeclineJoining: z.object(two),
  /** Given by the hub for a person who is signed in as one of the two, and has proven the address of the other, as it was `asOf`. */
  JoinRecords: z.object({ ...two, asOf: position.optional() }),
  /** `other`: the record that was joined, by its own id. */
  LeaveFurtherAddress: z.object({ record: personId, other: recordId }),
};
export type JoiningCommand = CommandOf<typeof joiningCommands>;
