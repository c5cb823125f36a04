import type { PersonId } from '../kernel/brand.js';
import type { Decider } from '../kernel/decider.js';
import { digestOf, type Digest } from '../kernel/digest.js';
import { ok, refuse, type Refusal, type Result } from '../kernel/result.js';
import { TO_ONE_PERSON_LIMIT_A_DAY } from './daily-limit.js';
import type { MessageCommand } from './message.commands.js';
import type { MessageEvent } from './message.events.js';
import type { MessageFacts } from './message.facts.js';

export type MessageRefusal = Refusal<'MESSAGE.TO_ONESELF' | 'MESSAGE.ID_TAKEN' | 'MESSAGE.MENTOR_NOT_FREE' | 'MESSAGE.TOO_MANY_TODAY'>;

/** A message that was sent, or a coordinator’s help that is done: nothing follows either. */
export type Message =
  { readonly kind: 'none' } | { readonly kind: 'sent'; readonly from: PersonId; readonly to: PersonId; readonly said: Digest };
interface Sent {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly text: string;
  /** Those whom it suggests; absent where it suggests none. */
  readonly mentors?: readonly PersonId[];
}

function decide(command: MessageCommand, message: Message, facts: MessageFacts): Result<readonly MessageEvent[], MessageRefusal> {
  if (command.type === 'MarkHelpDone') return ok(facts.help === 'done' ? [] : [{ type: 'HelpMarkedDone', data: command.data }]);
  const { by, data } = command;
  if (data.to === by) return refuse({ code: 'MESSAGE.TO_ONESELF', field: 'to' });
  // Other words, or other mentors, were not sent: that they were is not said.
  if (message.kind === 'sent') return message.said === saidIn({ ...data, from: by }) ? ok([]) : refuse({ code: 'MESSAGE.ID_TAKEN' });
  if (facts.sentToday >= TO_ONE_PERSON_LIMIT_A_DAY)
    return refuse({ code: 'MESSAGE.TOO_MANY_TODAY', facts: { limit: TO_ONE_PERSON_LIMIT_A_DAY } });
  if (command.type === 'WriteMessage') return ok([{ type: 'MessageWritten', data: { ...command.data, from: by } }]);
  const gone = command.data.mentors.findIndex((mentor) => !facts.askable.includes(mentor));
  return gone < 0
    ? ok([{ type: 'MentorsSuggested', data: { ...command.data, from: by } }])
    : refuse({ code: 'MESSAGE.MENTOR_NOT_FREE', field: `mentors.${gone}` });
}

/** All that a message says. Its state only has to know whether it is said again. */
const saidIn = ({ from, to, text, mentors }: Sent): Digest => digestOf({ from, to, text, mentors });

const sentIn = (sent: Sent): Message => ({ kind: 'sent', from: sent.from, to: sent.to, said: saidIn(sent) });

/** One message: sent once, and never changed. */
export const message: Decider<Message, MessageCommand, MessageEvent, MessageRefusal, MessageFacts> = {
  initial: { kind: 'none' },
  decide,
  evolve: (before, event) => (event.type === 'HelpMarkedDone' ? before : sentIn(event.data)),
};
