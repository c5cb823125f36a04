import { createEffect, createSignal, For, on, Show } from 'solid-js';
import X from 'lucide-solid/icons/x';
import { Button } from './button.js';

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly refusal: boolean;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** How long good news stays, in milliseconds; longer when there is something to press. Refusals stay until they are put away. */
const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 12_000;
const SHOWN_LIMIT = 3;

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let next = 1;

const putAway = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));

function show(words: string, refusal: boolean, action?: Toast['action']): void {
  const toast: Toast = { id: next++, words, refusal, action };
  setToasts((all) => [...all, toast].slice(-SHOWN_LIMIT));
  if (!refusal) setTimeout(() => putAway(toast.id), action ? STAY_WITH_ACTION_MS : STAY_MS);
}

/** Says that something was done, politely; `action` such as “Undo”. */
export const say = (words: string, action?: Toast['action']): void => show(words, false, action);

/** Says why something was refused, and stays until it is put away. */
export const sayRefused = (words: string): void => show(words, true);

/** Tells the page how much of its foot is covered, so that it can scroll clear of it, and lets what has the focus come out from below. */
function keepClear(list: HTMLElement): void {
  document.documentElement.style.setProperty('--toasts', `${list.offsetHeight}px`);
  const [focused, cover] = [document.activeElement, list.getBoundingClientRect()];
  if (!focused || focused === document.body || list.contains(focused)) return;
  const at = focused.getBoundingClientRect();
  const covered = at.bottom > cover.top && at.top < cover.bottom && at.right > cover.left && at.left < cover.right;
  if (covered && cover.height > 0) focused.scrollIntoView({ block: 'nearest' });
}

/** The place where they appear: once, in the shell. */
export const ToastRegion = () => {
  let list: HTMLUListElement | undefined;
  createEffect(on(toasts, () => list && keepClear(list)));
  return (
    <div role="status" aria-live="polite" aria-atomic="false">
      <ul class="toasts" role="list" ref={(element: HTMLUListElement) => (list = element)}>
        <For each={toasts()}>
          {(toast) => (
            <li class={toast.refusal ? 'toast toast--refusal' : 'toast'}>
              <span class="toast__words">{toast.words}</span>
              <Show when={toast.action}>
                {(action) => (
                  <Button
                    tone="plain"
                    onPress={() => {
                      action().onPress();
                      putAway(toast.id);
                    }}
                  >
                    {action().label}
                  </Button>
                )}
              </Show>
              <button type="button" class="icon-button" aria-label="Put away" onClick={() => putAway(toast.id)}>
                <X size={18} aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
};
