import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELETIONS_FILE, deletionsIn, noteDeletions } from './deletions.js';

describe('deletions noted beside the log', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'alongside-deletions-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('each person once, with the time of the first note, and a line that was cut short is passed over', async () => {
    expect(await deletionsIn(folder)).toEqual([]);
    await noteDeletions(folder, ['ben', 'ben'], '2026-11-27T09:00:00.000Z');
    await appendFile(join(folder, DELETIONS_FILE), '{"person":"as');
    await noteDeletions(folder, ['cal', 'ben'], '2026-11-28T09:00:00.000Z');
    expect(await deletionsIn(folder)).toEqual([
      { person: 'ben', at: '2026-11-27T09:00:00.000Z' },
      { person: 'cal', at: '2026-11-28T09:00:00.000Z' },
    ]);
    const before = await readFile(join(folder, DELETIONS_FILE), 'utf8');
    await noteDeletions(folder, ['cal'], '2026-11-29T09:00:00.000Z');
    expect(await readFile(join(folder, DELETIONS_FILE), 'utf8')).toBe(before);
  });
});
