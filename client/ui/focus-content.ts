/**
 * Focuses the page’s content where nothing nearer can take it. Only once: an always focusable `main` would take focus at every press and
 * close what floats.
 */
export function focusContent(options?: FocusOptions): void {
  const content = document.getElementById('content');
  if (!content) return;
  content.tabIndex = -1;
  content.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true });
  content.focus(options);
}
