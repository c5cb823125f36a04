import { Dialog as Kobalte } from '@kobalte/core/dialog';
import { createContext, createMemo, onCleanup, Show, useContext, type JSX } from 'solid-js';
import X from 'lucide-solid/icons/x';
import { beginInField } from './first-field.js';
import { holdFocus } from './holds-focus.js';
import { bringIntoView } from './in-view.js';

/** Why changes are on this device alone: no connection, or a problem of the hub. Empty where none are; given once, by the frame of the app. */
export const Unsent = createContext<() => string>(() => '');

/** A dialog covers the bar that says so, and screen readers hear nothing from behind it. */
function NotSentYet(): JSX.Element {
  const unsent = createMemo(useContext(Unsent));
  return (
    <div class="dialog__state" role="status">
      <Show when={unsent()}>
        <p class="small muted">
          {unsent()}. We keep trying to send your changes, even if you close this box. Keep the page open until they are sent.
        </p>
      </Show>
    </div>
  );
}

/** Something to settle before going on. Escape and the cross leave it; focus goes back to where it came from. */
export function Dialog(props: {
  open: boolean;
  onClose: () => void;
  title: string;
  lead?: JSX.Element;
  wide?: boolean;
  /** What was done is said at the head of the page: the focus goes there, not back to a button that leaves. */
  onward?: boolean;
  foot?: JSX.Element;
  children?: JSX.Element;
}) {
  let cameFrom: Element | null = null;
  let letGo: (() => void) | undefined;
  let held: HTMLElement | undefined;
  let waited: (() => void) | undefined;
  const hold = (element: HTMLElement) => {
    letGo?.();
    held = element;
    letGo = holdFocus(element);
  };
  onCleanup(() => {
    letGo?.();
    waited?.();
  });
  const begin = (event: Event) => {
    cameFrom = document.activeElement;
    const begun = held && beginInField(held);
    waited = begun?.end;
    if (begun?.isThere) event.preventDefault();
  };
  const give = (event: Event) => {
    event.preventDefault();
    const heading = props.onward ? document.querySelector<HTMLElement>('h1') : null;
    if (heading) heading.focus();
    else if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
  };
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class="scrim" />
        <div class="dialog-place">
          <Kobalte.Content
            class={props.wide ? 'dialog dialog--wide' : 'dialog'}
            ref={hold}
            onOpenAutoFocus={begin}
            onCloseAutoFocus={give}
            onFocusIn={({ target }: FocusEvent) => target instanceof Element && bringIntoView(target)}
          >
            <div class="dialog__head">
              <Kobalte.Title>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class="icon-button dialog__close" aria-label="Close">
                <X size="1.25rem" aria-hidden="true" />
              </Kobalte.CloseButton>
            </div>
            <Show when={props.lead}>
              <Kobalte.Description as="p" class="muted" data-lead="">
                {props.lead}
              </Kobalte.Description>
            </Show>
            {props.children}
            <NotSentYet />
            <Show when={props.foot}>
              <div class="dialog__foot">{props.foot}</div>
            </Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}
