// Sets the theme before the first paint, so that nobody who chose the dark is met by a white page. The rest is in app/display-settings.ts.
(() => {
  const root = document.documentElement;
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem('alongside.look') ?? '{}');
  } catch {
    // Storage that is blocked or was spoilt is the same as none.
  }
  const wants = (query) => matchMedia(query).matches;
  const theme =
    kept.theme && kept.theme !== 'system'
      ? kept.theme
      : wants('(prefers-contrast: more)')
        ? 'contrast'
        : wants('(prefers-color-scheme: dark)')
          ? 'dark'
          : 'light';
  root.dataset.theme = theme;
  if (kept.simple) root.dataset.simple = '';
  if (kept.text) root.dataset.text = kept.text;
})();
