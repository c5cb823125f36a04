import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, scoredBy } from '@alongside/ml/evaluation/evaluate.js';
import { plainTrainer } from '@alongside/ml/model/testing/plain-trainer.testing.js';
import { tagMarket } from '@alongside/ml/model/testing/tag-market.js';
import { loadModel, saveModel } from './model-files.js';

const market = tagMarket(1, { mentees: 40, mentors: 20, tested: 10, each: 4, strength: 2 });
const { model } = evaluate(market.train, market.test, { trainer: plainTrainer, seed: 1, epochs: 2 }, () => 0);
const CARD = {
  trainedAt: '2026-11-28T19:00:00.000Z',
  backend: 'plain',
  seed: 1,
  examples: 160,
  metrics: { aucWithinLeft: 0.6 },
  logPosition: 12,
};

describe('a model on the disk', () => {
  let folder = '';
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'alongside-model-'))));
  afterEach(() => rm(folder, { recursive: true }));

  test('is read as it was written, with its card, and scores the same', async () => {
    await saveModel(join(folder, 'v1'), model, CARD);
    const read = await loadModel(join(folder, 'v1'));
    expect(read.card).toEqual(CARD);
    expect(scoredBy(read.model, market.test)).toEqual(scoredBy(model, market.test));
    expect(await readdir(folder)).toEqual(['v1']);
  });

  test('that was changed by one bit is refused with a sentence', async () => {
    await saveModel(join(folder, 'v1'), model, CARD);
    const path = join(folder, 'v1', 'weights.bin');
    const bytes = await readFile(path);
    await writeFile(
      path,
      bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)),
    );
    await expect(loadModel(join(folder, 'v1'))).rejects.toThrow('This model cannot be used: the checksum of weights.bin');
    await writeFile(path, bytes.subarray(4));
    await expect(loadModel(join(folder, 'v1'))).rejects.toThrow(`weights.bin has ${bytes.length - 4} bytes in place of ${bytes.length}.`);
  });

  test('whose manifest was changed is refused with a sentence', async () => {
    await saveModel(join(folder, 'v1'), model, CARD);
    const path = join(folder, 'v1', 'manifest.json');
    const manifest = await readFile(path, 'utf8');
    await writeFile(path, manifest.replace('"kind":"covered"', '"kind":"overlap"'));
    await expect(loadModel(join(folder, 'v1'))).rejects.toThrow('the checksum of the schema');
    await writeFile(path, manifest.slice(0, 50));
    await expect(loadModel(join(folder, 'v1'))).rejects.toThrow('manifest.json is not JSON.');
    await writeFile(path, '{"format":2}');
    await expect(loadModel(join(folder, 'v1'))).rejects.toThrow('manifest.json is of another version.');
  });

  test('is never half there: a folder that has files is left as it was', async () => {
    await saveModel(join(folder, 'v1'), model, CARD);
    await expect(saveModel(join(folder, 'v1'), model, { ...CARD, seed: 2 })).rejects.toThrow('ENOTEMPTY');
    expect((await loadModel(join(folder, 'v1'))).card.seed).toBe(1);
    expect(await readdir(folder)).toEqual(['v1']);
  });
});
