import { createEffect, createMemo, createSignal, onCleanup, untrack, type Accessor } from 'solid-js';

/** What a field holds as its answer: text, one choice, or several. */
type Answered = string | readonly string[] | undefined;

const isEmpty = (answer: Answered): boolean => (typeof answer === 'string' ? answer.trim() === '' : !answer?.length);
const same = (a: Answered, b: Answered): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The error of a field while it applies: until another answer that `looksRight`, and again for the refused answer or after sending without
 * a better one.
 */
export function createStillWrong(of: {
  readonly error: Accessor<string | undefined>;
  readonly answer: Accessor<Answered>;
  /** Within the field’s form, to know when that is sent. */
  readonly place: () => Element | null | undefined;
  readonly looksRight?: Accessor<boolean>;
}): Accessor<string | undefined> {
  const [sent, setSent] = createSignal(0);
  createEffect(() => {
    if (!of.error()) return;
    const send = ({ target }: Event) => target instanceof Node && target.contains(of.place() ?? null) && setSent((count) => count + 1);
    // Before the form itself hears of it: its check may find the same fault again, and then nothing else changes.
    document.addEventListener('submit', send, true);
    onCleanup(() => document.removeEventListener('submit', send, true));
  });
  const refused = createMemo((): { readonly answer: Answered } | undefined => {
    sent();
    return of.error() ? { answer: untrack(of.answer) } : undefined;
  });
  return createMemo(() => {
    const [error, said] = [of.error(), refused()];
    if (!error || !said) return undefined;
    const answer = of.answer();
    const mended = !same(answer, said.answer) && !isEmpty(answer) && (of.looksRight?.() ?? true);
    return mended ? undefined : error;
  });
}
