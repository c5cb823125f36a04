import { z } from 'zod';
import { day, eventId, instant, institutionId, personId, position, wordsSeen } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';
import { email } from '../people/person.events.js';
import {
  AT_ONCE_LIMIT_PEOPLE,
  closure,
  institutionDetails,
  institutionSettings,
  rememberedColumns,
  role,
  SUCCESSORS_LIMIT,
  term,
} from './institution.events.js';

const eachOnce = <Schema extends z.ZodType<{ person: string }>>(one: Schema) =>
  z
    .array(one)
    .min(1)
    .max(AT_ONCE_LIMIT_PEOPLE)
    .refine((people) => new Set(people.map(({ person }) => person)).size === people.length, {
      error: 'A person is named twice. Remove one of the two.',
    });

/** What is not given stays as it is, and so does what is another by now than it was `seen`. */
const reportingLine = z.object({
  person: personId,
  lineManager: personId.nullable().optional(),
  inductionTutor: personId.nullable().optional(),
  seen: z.object({ lineManager: personId.nullable(), inductionTutor: personId.nullable() }).optional(),
});

export const institutionCommands = {
  /** Given once by the hub: the person with the set-up link becomes its first administrator. Registers the hub where that was not done. */
  AppointFirstAdministrator: z.object({ institution: institutionId, details: institutionDetails, person: personId, from: day }),
  /** The clock of the hub is right, though the newest event is far from it. */
  ConfirmDate: z.object({ institution: institutionId, newest: instant }),
  RegisterInstitution: z.object({ institution: institutionId, details: institutionDetails, trust: institutionId.optional() }),
  /** `seen`: the digest of the details that these replace; refused where they are others by now. */
  DescribeInstitution: z.object({
    institution: institutionId,
    details: institutionDetails,
    seen: wordsSeen.optional(),
  }),
  /** The hub gives it for an import of the register that says so. */
  CloseInstitution: z.object({ institution: institutionId, on: day, successors: z.array(institutionId).max(SUCCESSORS_LIMIT) }),
  ReopenInstitution: z.object({ institution: institutionId }),
  /** The hub tells members by email that it has closed. `goesOn`: others are told after these. */
  TellOfClosing: z.object({
    institution: institutionId,
    people: z.array(personId).max(AT_ONCE_LIMIT_PEOPLE),
    goesOn: z.literal(true).optional(),
  }),
  /** A member of the school `closed` says that they work here now. */
  AskToJoin: z.object({ institution: institutionId, person: personId, email, closed: institutionId }),
  JoinTrust: z.object({ institution: institutionId, trust: institutionId }),
  /** `late`, here and below: the hub takes back what this event gave. From anybody else it says nothing. */
  LeaveTrust: z.object({ institution: institutionId, late: eventId.optional() }),
  /** `asOf`, here and below: given again after a join, unless it was taken since. */
  AddMember: z.object({ institution: institutionId, person: personId, from: day, asOf: position.optional() }),
  /** Many at once, each person once. */
  AddMembers: z.object({ institution: institutionId, members: eachOnce(z.object({ person: personId, from: day })) }),
  /** Asks people who are on the hub already, each by the address with which they sign in. */
  InviteMembers: z.object({
    institution: institutionId,
    invited: z
      .array(z.object({ email, from: day }))
      .min(1)
      .max(AT_ONCE_LIMIT_PEOPLE),
    /** In whose name, where the hub gives it for an import. */
    from: personId.optional(),
  }),
  AcceptInvitation: z.object({ institution: institutionId, person: personId }),
  DeclineInvitation: z.object({ institution: institutionId, person: personId }),
  /** `reopened`: the hub ends a request to join that rests on the closing of a school that is open again. */
  WithdrawInvitation: z.object({ institution: institutionId, person: personId, reopened: institutionId.optional() }),
  /** When members who were never invited are told that they can sign in: today, on a day, or not by itself (null). */
  PlanInvitations: z.object({
    institution: institutionId,
    on: day.nullable(),
    /** In whose name, where the hub gives it for an import. */
    from: personId.optional(),
    /** The hub alone says so: the person who planned it may no longer invite people. */
    lapsed: z.literal(true).optional(),
  }),
  /** Tells these members, of whom none has signed in yet, that they can. */
  SendInvitations: z.object({
    institution: institutionId,
    people: z.array(personId).min(1).max(AT_ONCE_LIMIT_PEOPLE),
    /** In whose name, where the hub gives it for an import. */
    from: personId.optional(),
  }),
  /** `movedTo`: the hub says so for a person who has joined there from a closed school. */
  RemoveMember: z.object({ institution: institutionId, person: personId, movedTo: institutionId.optional() }),
  /** The day from which a membership counts was said wrongly. `seen`: the day that it replaces; refused where that is another by now. */
  CorrectFirstDay: z.object({ institution: institutionId, person: personId, from: day, seen: day.optional(), asOf: position.optional() }),
  /** `withInvitation`: given in one go with an invitation that names the role. */
  GrantRole: z.object({
    institution: institutionId,
    person: personId,
    role,
    withInvitation: z.literal(true).optional(),
    asOf: position.optional(),
  }),
  RevokeRole: z.object({ institution: institutionId, person: personId, role, late: eventId.optional() }),
  /** What is not given stays as it is. */
  SetReportingLine: z.object({
    institution: institutionId,
    person: personId,
    lineManager: personId.nullable().optional(),
    inductionTutor: personId.nullable().optional(),
    asOf: position.optional(),
  }),
  SetReportingLines: z.object({
    institution: institutionId,
    lines: eachOnce(reportingLine),
  }),
  ChangeInstitutionSettings: z.object({ institution: institutionId, settings: institutionSettings }),
  /** The hub gives it for an import whose columns were chosen by hand. */
  RememberStaffColumns: z.object({ institution: institutionId, columns: rememberedColumns }),
  SetCalendar: z.object({ institution: institutionId, terms: z.array(term).max(40), closures: z.array(closure).max(100) }),
};
export type InstitutionCommand = CommandOf<typeof institutionCommands>;
