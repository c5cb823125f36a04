import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DELETIONS_FILE, deletionsIn, noteDeletions } from './deletions.js';

describe('deletions noted beside the log', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'alongside-deletions-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('each person once, with the time of the first note, and a note that was never finished goes with the next one', async () => {
    expect(await deletionsIn(folder)).toEqual({ people: [], unreadable: [] });
    await noteDeletions(folder, ['ben', 'ben'], '2026-11-27T09:00:00.000Z');
    await appendFile(join(folder, DELETIONS_FILE), '{"person":"as');
    await noteDeletions(folder, ['cal', 'ben'], '2026-11-28T09:00:00.000Z');
    expect(await deletionsIn(folder)).toEqual({
      people: [
        { person: 'ben', at: '2026-11-27T09:00:00.000Z' },
        { person: 'cal', at: '2026-11-28T09:00:00.000Z' },
      ],
      unreadable: [],
    });
    const before = await readFile(join(folder, DELETIONS_FILE), 'utf8');
    await noteDeletions(folder, ['cal'], '2026-11-29T09:00:00.000Z');
    expect(await readFile(join(folder, DELETIONS_FILE), 'utf8')).toBe(before);
  });

  test('a line that is not as it was written notes no one, and is told; one of before checks were written is believed', async () => {
    const file = join(folder, DELETIONS_FILE);
    await writeFile(file, '\n{"person":"old","at":"2026-01-05T09:00:00.000Z"}\n');
    await noteDeletions(folder, ['ben', 'cal', 'dee'], '2026-11-27T09:00:00.000Z');
    const written = await readFile(file, 'utf8');
    await writeFile(file, written.replace('"ben"', '"bem"').replace('"cal",', '"cal"'));
    const { people, unreadable } = await deletionsIn(folder);
    expect(people.map(({ person }) => person)).toEqual(['old', 'dee']);
    expect(unreadable).toEqual([3, 4]);
  });

  test('a whole last line without its end is kept, also behind a byte that is no letter', async () => {
    const file = join(folder, DELETIONS_FILE);
    await noteDeletions(folder, ['ben', 'cal'], '2026-11-27T09:00:00.000Z');
    const written = await readFile(file);
    await writeFile(file, Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), written.subarray(0, -1)]));
    await noteDeletions(folder, ['dee'], '2026-11-28T09:00:00.000Z');
    expect((await deletionsIn(folder)).people.map(({ person }) => person)).toEqual(['ben', 'cal', 'dee']);
    await writeFile(file, Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), written.subarray(0, -9)]));
    await noteDeletions(folder, ['dee', 'cal'], '2026-11-28T09:00:00.000Z');
    const { people, unreadable } = await deletionsIn(folder);
    expect([people.map(({ person }) => person), unreadable]).toEqual([['ben', 'dee', 'cal'], [1]]);
  });
});
