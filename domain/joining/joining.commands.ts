import { z } from 'zod';
import { personId, position, recordId } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';

const two = { record: personId, other: personId };

/** `record` and `other`: the two, in any order. */
export const joiningCommands = {
  /** `unread`: the one of the two whose mailbox the person cannot read any more, as an administrator of both says. */
  ProposeJoining: z.object({ ...two, unread: personId.optional() }),
  DeclineJoining: z.object(two),
  /** Given by the hub for a person who is signed in as `record`, and has proven the other, as it was `asOf`. `withoutCode`: they were vouched for. */
  JoinRecords: z.object({ ...two, withoutCode: z.literal(true).optional(), asOf: position.optional() }),
  /** `other`: the record that was joined, by its own id. */
  LeaveFurtherAddress: z.object({ record: personId, other: recordId }),
};
export type JoiningCommand = CommandOf<typeof joiningCommands>;
