import type { MentorshipId } from '@alongside/domain/kernel/brand.js';
import type { CredentialCommand } from '@alongside/domain/recognition/credential.commands.js';
import type { CredentialFacts } from '@alongside/domain/recognition/credential.facts.js';
import { evidenceNeeded, type Evidence } from '@alongside/domain/recognition/evidence.js';
import type { HubReader } from '../views/index.js';
import { institutionOf, reachOf, trustOf, withTrusts, type Gather } from './gather.js';

/** What a certificate must know: whether its holder has one for the same mentorship, what both recorded in it, and what its issuer asks for. */
export const gatherForCredential: Gather<CredentialCommand, CredentialFacts> = (command, look) => {
  const { person, mentorship, issuer } =
    command.type === 'IssueCredential' ? command.data : (look.row('credential', command.data.credential) ?? NOBODY);
  const held = person && mentorship ? look.rows('credential', { person, mentorship }) : [];
  return {
    facts: {
      alreadyHeld: held.some(({ revoked }) => revoked === null),
      found: evidenceOf(mentorship, look),
      needed: evidenceNeeded((issuer ? institutionOf(issuer, look) : undefined)?.settings),
      issuerTrust: issuer ? trustOf(issuer, look) : null,
    },
    institutions: [...new Set([...(person ? reachOf([person], look) : []), ...(issuer ? withTrusts([issuer], look) : [])])],
  };
};

/** Meetings that both recorded as held, and their minutes, as they follow from the log. */
function evidenceOf(mentorship: MentorshipId | null, look: HubReader): Evidence {
  const row = mentorship ? look.row('mentorship', mentorship) : undefined;
  return { meetings: row?.meetingsConfirmed ?? 0, minutes: row?.minutes ?? 0 };
}

const NOBODY = { person: null, mentorship: null, issuer: null };
