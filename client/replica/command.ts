import { createEffect, createRoot, createSignal, getOwner, onCleanup } from 'solid-js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { replica } from './current.js';
import type { Dispatched, Rejected } from './outbox.js';

/** How long a screen waits for the hub’s word before it goes on without, in milliseconds. */
const WAIT_MS = 4_000;

/** A form's or a button's own sending: whether it is on its way, and why it was refused. */
export interface Sending {
  /**
   * Resolves to whether the screen may go on: it was accepted. What was typed stays with the screen. With `saved`, which tells so once it was
   * accepted, the screen does not wait for a hub that is out of reach: a refusal that comes later is shown from the bar.
   */
  readonly send: <Type extends CommandType>(type: Type, data: DataOf<Type>, saved?: () => void) => Promise<boolean>;
  readonly pending: () => boolean;
  /** The refusal to show near the button; cleared by the next `send`. */
  readonly refusal: () => Rejected | undefined;
  /** What is wrong with one field: `problem('note')`. A rule about a field counts as well. */
  readonly problem: (field: string) => string | undefined;
  /** What is wrong that belongs to none of these fields: for a notice above the form. */
  readonly problemBeside: (...fields: readonly string[]) => string | undefined;
}

/** For screens that show the refusal themselves, near what was typed. */
export function createSending(): Sending {
  const [pending, setPending] = createSignal(0);
  const [refusal, setRefusal] = createSignal<Rejected>();
  let mounted = true;
  if (getOwner()) onCleanup(() => (mounted = false));
  const problem = (field: string) => {
    const said = refusal();
    return said?.problems?.find((one) => one.field === field)?.message ?? (said?.field === field ? said.message : undefined);
  };
  return {
    send: async (type, data, saved) => {
      setRefusal(undefined);
      setPending((count) => count + 1);
      const said = dispatch(type, data);
      void said.answer.then(({ outcome }) => outcome === 'accepted' && saved?.());
      const answer = await (saved ? answerSoon(said) : said.answer);
      setPending((count) => count - 1);
      if (answer?.outcome !== 'rejected') return true;
      if (mounted) {
        setRefusal(answer);
        replica().outbox.seen(answer.commandId);
      }
      return false;
    },
    pending: () => pending() > 0,
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

/** The hub's answer, where it comes soon enough for a person to wait. Without one the screen goes on: the outbox has what was said. */
export async function answerSoon({ kept, answer }: Dispatched): Promise<Answer | undefined> {
  await kept;
  return new Promise((resolve) =>
    createRoot((dispose) => {
      const goOn = (word?: Answer) => {
        clearTimeout(timer);
        dispose();
        resolve(word);
      };
      const timer = setTimeout(goOn, WAIT_MS);
      void answer.then(goOn);
      createEffect(() => replica().unsent() && goOn());
    }),
  );
}

/** Says something to the hub: stamped now, sent until it is answered. */
export const dispatch = <Type extends CommandType>(type: Type, data: DataOf<Type>): Dispatched => replica().outbox.dispatch(type, data);
