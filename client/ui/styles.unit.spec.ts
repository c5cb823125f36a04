import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// A style that never changes becomes an attribute in the compiled template, which the hub's content security policy forbids: the browser drops it.
const FIXED_STYLE = /style=(?:"[^"]*"|\{\{[^}]*:\s*(?:'[^']*'|"[^"]*"|\d+)\s*(?:,|\}\}))/;

test('no element carries a fixed style: the content security policy would drop it', () => {
  const root = join(process.cwd(), 'client');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !/node_modules|dist/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => FIXED_STYLE.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  expect(FIXED_STYLE.test(`<p style={{ width: '100%' }}>`)).toBe(true);
});

test('no part of a screen asks for the width of the frame: a dialog stands outside of it', () => {
  const root = join(process.cwd(), 'client');
  const styles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /^(features|shared)\/.*\.css$/.test(file));
  expect(styles.length).toBeGreaterThan(5);
  expect(styles.filter((file) => readFileSync(join(root, file), 'utf8').includes('@container frame'))).toEqual([]);
});

test('no width of the window is asked for in pixels: with text of twice the size a page has half the room', () => {
  const root = join(process.cwd(), 'client');
  const styles = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.css') && !/node_modules|dist/.test(file),
  );
  const inPixels = /@media[^{]*width[^{]*\d(?:\.\d+)?px/;
  expect(styles.filter((file) => inPixels.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  expect(inPixels.test('@media (max-width: 560px) {')).toBe(true);
});
