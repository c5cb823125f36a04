import { z } from 'zod';
import { ROLES } from '../institutions/institution.events.js';
import { day, instant, institutionId, personId, position, recordId } from '../kernel/brand.js';
import { event, type EventOf } from '../kernel/catalogue.js';

/** Where a person belonged as two records became one. `from`: the earlier first day. Absent above: nobody, or an older event. */
const belongs = z
  .array(
    z.object({
      institution: institutionId,
      roles: z.array(z.enum(ROLES)),
      from: day.optional(),
      lineManager: personId.optional(),
      inductionTutor: personId.optional(),
    }),
  )
  .max(100);

/**
 * The record whose mailbox is not read, by its own id: joined with a third, it is not vouched for. `from`: when the other joins it without
 * a code.
 */
const unread = z.object({ record: recordId, from: instant });

/** That two records are one person's, `joining-<record>_<record>`. `kept` is the older one. */
export const joiningEvents = {
  JoiningProposed: event(z.object({ kept: personId, joined: personId, by: personId, unread: unread.optional() })),
  /** They are two people, or want to stay apart. `askedBy`: who proposed it. */
  JoiningDeclined: event(z.object({ kept: personId, joined: personId, by: personId, askedBy: personId })),
  /** All of `joined` is the person's, what came before too. `belongs`: the institutions of both: read as one, a leaver's record loses them. */
  RecordsJoined: event(
    z.object({
      person: personId,
      joined: recordId,
      belongs,
      /** How far the log was read when the person proved both; absent in older events: up to this one. */
      asOf: position.optional(),
      /** Who had asked whether the two are one person's; absent where nobody had, and in older events. */
      askedBy: personId.optional(),
    }),
  ),
  /** The person signs in with the address of the joined record no more. */
  FurtherAddressLeft: event(z.object({ person: personId, joined: recordId })),
};
export type JoiningEvent = EventOf<typeof joiningEvents>;
