import type { CredentialId, InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { nameWithTown } from '@alongside/domain/institutions/other-institutions.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Achievement } from '@alongside/domain/recognition/credential.events.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Participant } from '@alongside/domain/mentorships/participants.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { Asked, EventTyped, Reactor, World } from './reactor.js';

/** Everyone who took part is given a certificate, or a record of participation where its evidence is missing: which one is decided by the credential itself. */
export const issueCredentialsWhenMentorshipCompleted: Reactor = {
  name: 'issue-credentials-when-mentorship-completed',
  on: {
    MentorshipCompleted: (event, world) => event.data.participants.map((one) => issue(event, world, one)),
  },
};

function issue(event: EventTyped<'MentorshipCompleted'>, world: World, { person, as }: Participant): Asked {
  const { mentorship } = event.data;
  const record = world.look.row('mentorship', mentorship);
  const goals = world.look.rows('goal', { mentorship });
  const to = dayOf(event.at);
  const achievement: Omit<Achievement, 'meetings' | 'minutes'> = {
    as,
    from: record ? dayOf(record.startedAt) : to,
    to,
    goalsAchieved: goals.filter(({ status }) => status === 'achieved').length,
  };
  return {
    type: 'IssueCredential',
    data: {
      credential: commandIdFrom('credential', mentorship, person) as string as CredentialId,
      person,
      mentorship,
      ...issuerFor(person, world),
      achievement,
      code: codeFrom(world.secret('credential code', `${mentorship} ${person}`)),
      on: to,
    },
  };
}

/** Where the person works answers for the certificate; the hub itself where they belong nowhere. */
function issuerFor(person: PersonId, { look }: World): { issuer: InstitutionId; issuerName: string } {
  for (const { institution } of look.row('membership', person)?.memberships ?? []) {
    const details = institution === HUB_INSTITUTION ? undefined : look.row('institution', institution)?.details;
    if (details) return { issuer: institution, issuerName: nameWithTown(details) };
  }
  return { issuer: HUB_INSTITUTION, issuerName: 'Alongside' };
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** Fifty bits of a keyed hash, in letters and digits that are not mistaken for each other. */
const codeFrom = (hash: string): string =>
  [...Buffer.from(hash, 'hex').subarray(0, CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
