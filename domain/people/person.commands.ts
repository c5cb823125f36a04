import { z } from 'zod';
import { day, institutionId, personId } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';
import { aim, availability, email, expertise, mentoringOffer, name, preferences, profile, VISIBILITIES } from './person.events.js';

export const personCommands = {
  /** Brings somebody into the hub. `institution` is where they will be added as a member: its coordinators may invite. */
  InvitePerson: z.object({ person: personId, name, email, institution: institutionId }),
  RenamePerson: z.object({ person: personId, name }),
  ChangeEmail: z.object({ person: personId, email }),
  DescribeProfile: z.object({ person: personId, profile }),
  DeclareExpertise: z.object({ person: personId, expertise: z.array(expertise).max(30) }),
  SetAims: z.object({ person: personId, aims: z.array(aim).max(6) }),
  SetAvailability: z.object({ person: personId, availability }),
  SetPreferences: z.object({ person: personId, preferences }),
  OfferMentoring: z.object({ person: personId, offer: mentoringOffer }),
  PauseMentoring: z.object({ person: personId, until: day.nullable() }),
  ResumeMentoring: z.object({ person: personId }),
  WithdrawMentoring: z.object({ person: personId }),
  SetVisibility: z.object({ person: personId, visibility: z.enum(VISIBILITIES) }),
  ExcludePerson: z.object({ person: personId, other: personId }),
  LiftExclusion: z.object({ person: personId, other: personId }),
  ErasePerson: z.object({ person: personId }),
};
export type PersonCommand = CommandOf<typeof personCommands>;
