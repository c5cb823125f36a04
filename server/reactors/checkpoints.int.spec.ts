import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '@alongside/domain/kernel/brand.js';
import { CheckpointFile } from './checkpoints.js';

describe('the progress of a process’s reactors', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alongside-progress-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('is read as it was kept', async () => {
    const file = new CheckpointFile(join(folder, 'own', 'reactors.json'));
    expect(await file.load()).toBeUndefined();
    const progress = { positions: { 'send-news': '0000000000000007' as Position }, aside: [] };
    await file.save(progress);
    expect(await file.load()).toEqual(progress);
  });

  test('does not keep the hub from starting where a power cut tore its file', async () => {
    const path = join(folder, 'reactors.json');
    for (const torn of ['', '{"positions":{"send', '[]', '\0\0\0\0']) {
      await writeFile(path, torn);
      expect(await new CheckpointFile(path).load()).toBeUndefined();
    }
  });
});
