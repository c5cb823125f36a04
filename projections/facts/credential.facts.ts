import type { CredentialCommand } from '@alongside/domain/recognition/credential.commands.js';
import type { CredentialFacts } from '@alongside/domain/recognition/credential.facts.js';
import type { CredentialRow } from '../views/credential.view.js';
import { reachOf, withTrusts, type Gather } from './gather.js';

/** What a certificate must know: whether its holder has one for the same mentorship. */
export const gatherForCredential: Gather<CredentialCommand, CredentialFacts> = (command, look) => {
  const { person, mentorship, issuer } =
    command.type === 'IssueCredential' ? command.data : (look.row<CredentialRow>('credential', command.data.credential) ?? NOBODY);
  const held = person && mentorship ? look.rows<CredentialRow>('credential', { person, mentorship }) : [];
  return {
    facts: { alreadyHeld: held.some(({ revoked }) => revoked === null) },
    institutions: [...new Set([...(person ? reachOf([person], look) : []), ...(issuer ? withTrusts([issuer], look) : [])])],
  };
};

const NOBODY = { person: null, mentorship: null, issuer: null };
