import { comparableEmail } from '@alongside/domain/text/folding.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { PersonCommand } from '@alongside/domain/people/person.commands.js';
import type { PersonFacts } from '@alongside/domain/people/person.facts.js';
import type { HubReader } from '../views/index.js';
import { institutionOf, membershipsOf, reachOf, trustOf, withTrusts, type Gather } from './gather.js';

/** What a person’s stream needs: whether another has the address, the address before a change, and the trust of the inviting institution. */
export const gatherForPerson: Gather<PersonCommand, PersonFacts> = (command, look, through) => {
  const { person } = command.data;
  const invitedTo = command.type === 'InvitePerson' ? command.data.institution : null;
  const email = command.type === 'InvitePerson' || command.type === 'ChangeEmail' ? command.data.email : null;
  return {
    facts: {
      get emailTaken() {
        return email !== null && isTaken(email, person, look);
      },
      get email() {
        return command.type === 'ChangeEmail' ? look.row('profile', person)?.email : undefined;
      },
      get asOf() {
        return command.type === 'ChangeEmail' || command.type === 'RenamePerson' ? through : undefined;
      },
      get trust() {
        return invitedTo === null ? null : trustOf(invitedTo, look);
      },
      get closed() {
        return invitedTo !== null && institutionOf(invitedTo, look)?.closed !== undefined;
      },
      get memberships() {
        return command.type === 'ChangeEmail' || command.type === 'RenamePerson' ? membershipsOf(person, look) : [];
      },
      get awaited() {
        return command.type === 'RenamePerson' && look.rows('newcomer', { person }).length > 0;
      },
    },
    get institutions() {
      return [...new Set([...reachOf([person], look), ...(invitedTo === null ? [] : withTrusts([invitedTo], look))])];
    },
  };
};

const isTaken = (email: string, person: PersonId, look: HubReader): boolean =>
  look.rows('account', { email: comparableEmail(email) }).some((account) => account.person !== person);
