import type { MessageCommand } from '../messages/message.commands.js';
import type { MessageFacts, PlaceOfReader } from '../messages/message.facts.js';
import type { Policies } from '../protocol/aggregate.js';
import { hasRole, type Actor } from './actor.js';
import { is } from './who.js';

const coordinatesAt =
  (actor: Actor) =>
  ({ institution, trust }: PlaceOfReader): boolean =>
    hasRole(actor, institution, 'coordinator', trust);

const leadsAt =
  (actor: Actor) =>
  ({ institution, trust }: PlaceOfReader): boolean =>
    hasRole(actor, institution, 'leader', trust);

const belongsAt =
  ({ memberships }: Actor) =>
  ({ institution }: PlaceOfReader): boolean =>
    memberships.some((own) => own.institution === institution || own.trust === institution);

/**
 * Coordinators write to members and their mentors, people to coordinators of where they belong or lead; anyone may reply to a sender.
 * Outside pairs there are no other messages.
 */
export const messagePolicies: Policies<MessageCommand, unknown, MessageFacts> = {
  WriteMessage: (actor, _command, _message, { places, throughMentees, wroteBefore }) =>
    wroteBefore ||
    [...places, ...throughMentees].some(coordinatesAt(actor)) ||
    places.some((place) => place.coordinates && (belongsAt(actor)(place) || leadsAt(actor)(place))),
  // [R6] Who mentors a person is nothing for those who manage or assess them.
  SuggestMentors: (actor, _command, _message, { places, managesReader }) => !managesReader && places.some(coordinatesAt(actor)),
  MarkHelpDone: (actor, { data }, _message, { help }) => is(actor, data.coordinator) && help !== 'none',
};
