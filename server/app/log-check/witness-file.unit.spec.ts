import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { LogChain } from '../../event-store/log-chain.js';
import { readWithSum, textWithSum } from './with-sum.js';
import { readWitness, SPOILT_WITNESS_FILE, WITNESS_FILE, witnessShape, writeWitness } from './witness-file.js';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe(`what a process knows of the log, in a file (SEED=${SEED})`, () => {
  const chain = new LogChain();
  for (let revision = 0; revision < 5_000; revision += 1)
    chain.take({ stream: 'person-ben', revision, position: String(revision + 1).padStart(16, '0'), hash: `${revision}` });
  const witness = chain.witness()!;

  test('with any one byte changed is what it was, or spoilt: never another witness', () => {
    const random = numbersFrom(SEED);
    const bytes = Buffer.from(textWithSum(witness));
    expect(readWithSum(bytes.toString(), witnessShape)).toEqual(witness);
    let spoilt = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at]! + 1 + Math.floor(random() * 255)) % 256;
      const read = readWithSum(changed.toString(), witnessShape);
      if (read) expect([at, read]).toEqual([at, witness]);
      else spoilt += 1;
    }
    expect(spoilt).toBeGreaterThan(bytes.length - 10);
  });

  test('from before there were sums is taken at its word', () => {
    expect(readWithSum(JSON.stringify(witness), witnessShape)).toEqual(witness);
  });

  test('is written anew beside a spoilt one, which stays to be seen', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-witness-of-'));
    const file = join(folder, WITNESS_FILE);
    expect(await readWitness(file)).toBeUndefined();
    await writeFile(file, 'torn');
    expect(await readWitness(file)).toBe('spoilt');
    await writeWitness(file, witness);
    await writeWitness(file, witness);
    expect(await readWitness(file)).toEqual(witness);
    expect(await readFile(join(folder, SPOILT_WITNESS_FILE), 'utf8')).toBe('torn');
    await rm(folder, { recursive: true });
  });
});
