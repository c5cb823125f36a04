import { createEffect, createSignal, For, on, Show } from 'solid-js';
import X from 'lucide-solid/icons/x';
import { Button } from './button.js';
import { focusContent } from './focus-content.js';

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly refusal: boolean;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
}

/** How long a success stays, in milliseconds; longer when there is something to press. Refusals stay until they are put away. */
const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 12_000;
const SHOWN_LIMIT = 3;

/** Once nobody looks at it any more it stays for this much at least, in milliseconds. */
const STAY_AFTER_HOLD_MS = 2_000;

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let next = 1;

/** When those go that go by themselves: a clock for each, or what was left of it when they began to be looked at. */
const clocks = new Map<number, { timer: ReturnType<typeof setTimeout> | undefined; until: number; left: number }>();
let held = false;

function putAway(id: number): void {
  clearTimeout(clocks.get(id)?.timer);
  clocks.delete(id);
  setToasts((all) => all.filter((toast) => toast.id !== id));
}

function wind(id: number, ms: number): void {
  const timer = held ? undefined : setTimeout(() => putAway(id), ms);
  clocks.set(id, { timer, until: Date.now() + ms, left: ms });
}

/** Nothing goes while a user points at it or has the focus in it. */
function hold(now: boolean): void {
  if (held === now) return;
  held = now;
  for (const [id, { timer, until, left }] of Array.from(clocks)) {
    clearTimeout(timer);
    if (held) clocks.set(id, { timer: undefined, until, left: until - Date.now() });
    else wind(id, Math.max(left, STAY_AFTER_HOLD_MS));
  }
}

function show(words: string, refusal: boolean, action?: Toast['action']): void {
  const toast: Toast = { id: next++, words, refusal, action };
  setToasts((all) => [...all, toast].slice(-SHOWN_LIMIT));
  if (!refusal) wind(toast.id, action ? STAY_WITH_ACTION_MS : STAY_MS);
}

/** Clears toasts, so the next user of this computer cannot read them. */
export function clearToasts(): void {
  for (const { timer } of clocks.values()) clearTimeout(timer);
  clocks.clear();
  setToasts([]);
}

/** Says that something was done, politely; `action` such as “Undo”. */
export const say = (words: string, action?: Toast['action']): void => show(words, false, action);

/** The same, to be said once something is saved: the words are those of the moment in which it was sent. */
export const saying = (words: string, action?: Toast['action']) => (): void => say(words, action);

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

/** Gives the focus back when the one that had it is put away: to where it came from or, where that is gone, to the page's content. */
function createFocusBack() {
  let inside: Element | null = null;
  let cameFrom: Element | null = null;
  return {
    enter: (event: FocusEvent, list: HTMLElement) => {
      const from = event.relatedTarget;
      if (!(from instanceof Node && list.contains(from))) cameFrom = from instanceof Element ? from : null;
      inside = event.target instanceof Element ? event.target : null;
    },
    /** In a moment: the one that had it may be on its way out, which is not the same as leaving. */
    leave: () => queueMicrotask(() => inside?.isConnected && (inside = null)),
    afterChange: (list: HTMLElement) => {
      if (!inside || inside.isConnected) return;
      inside = null;
      hold(list.matches(':hover'));
      if (document.activeElement !== document.body) return;
      if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus({ preventScroll: true });
      else focusContent({ preventScroll: true });
    },
  };
}

/** The place where they appear: once, in the shell. */
export const ToastRegion = () => {
  let list: HTMLUListElement | undefined;
  const focus = createFocusBack();
  createEffect(
    on(toasts, () => {
      if (!list) return;
      keepClear(list);
      focus.afterChange(list);
    }),
  );
  const release = () => hold(Boolean(list?.matches(':hover, :focus-within')));
  return (
    // Above a dialog, for hands and ears alike: a dialog hides everything else from both, and much is said while one is open or on its way out.
    <div role="status" aria-live="polite" aria-atomic="false" data-kb-top-layer="">
      <ul
        class="toasts"
        role="list"
        ref={(element: HTMLUListElement) => (list = element)}
        onPointerEnter={() => hold(true)}
        onPointerLeave={() => hold(Boolean(list?.contains(document.activeElement)))}
        onFocusIn={(event) => {
          focus.enter(event, event.currentTarget);
          hold(true);
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
          focus.leave();
          queueMicrotask(release);
        }}
      >
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
              <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => putAway(toast.id)}>
                <X size="1.125rem" aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
};
