import { createSignal } from 'solid-js';
import type { CommandType, DataOf } from '@alongside/domain/protocol/registry.js';
import { answerSoon, dispatch, replica } from '../replica/index.js';
import { sayRefused, saying } from '../ui/index.js';

/**
 * Sends a command pressed in passing (“Undo”) and says `saved` once accepted; false where refused. Offline, the result is said later.
 * Buttons of a screen use `createAct`.
 */
export async function act<Type extends CommandType>(type: Type, data: DataOf<Type>, saved?: string | (() => void)): Promise<boolean> {
  const said = dispatch(type, data);
  const tell = typeof saved === 'string' ? saying(saved) : saved;
  void said.answer.then(({ outcome }) => outcome === 'accepted' && tell?.());
  const answer = await answerSoon(said);
  if (answer?.outcome !== 'rejected') return true;
  replica().outbox.seen(answer.commandId);
  sayRefused(answer.message);
  return false;
}

/** Something that a button does, once at a time: `pending` is for the button, and a second press meanwhile does nothing and resolves to `undefined`. */
export interface Press<Said extends readonly unknown[], Value> {
  readonly run: (...said: Said) => Promise<Value | undefined>;
  readonly pending: () => boolean;
}

/** Makes a `Press` of something that takes a while. */
export function createPress<Said extends readonly unknown[], Value>(does: (...said: Said) => Promise<Value>): Press<Said, Value> {
  const [pending, setPending] = createSignal(false);
  return {
    run: async (...said) => {
      if (pending()) return undefined;
      setPending(true);
      try {
        return await does(...said);
      } finally {
        setPending(false);
      }
    },
    pending,
  };
}

/** For a button outside forms that sends a command and says in passing what came of it: `<Button pending={leave.pending()} onPress={() => void leave.run(…)}>`. */
export function createAct(): Acting {
  const { run, pending } = createPress((send: () => Promise<boolean>) => send());
  return { run: (type, data, done) => run(() => act(type, data, done)), pending };
}

interface Acting {
  readonly run: <Type extends CommandType>(type: Type, data: DataOf<Type>, done?: string) => Promise<boolean | undefined>;
  readonly pending: () => boolean;
}
