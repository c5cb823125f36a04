import { z } from 'zod';
import type { Brand } from './branded.js';

export type { Brand } from './branded.js';
export type { ClockTime, Day, Instant } from './moments.js';

export type PersonId = Brand<string, 'PersonId'>;
/** The id of a person as it was before their record was joined with another: never read as the one that is kept. */
export type RecordId = Brand<string, 'RecordId'>;
export type InstitutionId = Brand<string, 'InstitutionId'>;
export type RequestId = Brand<string, 'RequestId'>;
export type OfferId = Brand<string, 'OfferId'>;
export type MentorshipId = Brand<string, 'MentorshipId'>;
export type MeetingId = Brand<string, 'MeetingId'>;
export type GoalId = Brand<string, 'GoalId'>;
export type StepId = Brand<string, 'StepId'>;
export type ActionId = Brand<string, 'ActionId'>;
export type ReflectionId = Brand<string, 'ReflectionId'>;
export type FeedbackId = Brand<string, 'FeedbackId'>;
export type CredentialId = Brand<string, 'CredentialId'>;
export type AgreementId = Brand<string, 'AgreementId'>;
export type MessageId = Brand<string, 'MessageId'>;
export type SearchId = Brand<string, 'SearchId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type EventId = Brand<string, 'EventId'>;

/** The name of a stream: category, a hyphen, and the id of the aggregate. */
export type StreamId = Brand<string, 'StreamId'>;
/** A place in the whole log: opaque, ordered as text, built only by an event-store adapter. */
export type Position = Brand<string, 'Position'>;

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const id = <T extends Brand<string, string>>(what: string) =>
  z
    .string()
    .regex(ID, { error: `That ${what} is not one we know the shape of.` })
    .transform((value) => value as T) as unknown as z.ZodType<T, T>;

/**
 * What something is called that has no id: an entry of a list, an item. Never a sentence, for the log has it unsealed. `limit` in
 * characters.
 */
export const tagged = (limit: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9][A-Za-z0-9_.:~-]{0,${limit - 1}}$`), { error: 'That is not an entry of the list.' });

export const personId = id<PersonId>('person');
export const recordId = id<RecordId>('record');
export const institutionId = id<InstitutionId>('institution');
export const requestId = id<RequestId>('request');
export const offerId = id<OfferId>('offer');
export const mentorshipId = id<MentorshipId>('mentorship');
export const meetingId = id<MeetingId>('meeting');
export const goalId = id<GoalId>('goal');
export const stepId = id<StepId>('step');
export const actionId = id<ActionId>('action');
export const reflectionId = id<ReflectionId>('reflection');
export const feedbackId = id<FeedbackId>('feedback');
export const credentialId = id<CredentialId>('credential');
export const agreementId = id<AgreementId>('agreement');
export const messageId = id<MessageId>('message');
export const searchId = id<SearchId>('search');
export const commandId = id<CommandId>('command');
export const eventId = id<EventId>('event');
/** How far the log had been read. */
export const position = tagged(64) as unknown as z.ZodType<Position, Position>;

/** A digest of words (`digestOf`) that a command would replace, as its sender saw them. */
export const wordsSeen = z.string().regex(/^[0-9a-f]{32}$/);

export { clockTime, day, instant } from './moments.js';

export const streamOf = (category: string, aggregate: string): StreamId => `${category}-${aggregate}` as StreamId;
