import { createSignal } from 'solid-js';

export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
const TEXT_SIZES = ['usual', 'large', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** The display settings of this device. */
export interface DisplaySettings {
  readonly theme: Theme;
  /** One thing at a time, for a lower load. */
  readonly simple: boolean;
  readonly text: TextSize;
}

const KEY = 'alongside.look';
const DEFAULTS: DisplaySettings = { theme: 'system', simple: false, text: 'usual' };
const oneOf = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T => all.find((one) => one === value) ?? otherwise;

function stored(): DisplaySettings {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<keyof DisplaySettings, unknown>>;
    return { theme: oneOf(THEMES, value.theme, 'system'), simple: value.simple === true, text: oneOf(TEXT_SIZES, value.text, 'usual') };
  } catch {
    // Storage that is blocked or was spoilt is the same as none.
    return DEFAULTS;
  }
}

const [displaySettings, setDisplaySettings] = createSignal<DisplaySettings>(stored());
export { displaySettings };

/** Puts the settings on the page. The first time, `public/look.js` has already done so before the first paint. */
function show({ theme, simple, text }: DisplaySettings): void {
  const root = document.documentElement;
  const wants = (query: string) => matchMedia(query).matches;
  const system = wants('(prefers-contrast: more)') ? 'contrast' : wants('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  root.dataset['theme'] = theme === 'system' ? system : theme;
  root.toggleAttribute('data-simple', simple);
  if (text === 'usual') delete root.dataset['text'];
  else root.dataset['text'] = text;
  const paper = getComputedStyle(root).getPropertyValue('--paper').trim();
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper);
}

/** Keeps the settings on this device. Called again after a sign-out, which empties the storage of the site. */
export function saveDisplaySettings(): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(displaySettings()));
  } catch {
    // It lasts for this visit only.
  }
}

/** Changes some of them, at once and for the next visits. */
export function changeDisplaySettings(change: Partial<DisplaySettings>): void {
  setDisplaySettings((before) => ({ ...before, ...change }));
  show(displaySettings());
  saveDisplaySettings();
}

/** Follows the system while the person leaves it to the system. */
export function followSystem(): void {
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'])
    matchMedia(query).addEventListener('change', () => show(displaySettings()));
  show(displaySettings());
}
