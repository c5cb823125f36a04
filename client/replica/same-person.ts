import { PERSON_HEADER } from '@alongside/domain/protocol/messages.js';
import type { Ports } from './ports.js';
import { Overtaken, Unreachable, type Ask, type Transport } from './transport.js';

/**
 * Whether the session is still this tab’s person. All tabs share one: while the line is down, another person may have signed in from
 * another tab.
 */
export function createSamePerson(
  transport: Transport,
  handlers: {
    /** Asks the hub who is signed in. Resolves to whether it could say; another person, or nobody, has been dealt with by then. */
    readonly ask: () => Promise<boolean>;
    readonly lineIsUp: () => boolean;
    readonly signedOut: () => void;
  },
  { rules }: Pick<Ports, 'rules'>,
) {
  let doubtful = false;
  let asking: Promise<boolean> | undefined;
  /** Counts the people, and the nobodies, at the keyboard: an answer that was asked for before a change is nobody's any more. */
  let era = 0;
  /** The one whose screens these are. */
  let person: string | undefined;

  /** Resolves to whether the person who asked is still the one at the keyboard, by the hub's own word if there was any doubt. */
  async function confirm(): Promise<boolean> {
    if (!doubtful) return true;
    const before = era;
    asking ??= handlers.ask().finally(() => (asking = undefined));
    const told = await asking;
    const same = told && era === before;
    // Without a line nobody would tell of the next change: each time is asked anew.
    if (same && handlers.lineIsUp()) doubtful = false;
    return same;
  }

  /** Everything that is asked in a person’s name goes through here. */
  const ask: Transport['ask'] = async (what) => {
    const before = era;
    if (doubtful && !(await confirm())) throw new Unreachable('It is not known who is signed in.');
    const reply = await transport.ask(inTheNameOf(person, what)).catch((error: unknown) => {
      doubtful = true;
      throw error;
    });
    // What was done is done, even if another person is at the keyboard by now: erasing oneself ends the session before its own answer
    // arrives.
    if (!rules.isForTheSamePerson(before, era) && (what.method === 'GET' || reply.status === 401))
      throw new Overtaken('Somebody else is signed in by now.');
    if (reply.status === 401) handlers.signedOut();
    return reply;
  };

  return {
    transport: { ask, live: (heard) => transport.live(heard, person) } satisfies Transport,
    confirm,
    /** The line was lost: until the hub has said who is signed in, nothing is sent, read or taken in. */
    doubt: () => void (doubtful = true),
    /** Another person, or nobody, is at the keyboard from here on. */
    changed: (now: string | undefined) => {
      era += 1;
      person = now;
      doubtful = false;
    },
  };
}

/**
 * The hub refuses what another tab's session would make of it: until the line tells, this tab does not know that another person signed in.
 */
const inTheNameOf = (person: string | undefined, what: Ask): Ask =>
  person === undefined ? what : { ...what, headers: { ...what.headers, [PERSON_HEADER]: person } };
