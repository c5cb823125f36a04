import { createSignal, getOwner, onCleanup } from 'solid-js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { replica } from './current.js';
import type { Rejected } from './outbox.js';

/** A form's or a button's own sending: whether it is on its way, and why it was refused. */
export interface Sending {
  /** Resolves to whether it was accepted. What was typed stays with the screen. */
  readonly send: <Type extends CommandType>(type: Type, data: DataOf<Type>) => Promise<boolean>;
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
    send: async (type, data) => {
      setRefusal(undefined);
      setPending((count) => count + 1);
      const answer = await dispatch(type, data);
      setPending((count) => count - 1);
      if (answer.outcome === 'accepted') return true;
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

/** Says something to the hub: stamped now, sent until it is answered. Resolves with the answer, however long that takes. */
export const dispatch = <Type extends CommandType>(type: Type, data: DataOf<Type>): Promise<Answer> =>
  replica().outbox.dispatch(type, data);
