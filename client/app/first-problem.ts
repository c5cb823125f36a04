import { onCleanup, onMount } from 'solid-js';

const WRONG = '[aria-invalid="true"], [data-invalid]';
/** What is wrong with the form as a whole. */
const REFUSAL = '.notice--refusal';
const CONTROLS = 'input:checked:enabled, input:enabled, select:enabled, textarea:enabled, button:enabled';

/** The control that has to be changed: of a group the one that is chosen, or its first. */
const controlOf = (wrong: Element): HTMLElement | null => {
  if (wrong.matches('[aria-invalid="true"]')) return wrong as HTMLElement;
  return wrong.querySelector<HTMLElement>('input:checked:enabled') ?? wrong.querySelector<HTMLElement>(CONTROLS);
};

/** Focuses what is wrong and shows why: of a group the words are at its head, which may be far above the control. */
function show(wrong: HTMLElement): void {
  const control = wrong.matches(REFUSAL) ? wrong : controlOf(wrong);
  if (control === wrong && wrong.matches(REFUSAL)) wrong.tabIndex = -1;
  control?.focus();
  const words = wrong.matches(REFUSAL) ? wrong : wrong.closest('.field, fieldset')?.querySelector('.field__error');
  // A page without a layout has nothing to scroll.
  words?.scrollIntoView?.({ block: 'nearest' });
}

/**
 * Focuses the refusal of a sent form, else its first wrong field, in every form and dialog. A person who has moved on meanwhile keeps their
 * focus.
 */
export function leadToFirstProblem(): void {
  let stop: () => void = () => undefined;

  const watch = (event: Event) => {
    stop();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const at = document.activeElement;
    const lead = () => {
      const still = document.activeElement === at || document.activeElement === document.body;
      const wrong = form.querySelector<HTMLElement>(`${WRONG}, ${REFUSAL}`);
      if (form.isConnected && still && !wrong) return;
      stop();
      if (wrong && still) show(wrong);
    };
    const observer = new MutationObserver(lead);
    observer.observe(form, { subtree: true, childList: true, attributeFilter: ['aria-invalid', 'data-invalid'] });
    stop = () => {
      observer.disconnect();
      form.removeEventListener('input', stop);
    };
    form.addEventListener('input', stop);
    // What was wrong before and still is changes nothing in the page; and a form that is being sent has taken its last refusal back by now.
    queueMicrotask(lead);
  };

  onMount(() => {
    document.addEventListener('submit', watch);
    onCleanup(() => {
      document.removeEventListener('submit', watch);
      stop();
    });
  });
}
