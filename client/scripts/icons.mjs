// Draws the PNG icons from public/icons/mark.svg with the installed Chromium. Run by hand when the mark changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const folder = new URL('../public/icons/', import.meta.url);
const mark = readFileSync(new URL('mark.svg', folder), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage();

/** `share`: how much of the square the mark takes; the rest is paper, for masks that cut corners off. */
async function draw(name, size, share) {
  await page.setViewportSize({ width: size, height: size });
  const inner = Math.round(size * share);
  await page.setContent(
    `<style>body{margin:0;background:${share < 1 ? '#fbf9f4' : 'transparent'};display:grid;place-items:center;height:100vh}svg{width:${inner}px;height:${inner}px}</style>${mark}`,
  );
  writeFileSync(new URL(name, folder), await page.screenshot({ omitBackground: true }));
}

await draw('mark-32.png', 32, 1);
await draw('mark-180.png', 180, 0.8);
await draw('mark-192.png', 192, 1);
await draw('mark-512.png', 512, 1);
await draw('mark-maskable-512.png', 512, 0.7);
await browser.close();
