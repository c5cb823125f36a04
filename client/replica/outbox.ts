import { createSignal, untrack } from 'solid-js';
import type { CommandId, Instant } from '@alongside/domain/kernel/brand.js';
import type { Answer, Envelope } from '@alongside/domain/protocol/messages.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { createBackOff } from './back-off.js';
import type { Ports } from './ports.js';
import { Unreachable, type Transport } from './transport.js';

export type Rejected = Extract<Answer, { outcome: 'rejected' }>;
export type CommandState = 'waiting' | 'sending' | 'accepted' | 'rejected';

/** A command that is on its way, or was refused and not yet looked at. */
export interface OutgoingCommand {
  readonly envelope: Envelope;
  readonly state: CommandState;
  readonly answer?: Answer;
}

/** One that was refused, with what was said. */
export type RefusedCommand = OutgoingCommand & { readonly answer: Rejected };

/** Something that was said: two answers to it. */
export interface Dispatched {
  readonly commandId: CommandId;
  /** Its keeping has it: it is sent until it is answered, whatever the network does. Rejects where it could not be kept. */
  readonly kept: Promise<void>;
  /** The hub's word, however long that takes. */
  readonly answer: Promise<Answer>;
}

interface Waiting {
  readonly envelope: Envelope;
  /** What was said first: where that is refused, this is not sent. */
  readonly after: CommandId | undefined;
  readonly settle: (answer: Answer) => void;
}

/** What an answer looks like that did not come from the command path (too large, no session, not found). */
interface Problem {
  readonly code?: string;
  readonly message?: string;
}

const NOT_SENT = {
  code: 'CLIENT.NOT_SENT',
  message: 'We did not send this, because we could not save the change before it.',
};

/**
 * Commands without an answer: stamped once, sent one at a time in order, and retried until the hub answers. Without a session it waits. It
 * never drops any.
 */
export function createOutbox(
  transport: Transport,
  handlers: { accepted: (answer: Extract<Answer, { outcome: 'accepted' }>) => void },
  ports: Pick<Ports, 'clock' | 'keeping' | 'random' | 'newId' | 'rules'>,
) {
  const [commands, setCommands] = createSignal<readonly OutgoingCommand[]>([]);
  const queue: Waiting[] = [];
  let running = false;
  let paused = false;
  const [stuck, setStuck] = createSignal(false);
  const [unable, setUnable] = createSignal<string>();
  const again = createBackOff(() => void run(), ports);
  const first = () => ports.rules.nextToSend(queue);

  const mark = (id: CommandId, state: CommandState, answer?: Answer) =>
    setCommands((all) => all.map((one) => (one.envelope.commandId === id ? { ...one, state, ...(answer ? { answer } : {}) } : one)));
  const forget = (id: CommandId) => setCommands((all) => all.filter((one) => one.envelope.commandId !== id));

  function dispatch<Type extends CommandType>(type: Type, data: DataOf<Type>, after?: CommandId): Dispatched {
    const envelope: Envelope = {
      commandId: ports.newId() as CommandId,
      type,
      stampedAt: ports.clock.now().toISOString() as Instant,
      data: untrack(() => structuredCopy(data)),
    };
    const answer = new Promise<Answer>((settle) => {
      queue.push({ envelope, after, settle });
      setCommands((all) => [...all, { envelope, state: 'waiting' }]);
      void run();
    });
    const kept = ports.keeping.keep(envelope);
    // Nobody may ask: who goes on by it hears of it all the same.
    kept.catch(() => undefined);
    return { commandId: envelope.commandId, kept, answer };
  }

  async function run(): Promise<void> {
    if (running || paused) return;
    running = true;
    try {
      for (let next = first(); next && !paused; next = first()) {
        mark(next.envelope.commandId, 'sending');
        const answer = await send(next.envelope);
        // Forgotten meanwhile, with all that was said by the person before.
        if (!queue.includes(next)) continue;
        if (!answer) {
          mark(next.envelope.commandId, 'waiting');
          setStuck(true);
          if (!paused) again.later();
          return;
        }
        again.reset();
        setStuck(false);
        queue.splice(queue.indexOf(next), 1);
        settle(next, answer);
      }
    } finally {
      running = false;
    }
  }

  function settle({ envelope, settle: tell }: Waiting, answer: Answer): void {
    if (answer.outcome === 'accepted') {
      forget(envelope.commandId);
      handlers.accepted(answer);
    } else {
      mark(envelope.commandId, 'rejected', answer);
    }
    ports.keeping.letGo(envelope.commandId);
    tell(answer);
    if (answer.outcome === 'rejected') leaveOut(envelope.commandId);
  }

  /** [RP22] What followed from something that was refused is not sent; it is refused with what was typed in it. */
  function leaveOut(refused: CommandId): void {
    for (const one of queue.filter(({ after }) => after === refused)) {
      queue.splice(queue.indexOf(one), 1);
      settle(one, { outcome: 'rejected', commandId: one.envelope.commandId, ...NOT_SENT });
    }
  }

  /** The answer; `undefined` when there was none and it must be sent again. */
  async function send(envelope: Envelope): Promise<Answer | undefined> {
    try {
      const { status, body } = await transport.ask({ method: 'POST', path: '/api/commands', body: envelope });
      // A proxy without a hub behind it says nothing that a hub says.
      setUnable(status === 503 ? (body as Problem | undefined)?.message : undefined);
      if (status >= 500 || status === 401 || status === 429 || status === 408) return undefined;
      if (isAnswer(body)) return body;
      const problem = (body ?? {}) as Problem;
      return {
        outcome: 'rejected',
        commandId: envelope.commandId,
        code: problem.code ?? `HTTP.${status}`,
        message: problem.message ?? 'We could not save this. Reload the page and try again.',
      };
    } catch (error) {
      setUnable();
      if (error instanceof Unreachable) return undefined;
      throw error;
    }
  }

  return {
    dispatch,
    commands,
    /** What was said last of this type and is not answered yet. */
    latest: (type: string): unknown => queue.findLast(({ envelope }) => envelope.type === type)?.envelope.data,
    /** How many are not answered yet. */
    pending: () => commands().filter((one) => one.state === 'waiting' || one.state === 'sending').length,
    /** Those that were refused and not yet looked at. */
    refusals: (): readonly RefusedCommand[] => commands().filter(isRefused),
    /** The last attempt met no answer. */
    stuck,
    /** The hub is there, and says why it can save nothing. */
    unable,
    /** A screen has shown this refusal, or the person has put it away. */
    seen: (id: CommandId) => void forget(id),
    retry: () => again.now(),
    /** Nobody is signed in: what was said waits. */
    pause: () => {
      paused = true;
      again.reset();
    },
    /** The person is signed in (again): what waited for that goes on. */
    goOn: () => {
      paused = false;
      void run();
    },
    /** Another person is next at this computer: nothing of the last one is sent in their name. */
    clear: () => {
      for (const { envelope, settle: tell } of queue.splice(0)) {
        ports.keeping.letGo(envelope.commandId);
        tell({
          outcome: 'rejected',
          commandId: envelope.commandId,
          code: 'SESSION.ENDED',
          message: 'You signed out before this was sent.',
        });
      }
      again.reset();
      setStuck(false);
      setCommands([]);
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;

/** What is said is said: later changes of a form's state must not reach an envelope that waits. */
const structuredCopy = (data: unknown): unknown => JSON.parse(JSON.stringify(data)) as unknown;

const isRefused = (one: OutgoingCommand): one is RefusedCommand => one.answer?.outcome === 'rejected';

const isAnswer = (body: unknown): body is Answer =>
  typeof body === 'object' && body !== null && 'outcome' in body && (body.outcome === 'accepted' || body.outcome === 'rejected');
