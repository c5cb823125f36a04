import { createEffect, createRoot, createSignal, getOwner, onCleanup, untrack } from 'solid-js';
import type { CommandId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { replica } from './current.js';
import type { Dispatched, Rejected } from './outbox.js';
import { AWAY } from './session.js';

/** How long a screen waits for the hub’s word before it goes on without, in milliseconds. */
const WAIT_MS = 4_000;
/** Nothing was sent. */
const NONE = '' as CommandId;
const NO_ANSWER = {
  code: 'CLIENT.NO_ANSWER',
  message: 'We cannot reach Alongside yet. We are still trying to send this, so keep this page open.',
};
/** The hub was reached, and answers that it cannot save. */
const NOT_SAVED = {
  code: 'CLIENT.NOT_SAVED',
  message: 'Alongside cannot save this right now. We are still trying, so keep this page open.',
};

/** What came of sending: `saved`, or `kept` to be sent until the hub answers. False: it was refused, and the screen stays. */
export type Sent = 'saved' | 'kept' | false;

/** What happens with something that was sent. */
interface Going {
  /** Told once the hub accepted it: what is done is said here and nowhere earlier. `late`: the screen has gone on. */
  readonly saved?: (late: boolean) => void;
  /** What was typed. It leaves the form as the form goes on, and comes back where a refusal comes later. */
  readonly draft?: { readonly drop: () => void; readonly aside: () => (saved: boolean) => void };
  /** Whose last command comes first: where that is refused, this one is not sent. */
  readonly after?: Sending;
  /** The screen cannot go on without the hub: out of reach it says so, and a late answer is waited for. */
  readonly needsHub?: boolean;
}

/** A form's or a button's own sending: whether it is on its way, and why it was refused. */
export interface Sending {
  /**
   * Resolves with the hub’s word, or after a few seconds without it; a later refusal shows in the bar. Sent twice unchanged before the
   * reply, a command counts once.
   */
  readonly send: <Type extends CommandType>(type: Type, data: DataOf<Type>, going?: Going) => Promise<Sent>;
  readonly pending: () => boolean;
  /** The screen went on, and the hub has not answered yet. */
  readonly waiting: () => boolean;
  /** The last that was sent, while it is not answered. */
  readonly last: () => CommandId | undefined;
  /** The refusal to show near the button; cleared by the next `send`. */
  readonly refusal: () => Rejected | undefined;
  /** What is wrong with one field: `problem('note')`. A rule about a field counts as well. */
  readonly problem: (field: string) => string | undefined;
  /** What is wrong that belongs to none of these fields: for a notice above the form. */
  readonly problemBeside: (...fields: readonly string[]) => string | undefined;
}

/** The hub is known to be out of reach. */
const isOutOfReach = () => !replica().online() || replica().unsent() || replica().outOfReachSince() !== undefined;

/** For screens that show the refusal themselves, near what was typed. */
export function createSending(): Sending {
  const [pending, setPending] = createSignal(0);
  const [waiting, setWaiting] = createSignal(0);
  const [refusal, setRefusal] = createSignal<Rejected>();
  let last: { readonly content: string; readonly commandId: CommandId } | undefined;
  let mounted = true;
  if (getOwner()) onCleanup(() => (mounted = false));

  const refused = (said: Rejected): false => {
    if (mounted) {
      setRefusal(said);
      replica().outbox.seen(said.commandId);
    }
    return false;
  };
  /** Said here while the hub has not answered: not a refusal of its own. */
  const sayAway = (commandId: CommandId, { code, message }: typeof AWAY | typeof NO_ANSWER): false => {
    if (mounted) setRefusal({ outcome: 'rejected', commandId, code, message });
    return false;
  };
  const answered = (commandId: CommandId) => void (last?.commandId === commandId && (last = undefined));
  async function late({ commandId, answer }: Dispatched, { saved, draft, needsHub }: Going): Promise<Sent> {
    const settleDraft = needsHub ? undefined : draft?.aside();
    setWaiting((count) => count + 1);
    if (needsHub) sayAway(commandId, untrack(() => replica().unsent()) === 'unable' ? NOT_SAVED : NO_ANSWER);
    const heard = answer.then((said): Sent => {
      setWaiting((count) => count - 1);
      answered(commandId);
      const accepted = said.outcome === 'accepted';
      settleDraft?.(accepted);
      if (!accepted) return needsHub ? refused(said) : false;
      if (needsHub) setRefusal(undefined);
      saved?.(true);
      return mounted && 'saved';
    });
    return needsHub ? heard : 'kept';
  }
  const problem = (field: string) => {
    const said = refusal();
    return said?.problems?.find((one) => one.field === field)?.message ?? (said?.field === field ? said.message : undefined);
  };
  return {
    send: async (type, data, going = {}) => {
      const content = untrack(() => JSON.stringify([type, data]));
      if (waiting() && last?.content === content) return going.needsHub ? false : 'kept';
      setRefusal(undefined);
      if (going.needsHub && isOutOfReach()) return sayAway(NONE, AWAY);
      setPending((count) => count + 1);
      // The outbox sends in order: what comes after something unanswered is not answered soon either.
      const inTurn = waiting() > 0 || going.after?.waiting();
      const said = replica().outbox.dispatch(type, data, going.after?.last());
      last = { content, commandId: said.commandId };
      const answer = inTurn ? undefined : await answerSoon(said);
      setPending((count) => count - 1);
      if (!answer) return late(said, going);
      answered(said.commandId);
      if (answer.outcome === 'rejected') return refused(answer);
      going.draft?.drop();
      going.saved?.(false);
      return 'saved';
    },
    pending: () => pending() > 0,
    waiting: () => waiting() > 0,
    last: () => last?.commandId,
    refusal,
    problem,
    problemBeside: (...fields) => {
      const said = refusal();
      if (!said || (said.field !== undefined && fields.includes(said.field))) return undefined;
      const all = said.problems ?? [];
      const beside = all.filter((one) => !fields.includes(one.field));
      if (all.length && !beside.length) return undefined;
      // Some are shown at their fields: the others are said by themselves, or nobody would hear of them.
      return beside.length < all.length ? beside.map((one) => one.message).join(' ') : said.message;
    },
  };
}

/** The hub's answer, where it comes soon. Without one the screen goes on once the command is kept; one that is not kept waits for the answer. */
export function answerSoon({ kept, answer }: Dispatched): Promise<Answer | undefined> {
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const goOn = (word?: Answer) => {
        clearTimeout(timer);
        dispose();
        resolve(word);
      };
      const goOnKept = () => void kept.then(() => goOn()).catch(() => undefined);
      const timer = setTimeout(goOnKept, WAIT_MS);
      void answer.then(goOn);
      createEffect(() => replica().unsent() && goOnKept());
    }),
  );
}

/** Says something to the hub: stamped now, sent until it is answered. */
export const dispatch = <Type extends CommandType>(type: Type, data: DataOf<Type>): Dispatched => replica().outbox.dispatch(type, data);

/** Says what the screen itself has to say: nobody waits for it, and nobody is told where it is refused. */
export function dispatchQuietly<Type extends CommandType>(type: Type, data: DataOf<Type>): void {
  void dispatch(type, data).answer.then(({ commandId }) => replica().outbox.seen(commandId));
}

/** What was said last with this command and is not answered yet: a form that changes a part of it starts from there. */
export const unanswered = <Type extends CommandType>(type: Type): DataOf<Type> | undefined =>
  // The outbox keeps what `dispatch` took, which was of this type.
  replica().outbox.latest(type) as DataOf<Type> | undefined;
