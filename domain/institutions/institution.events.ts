import { z } from 'zod';
import { day, instant, institutionId, personId } from '../kernel/brand.js';
import { event, line, maybeLine, personal, type EventOf } from '../kernel/catalogue.js';
import { email } from '../people/person.events.js';
import { holdsLink, LINK_IN_NAME } from '../text/links.js';

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export const INSTITUTION_KINDS = ['school', 'trust', 'college', 'hub'] as const;
/** What a member may be trusted with, beyond belonging. */
export const ROLES = ['coordinator', 'leader', 'administrator'] as const;

export const nation = z.enum(NATIONS);
export const role = z.enum(ROLES);
export type Nation = z.infer<typeof nation>;
export type Role = z.infer<typeof role>;

/** Facts of a register such as GIAS, as the log keeps them. None of them is personal. */
const keptDetails = z.object({
  name: line(160, 'The name'),
  kind: z.enum(INSTITUTION_KINDS),
  nation,
  /** Unique reference number in the register of its nation, or the trust's group id. */
  reference: maybeLine(20).optional(),
  /** GIAS name of the type, such as `Academy converter`. */
  type: maybeLine(80).optional(),
  /** A phase of education as GIAS names it. */
  phase: maybeLine(40).optional(),
  localAuthority: maybeLine(80).optional(),
  town: maybeLine(80).optional(),
  postcode: maybeLine(10).optional(),
  /** Metres on the British National Grid. */
  easting: z.number().int().optional(),
  northing: z.number().int().optional(),
  /** Set while its register says that it is open and proposed to close; `on` where it names the day. It changes nothing. */
  proposedToClose: z.object({ on: day.optional() }).optional(),
});
/** As they are said: the name is the first words of emails, and no link in them. Logs of before may hold some. */
export const institutionDetails = keptDetails.extend({
  name: keptDetails.shape.name.refine((text) => !holdsLink(text), { error: LINK_IN_NAME }),
});
export type InstitutionDetails = z.infer<typeof institutionDetails>;

/** Days, both included, on which the institution is shut beside weekends and bank holidays. */
export const closure = z.object({ from: day, to: day, why: line(60, 'The reason') });
export const term = z.object({ name: line(40, 'The name of the term'), from: day, to: day });
export type Closure = z.infer<typeof closure>;
export type Term = z.infer<typeof term>;

/** The most that an institution can ask for; the least is 1 of each. */
export const SETTINGS_LIMITS = { requestWindowDays: 20, certificateMeetings: 60, certificateMinutes: 6_000 } as const;
const upTo = (most: number) => z.number().int().min(1).max(most);

export const institutionSettings = z.object({
  /** How many school days a mentor has to answer a request. */
  requestWindowDays: upTo(SETTINGS_LIMITS.requestWindowDays),
  /** Whether members appear in the directory beyond their own institution and trust. */
  discoverableBeyond: z.boolean(),
  /** What a certificate of this institution needs: meetings and minutes that both recorded. Absent: what is usual (`evidence.ts`). */
  certificateMeetings: upTo(SETTINGS_LIMITS.certificateMeetings).optional(),
  certificateMinutes: upTo(SETTINGS_LIMITS.certificateMinutes).optional(),
});
export type InstitutionSettings = z.infer<typeof institutionSettings>;
export const DEFAULT_SETTINGS: InstitutionSettings = { requestWindowDays: 5, discoverableBeyond: true };

/** Set where no email has told the person of Alongside yet: this would be their first. Absent for everyone else, and in older events. */
const untold = z.literal(true).optional();

/** Columns of staff lists that are remembered for one institution. */
export const REMEMBERED_LIMIT_COLUMNS = 200;
/** What columns of staff lists hold (`StaffField`), as chosen by hand; null leaves one out. By keyed hashes of headings, which may be people’s names. */
export const rememberedColumns = z
  .record(
    z.string().regex(/^[0-9a-f]{16}$/),
    z
      .string()
      .regex(/^[a-zA-Z]{1,20}$/)
      .nullable(),
  )
  .refine((columns) => Object.keys(columns).length <= REMEMBERED_LIMIT_COLUMNS);

/** Administrators who are told of what was taken back; a school has few. */
export const TAKEN_BACK_LIMIT_TOLD = 20;
/** Set where the hub takes back what was given behind the loss of the right to give it. `from`: who gave it. `administrators`: who is told. */
const takenBack = {
  because: z.literal('given-late').optional(),
  from: personId.optional(),
  administrators: z.array(personId).max(TAKEN_BACK_LIMIT_TOLD).optional(),
};

/** How many people one command, or one event about a list of them, may name. */
export const AT_ONCE_LIMIT_PEOPLE = 200;

/** Institutions that may come after one that closed: a split of a large college has the most. */
export const SUCCESSORS_LIMIT = 20;

export const institutionEvents = {
  /** An administrator of the hub says that its clock is right, though the newest event before was far from it. */
  DateConfirmed: event(z.object({ institution: institutionId, by: personId, newest: instant })),
  InstitutionRegistered: event(z.object({ institution: institutionId, details: keptDetails })),
  InstitutionDescribed: event(z.object({ institution: institutionId, details: keptDetails })),
  /** Closed since a day that has come, as its register says. Told again where the register corrects the day or the successors. */
  InstitutionClosed: event(z.object({ institution: institutionId, on: day, successors: z.array(institutionId).max(SUCCESSORS_LIMIT) })),
  InstitutionReopened: event(z.object({ institution: institutionId })),
  /** Members who are told by email that it has closed, each once. `goesOn`: more of them are told after these. */
  ClosingTold: event(
    z.object({ institution: institutionId, people: z.array(personId).max(AT_ONCE_LIMIT_PEOPLE), goesOn: z.literal(true).optional() }),
  ),
  TrustJoined: event(z.object({ institution: institutionId, trust: institutionId })),
  TrustLeft: event(z.object({ institution: institutionId, trust: institutionId, ...takenBack })),
  /**
   * Asked to join: people belong only where they chose to. The address is as typed. `untold`: no email has told them of
   * Alongside, and their first invitation asks them.
   */
  MemberInvited: event(
    z.object({ institution: institutionId, person: personId, email: personal(email, 'person', ''), from: day, by: personId, untold }),
  ),
  /** A member of a closed school says that they work here now. The address is the one that they sign in with. */
  JoinAsked: event(
    z.object({ institution: institutionId, person: personId, email: personal(email, 'person', ''), from: day, closed: institutionId }),
  ),
  InvitationDeclined: event(z.object({ institution: institutionId, person: personId })),
  /** `reopened`: it was a request to join, and ended as the person’s own school opened again. */
  InvitationWithdrawn: event(z.object({ institution: institutionId, person: personId, reopened: institutionId.optional() })),
  /** The day on which members who were never invited are told that they can sign in; null: called off, or done. `from`: in whose name. */
  /** `lapsed`: the day came, and `from` might no longer invite people: nothing was sent. */
  InvitationsPlanned: event(
    z.object({ institution: institutionId, on: day.nullable(), from: personId, lapsed: z.literal(true).optional() }),
  ),
  /** A member is told that they can sign in, for the first time or again; or a person who is asked to join, and whom nobody has told. */
  InvitationSent: event(z.object({ institution: institutionId, person: personId, from: personId })),
  /** `movedFrom`: the closed school that they leave with it. `again`: they were removed and never signed in, and are put back. */
  MemberJoined: event(
    z.object({
      institution: institutionId,
      person: personId,
      from: day,
      movedFrom: institutionId.optional(),
      again: z.literal(true).optional(),
      untold,
    }),
  ),
  /** From when a member really belongs, where it was said wrongly. */
  FirstDayCorrected: event(z.object({ institution: institutionId, person: personId, from: day })),
  /** `movedTo`: where they said that they are now, as their school closed. */
  MemberLeft: event(z.object({ institution: institutionId, person: personId, untold, movedTo: institutionId.optional() })),
  /** `withInvitation`: the email that invited its holder a moment before tells of it. */
  RoleGranted: event(z.object({ institution: institutionId, person: personId, role, untold, withInvitation: z.literal(true).optional() })),
  RoleRevoked: event(z.object({ institution: institutionId, person: personId, role, untold, ...takenBack })),
  /** Who appraises or assesses a member. Either may be cleared with `null`. */
  ReportingLineSet: event(
    z.object({
      institution: institutionId,
      person: personId,
      lineManager: personId.nullable(),
      inductionTutor: personId.nullable(),
      /** Which of the two is not who it was before; older events lack it. */
      changed: z.array(z.enum(['lineManager', 'inductionTutor'])).optional(),
      /** Set before the member first signed in, or given again after two records were joined: no news to them. Absent for everyone else, and in older events. */
      withJoin: z.literal(true).optional(),
    }),
  ),
  InstitutionSettingsChanged: event(z.object({ institution: institutionId, settings: institutionSettings })),
  StaffColumnsRemembered: event(z.object({ institution: institutionId, columns: rememberedColumns })),
  CalendarSet: event(z.object({ institution: institutionId, terms: z.array(term).max(40), closures: z.array(closure).max(100) })),
};
export type InstitutionEvent = EventOf<typeof institutionEvents>;
