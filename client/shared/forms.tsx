import { createSignal, Show, type JSX } from 'solid-js';
import type { Sending } from '../replica/index.js';
import { Notice } from '../ui/index.js';

/** Runs instead of the browser's own sending of a form. */
export const submitting = (run: () => void) => (event: SubmitEvent) => {
  event.preventDefault();
  run();
};

/** For `ref`: the first field of a form that has just opened takes the focus. */
export function focusFirst(element: HTMLElement): void {
  queueMicrotask(() => element.querySelector<HTMLElement>('input, textarea, select')?.focus());
}

/** Which of a part's forms is open. Closing gives the focus back to what opened it or, where that is gone, to the first button of `place`. */
export function createOpen<Name extends string>(place?: () => HTMLElement | undefined) {
  const [name, setName] = createSignal<Name>();
  let cameFrom: Element | null = null;
  return {
    is: (one: Name) => name() === one,
    any: () => name() !== undefined,
    open: (one: Name) => {
      cameFrom = document.activeElement;
      setName(() => one);
    },
    close: () => {
      setName(undefined);
      queueMicrotask(() => {
        const back =
          cameFrom instanceof HTMLElement && cameFrom.isConnected ? cameFrom : place?.()?.querySelector<HTMLElement>('button, a');
        back?.focus();
      });
    },
  };
}

/** Why the hub refused something, where it belongs to none of the fields below it; and that it has not answered yet. */
export const Refused = (props: { sending: Sending; beside?: readonly string[] }): JSX.Element => (
  <>
    <Show when={props.sending.problemBeside(...(props.beside ?? []))}>{(message) => <Notice kind="refusal">{message()}</Notice>}</Show>
    <StillSending sending={props.sending} />
  </>
);

/** The screen went on, and the hub has not answered yet. */
export const StillSending = (props: { sending: Sending }): JSX.Element => (
  <Show when={props.sending.waiting()}>
    <p class="small muted" role="status">
      What you sent is not saved yet. We are still trying to send it.
    </p>
  </Show>
);
