import { createSignal } from 'solid-js';
import type { Failure, Outcome } from '../replica/index.js';

/** One request at a time, with what went wrong. */
export function createPosting() {
  const [pending, setPending] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const run = async (what: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    if (pending()) return false;
    setFailure(undefined);
    setPending(true);
    const outcome = await what();
    setPending(false);
    if (!outcome.ok) setFailure(outcome.error);
    return outcome.ok;
  };
  const problem = (field: string) => failure()?.problems?.find((one) => one.field === field)?.message;
  return { pending, failure, problem, run, clear: () => setFailure(undefined) };
}
