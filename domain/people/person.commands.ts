import { z } from 'zod';
import { digest } from '../identity/identity.events.js';
import { commandId, day, institutionId, personId, wordsSeen } from '../kernel/brand.js';
import type { CommandOf } from '../kernel/catalogue.js';
import {
  aim,
  availability,
  email,
  expertise,
  invitedRole,
  mentoringOffer,
  name,
  nameParts,
  preferences,
  profile,
  VISIBILITIES,
} from './person.events.js';

export const personCommands = {
  /** Brings a person into the hub. `institution`: where they will become a member; its coordinators may invite. `role`: one given next. */
  InvitePerson: z.object({
    person: personId,
    name,
    names: nameParts.optional(),
    email,
    institution: institutionId,
    role: invitedRole.optional(),
  }),
  /** `seen`: the name that it replaces (`digestOfName`); refused where that is another by now. */
  RenamePerson: z.object({ person: personId, name, names: nameParts.optional(), seen: wordsSeen.optional() }),
  /**
   * `session`: the one in which its owner changed it, which stays open when all others are closed. `seen`: the mailbox that it replaces
   * (`digestOfMailbox`), as above.
   */
  ChangeEmail: z.object({ person: personId, email, session: digest.optional(), seen: wordsSeen.optional() }),
  /** Ends what an earlier command may still do: it claimed an address and was not heard of again. */
  GiveUpAddress: z.object({ person: personId, command: commandId }),
  /** `withJoin`: the hub describes a person whom the same import adds. `seen`: the profile that it replaces, `null` for none, as above. */
  DescribeProfile: z.object({
    person: personId,
    profile,
    withJoin: z.literal(true).optional(),
    seen: wordsSeen.nullable().optional(),
  }),
  DeclareExpertise: z.object({ person: personId, expertise: z.array(expertise).max(30) }),
  SetAims: z.object({ person: personId, aims: z.array(aim).max(6) }),
  SetAvailability: z.object({ person: personId, availability }),
  SetPreferences: z.object({ person: personId, preferences }),
  OfferMentoring: z.object({ person: personId, offer: mentoringOffer }),
  PauseMentoring: z.object({ person: personId, until: day.nullable() }),
  ResumeMentoring: z.object({ person: personId }),
  WithdrawMentoring: z.object({ person: personId }),
  SetVisibility: z.object({ person: personId, visibility: z.enum(VISIBILITIES) }),
  /** Whether mentors who may find the person see what they would like to work on, and may offer to help. */
  SetOpenToOffers: z.object({ person: personId, open: z.boolean() }),
  ExcludePerson: z.object({ person: personId, other: personId }),
  LiftExclusion: z.object({ person: personId, other: personId }),
  ErasePerson: z.object({ person: personId }),
};
export type PersonCommand = CommandOf<typeof personCommands>;
