import { z } from 'zod';
import { personId, type PersonId } from '../kernel/brand.js';
import type { EventShape } from '../kernel/catalogue.js';

/** What a person is in a mentorship and its meetings. */
export const PARTS = ['mentor', 'mentee'] as const;
export type Part = (typeof PARTS)[number];

export interface Participant {
  readonly person: PersonId;
  readonly as: Part;
}
/** Everyone who takes part, each once. */
export type Participants = readonly Participant[];

/** How many people take part in one mentorship or meeting. */
export const PARTICIPANTS_LIMIT_PEOPLE = 40;

const participant = z.object({ person: personId, as: z.enum(PARTS) });
export const participants = z.array(participant).min(2).max(PARTICIPANTS_LIMIT_PEOPLE).readonly();

/** A mentor and a mentee. */
export interface TheTwo {
  readonly mentor: PersonId;
  readonly mentee: PersonId;
}

/** The participants of a pair. */
export const asParticipants = ({ mentor, mentee }: TheTwo): Participant[] => [
  { person: mentor, as: 'mentor' },
  { person: mentee, as: 'mentee' },
];

/** The mentor and the mentee of a pair. Throws for anything else: a group is asked for its participants instead. */
export function theTwo({ participants: all }: { readonly participants: Participants }): TheTwo {
  const [mentor, mentee] = PARTS.map((part) => peopleAs(all, part)[0]);
  if (mentor === undefined || mentee === undefined || all.length > 2) throw new Error('A pair has one mentor and one mentee.');
  return { mentor, mentee };
}

/** Those who take part as mentors, or as mentees. */
export const peopleAs = (all: Participants, part: Part): readonly PersonId[] =>
  all.flatMap(({ person, as }) => (as === part ? [person] : []));

/** Whether a person takes part. */
export const takesPart = (all: Participants, person: PersonId): boolean => all.some((one) => one.person === person);

/** The others of those who take part. */
export const othersThan = (all: Participants, person: PersonId): readonly PersonId[] =>
  all.flatMap((one) => (one.person === person ? [] : [one.person]));

/** The other of a pair. Throws where there is not exactly one. */
export function otherThan(all: Participants, person: PersonId): PersonId {
  const [other, ...more] = othersThan(all, person);
  if (other === undefined || more.length > 0) throw new Error('Only a pair has one other.');
  return other;
}

/** An event about those who take part, from version 2 on; version 1 named a mentor and a mentee. */
export const amongParticipants = <Schema extends z.ZodObject<{ participants: typeof participants }>>(data: Schema): EventShape<Schema> => ({
  version: 2,
  data,
  upcast: { 1: namedTwo },
});

type Named = TheTwo & Readonly<Record<string, unknown>>;
/** Data of version 1, with participants in place of its mentor and mentee. */
export const namedTwo = ({ mentor, mentee, ...rest }: Named): object => ({ ...rest, participants: asParticipants({ mentor, mentee }) });
