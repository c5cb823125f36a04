import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config.js';
import { createHub, type Hub } from './create-hub.js';
import { createLogger } from './logger.js';

const open = (dataDir: string, MASTER_KEY = ''): Promise<Hub> =>
  createHub(readConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', MASTER_KEY }), { logger: createLogger('error') });

describe('a log whose master key is not here', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'without-key-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  test('does not open, and no other key is made beside it', async () => {
    await (await open(root)).close();
    await rename(join(root, 'master.key'), join(root, 'elsewhere.key'));
    await expect(open(root)).rejects.toThrow(/^There is no master key in .+, and MASTER_KEY is not set\./);
    expect(existsSync(join(root, 'master.key'))).toBe(false);
    await rename(join(root, 'elsewhere.key'), join(root, 'master.key'));
    await (await open(root)).close();
  });

  test('is opened with the key that is given, and none is made beside it', async () => {
    const key = Buffer.alloc(32, 9).toString('base64');
    await (await open(root, key)).close();
    await expect(open(root)).rejects.toThrow(/^There is no master key/);
    await (await open(root, key)).close();
    expect(existsSync(join(root, 'master.key'))).toBe(false);
  });
});
