/**
 * Focuses the content of the page, where nothing nearer can take the focus. For this once: a `main` that could always be focused would take the
 * focus at every press on its bare parts, and whatever floats in it would close.
 */
export function focusContent(options?: FocusOptions): void {
  const content = document.getElementById('content');
  if (!content) return;
  content.tabIndex = -1;
  content.addEventListener('blur', () => content.removeAttribute('tabindex'), { once: true });
  content.focus(options);
}
