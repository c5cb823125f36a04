import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(process.cwd(), 'client/ui/tokens.css'), 'utf8');

describe('the tokens', () => {
  for (const [theme, text, seen] of [
    ['light', 4.5, 3],
    ['dark', 4.5, 3],
    ['contrast', 7, 4.5],
  ] as const) {
    const colour = tokensOf(theme);
    const pairs: [string, string, number][] = [
      ...['paper', 'card', 'wash'].flatMap(
        (ground) =>
          [
            ['ink', ground, text],
            ['muted', ground, text],
            ['chalk', ground, text],
          ] as [string, string, number][],
      ),
      ...['paper', 'card'].flatMap((ground) => ['brick', 'sky'].map((ink) => [ink, ground, text] as [string, string, number])),
      ...['paper', 'card'].map((ground) => ['field-line', ground, seen] as [string, string, number]),
      ['ink', 'marigold-wash', text],
      ['brick', 'brick-wash', text],
      ['ink', 'brick-wash', text],
      ['ink', 'sky-wash', text],
      ['sky', 'sky-wash', text],
      ['on-chalk', 'chalk', text],
      ['on-chalk', 'chalk-hover', text],
      ['on-brick', 'brick', text],
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((tint) => ['on-tint', `tint-${tint}`, text] as [string, string, number]),
      ...[1, 2, 3, 4, 5, 6].map((data) => [`data-${data}`, 'card', seen] as [string, string, number]),
    ];
    test.each(pairs)(`${theme}: %s on %s reaches %d to 1`, (ink, ground, least) => {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(least);
    });
  }
});

function tokensOf(theme: string): (name: string) => string {
  const block = (selector: string) => new RegExp(`${selector.replace(/[[\]]/g, '\\$&')} \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const own = theme === 'light' ? '' : block(`:root[data-theme='${theme}']`);
  const base = block(':root');
  return (name) => {
    const found = [own, base].map((text) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(text)?.[1]).find(Boolean);
    if (!found) throw new Error(`No token --${name} in ${theme}`);
    return found;
  };
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
