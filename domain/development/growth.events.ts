import { z } from 'zod';
import { day, meetingId, mentorshipId, personId, reflectionId, tagged } from '../kernel/brand.js';
import { event, line, personal, prose, type EventOf } from '../kernel/catalogue.js';
import { linkedStatements } from '../uk/frameworks/linked.js';

export const SHARED_WITH = ['nobody', 'pair', 'published'] as const;

const credit = z.object({
  person: personId,
  mentorship: mentorshipId,
  meeting: meetingId,
  on: day,
  minutes: z.number().int().min(1).max(480),
  as: z.enum(['mentor', 'mentee']),
});

/** A person's own growth, which moves with them from school to school: one stream per person, `growth-<person>`. */
export const growthEvents = {
  ReflectionWritten: event(
    z.object({
      reflection: reflectionId,
      person: personId,
      mentorship: mentorshipId.nullable(),
      meeting: meetingId.nullable(),
      prompt: tagged(80).nullable(),
      title: personal(line(120), 'person', ''),
      text: personal(prose(8_000), 'person', ''),
      statements: z.array(tagged(40)).max(6),
    }),
  ),
  ReflectionRevised: event(
    z.object({
      reflection: reflectionId,
      person: personId,
      title: personal(line(120), 'person', ''),
      text: personal(prose(8_000), 'person', ''),
    }),
  ),
  /** Which statements of a framework it speaks to now. */
  ReflectionLinked: event(z.object({ reflection: reflectionId, person: personId, statements: linkedStatements })),
  /** `pair` shows it to the other half of the mentorship, `published` to the author's institutions. */
  ReflectionShared: event(
    z.object({ reflection: reflectionId, person: personId, mentorship: mentorshipId.nullable(), with: z.enum(SHARED_WITH) }),
  ),
  SkillRated: event(
    z.object({
      person: personId,
      mentorship: mentorshipId.nullable(),
      tag: tagged(80),
      level: z.number().int().min(1).max(5),
      when: z.enum(['before', 'after']),
    }),
  ),
  /** Minutes really spent, from a meeting that both recorded. 60 minutes are 1 credit; minutes are kept, credits are worked out and rounded down to a quarter. */
  CpdCredited: event(credit),
  /** The minutes of this meeting count no more, until both have recorded it again. */
  CpdWithdrawn: event(credit),
};
export type GrowthEvent = EventOf<typeof growthEvents>;
