import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { packModel, unpackModel, type ModelCard, type Sha256 } from '@alongside/ml/model/disk/format.js';
import type { Model } from '@alongside/ml/model/model.js';

const [MANIFEST, WEIGHTS] = ['manifest.json', 'weights.bin'];

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Writes a model into a new folder: beside it, then renamed, so whole or not at all. Throws where the folder has files. `more`: further files. */
export async function saveModel(folder: string, model: Model, card: ModelCard, more: Readonly<Record<string, string>> = {}): Promise<void> {
  const { manifest, weights } = packModel(model, card, sha256);
  const beside = `${folder}.${process.pid}.new`;
  await mkdir(beside, { recursive: true });
  try {
    await write(join(beside, WEIGHTS), weights);
    await write(join(beside, MANIFEST), manifest);
    for (const [name, text] of Object.entries(more)) await write(join(beside, name), text);
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Reads a model. Throws `BrokenModel` where its files are not those that were written. */
export async function loadModel(folder: string): Promise<{ readonly model: Model; readonly card: ModelCard }> {
  const [manifest, weights] = [await readFile(join(folder, MANIFEST), 'utf8'), await readFile(join(folder, WEIGHTS))];
  return unpackModel(manifest, weights, sha256);
}

/** On the disk before it is renamed: after a power cut a name never leads to half a file. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
