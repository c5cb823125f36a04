import { isOver } from '@alongside/domain/mentorships/states.js';
import type { MessageCommand } from '@alongside/domain/messages/message.commands.js';
import type { MessageFacts, PlaceOfReader } from '@alongside/domain/messages/message.facts.js';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { AskFacts } from '@alongside/domain/requests/caseload.facts.js';
import type { HubReader } from '../views/index.js';
import { askFactsOf, assesses } from './ask.js';
import { isKnown, membershipsOf, type Gather } from './gather.js';
import { writtenOn } from './written-on.js';

/** What a message must know. It concerns no institution: no replay tells that it was written, as with a word to a coordinator (R6). */
export const gatherForMessage: Gather<MessageCommand, MessageFacts> = (command, look) => {
  if (command.type === 'MarkHelpDone')
    return {
      facts: {
        places: [],
        throughMentees: [],
        wroteBefore: false,
        sentToday: 0,
        askable: [],
        managesReader: false,
        get help() {
          return helpOf(command.data, look);
        },
      },
      institutions: [],
    };
  const { to } = command.data;
  return {
    facts: {
      get places() {
        return placesOf(to, look);
      },
      get throughMentees() {
        return menteesOf(to, look).flatMap((mentee) => placesOf(mentee, look));
      },
      get managesReader() {
        return assesses(command.by, to, look);
      },
      help: 'none',
      get sentToday() {
        return writtenOn(command.on, command.by, to, look);
      },
      // A person who was erased reads nothing more.
      get wroteBefore() {
        return isKnown(to, look) && wroteTo(to, command.by, look);
      },
      get askable() {
        return command.type === 'SuggestMentors'
          ? command.data.mentors.filter((mentor) => mentor !== to && isOffering(askFactsOf(mentor, to, command.on, look)))
          : [];
      },
    },
    institutions: [],
  };
};

function helpOf({ help, coordinator }: { readonly help: string; readonly coordinator: PersonId }, look: HubReader): MessageFacts['help'] {
  const row = look.row('help', help);
  if (row?.coordinator !== coordinator) return 'none';
  return row.doneOn === null ? 'open' : 'done';
}

const placesOf = (person: PersonId, look: HubReader): readonly PlaceOfReader[] =>
  membershipsOf(person, look).map(({ institution, trust, roles }) => ({ institution, trust, coordinates: roles.includes('coordinator') }));

/** Those whom a person mentors now, or who wait for their reply. */
const menteesOf = (mentor: PersonId, look: HubReader): readonly PersonId[] => [
  ...new Set([
    ...look.rows('request', { mentor, status: 'open' }).map(({ mentee }) => mentee),
    ...look
      .rows('mentorship', { mentor })
      .filter((pair) => !isOver(pair))
      .map(({ mentee }) => mentee),
  ]),
];

/** What a coordinator may know anyway. Exclusions play no part: a refusal would tell of them (R5). The mentee is shown those whom they may ask. */
const isOffering = (ask: AskFacts): boolean => ask.mentorKnown && ask.offering && !ask.paused && !ask.inReportingLine && !ask.paired;

/** Whether the writer has sent this reader a message, or asked them for help as a coordinator. */
const wroteTo = (writer: PersonId, reader: PersonId, look: HubReader): boolean =>
  look.rows('message', { from: writer, to: reader }).length > 0 || look.rows('help', { by: writer, coordinator: reader }).length > 0;
