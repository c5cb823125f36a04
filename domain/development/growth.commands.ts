import { z } from 'zod';
import { day, meetingId, mentorshipId, personId, reflectionId } from '../kernel/brand.js';
import { line, prose, type CommandOf } from '../kernel/catalogue.js';
import { linkedStatements } from '../uk/frameworks/linked.js';
import { entryId } from '../uk/taxonomy/entry-id.js';
import { SHARED_WITH } from './growth.events.js';

const reflection = z.object({ person: personId, reflection: reflectionId });
const title = line(120, 'The title');
const text = prose(8_000, 'Your reflection').min(1, { error: 'Enter a reflection.' });

const credit = z.object({
  person: personId,
  mentorship: mentorshipId,
  meeting: meetingId,
  on: day,
  minutes: z.number().int().min(1).max(480),
  as: z.enum(['mentor', 'mentee']),
});

export const growthCommands = {
  WriteReflection: reflection.extend({
    mentorship: mentorshipId.nullable(),
    meeting: meetingId.nullable(),
    prompt: entryId.nullable(),
    title,
    text,
    statements: linkedStatements,
  }),
  ReviseReflection: reflection.extend({ title, text }),
  /** Chooses anew which statements it speaks to; an empty list removes them. */
  LinkReflection: reflection.extend({ statements: linkedStatements }),
  ShareReflection: reflection.extend({ with: z.enum(SHARED_WITH) }),
  RateSkill: z.object({
    person: personId,
    mentorship: mentorshipId.nullable(),
    tag: entryId,
    level: z.number().int().min(1).max(5),
    when: z.enum(['before', 'after']),
  }),
  /** Given by the reactor that follows a meeting which both recorded. */
  CreditCpd: credit,
  /** Given by the reactor that follows a record that was set aside. */
  WithdrawCpd: credit,
};
export type GrowthCommand = CommandOf<typeof growthCommands>;
