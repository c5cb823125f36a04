import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';

describe('finding a browser for the journeys', () => {
  const before = { ...process.env };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'browser-'));
    process.env['PATH'] = folder;
    delete process.env['CHROMIUM_PATH'];
  });
  afterEach(() => {
    process.env = { ...before };
    rmSync(folder, { recursive: true, force: true });
  });

  const program = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };

  test('the one that CHROMIUM_PATH names wins', () => {
    program('chromium');
    process.env['CHROMIUM_PATH'] = program('mine');
    expect(findBrowser()).toBe(join(folder, 'mine'));
  });

  test('a CHROMIUM_PATH that leads nowhere is said, not passed over', () => {
    program('chromium');
    process.env['CHROMIUM_PATH'] = join(folder, 'nowhere');
    expect(() => findBrowser()).toThrow(/CHROMIUM_PATH is set to .*nowhere, which is not a program/);
  });

  test('else an installed one, Chromium first', () => {
    program('google-chrome');
    expect(findBrowser()).toBe(join(folder, 'google-chrome'));
    program('chromium');
    expect(findBrowser()).toBe(join(folder, 'chromium'));
  });
});
