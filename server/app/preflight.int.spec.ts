import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sayFolder, sayPort } from './preflight.js';
import { builtProgram } from './program.testing.js';

const MAIN = builtProgram('main');

/** Runs the built hub, after `before` in its shell; what it said and its exit code. */
async function run(env: Readonly<Record<string, string>>, before = ''): Promise<{ said: string; code: number | null }> {
  const child = spawn('sh', ['-c', `${before}exec "${process.execPath}" "${MAIN}"`], {
    env: { PATH: process.env['PATH'], PORT: '0', DEMO: '0', LOG_LEVEL: 'warn', ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { said, code };
}

describe('a hub that cannot start says why in one sentence and writes nothing', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preflight-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const started = (why: string) => ({ said: `The hub could not start. ${why}\n`, code: 1 });

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const why = `Port ${port} is taken. Stop what uses it, or choose another with PORT.`;
    expect(await run({ PORT: String(port), DATA_DIR: join(folder, 'data') })).toEqual(started(why));
    expect(await readdir(folder)).toEqual([]);
    other.close();
  });

  test('an address that this machine does not have', async () => {
    const { said, code } = await run({ PORT: '4999', HOST: '203.0.113.7', DATA_DIR: join(folder, 'data') });
    expect([said, code]).toEqual([
      'The hub could not start. This machine has no address 203.0.113.7. Set HOST to one that it has, such as 127.0.0.1 or 0.0.0.0.\n',
      1,
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a folder that is a file, lies in one, or has one where the hub keeps a folder', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'words');
    expect(await run({ DATA_DIR: file })).toEqual(started(`DATA_DIR is ${file}, which is a file. Set it to a folder.`));
    const inside = join(file, 'data');
    expect(await run({ DATA_DIR: inside })).toEqual(
      started(`The folder ${inside} cannot be made, because ${file} is a file. Set DATA_DIR to another folder.`),
    );
    const data = join(folder, 'data');
    await mkdir(data);
    await writeFile(join(data, 'log'), '');
    expect(await run({ DATA_DIR: data })).toEqual(
      started(`${join(data, 'log')} is a file where the hub keeps a folder. Move it away, or set DATA_DIR to another folder.`),
    );
    expect(await readdir(data)).toEqual(['log']);
  });

  test('a setting whose name is misspelt, beside why', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'words');
    const { said } = await run({ DATA_DIR: file, DATADIR: folder, SMTP_HOST: 'mail.example' });
    expect(said.split('\n').slice(0, 3)).toEqual([
      'DATADIR is no setting of Alongside. Did you mean DATA_DIR?',
      'SMTP_HOST is no setting of Alongside. Did you mean SMTP_URL?',
      `The hub could not start. DATA_DIR is ${file}, which is a file. Set it to a folder.`,
    ]);
  });

  test('a disk that takes nothing: no file may grow', async () => {
    const data = join(folder, 'data');
    const why = `There is no room on the disk of ${data}. Make space, or set DATA_DIR to a folder on another disk.`;
    expect(await run({ DATA_DIR: data }, "trap '' XFSZ; ulimit -f 0; ")).toEqual(started(why));
    expect(existsSync(data)).toBe(false);
  });

  test('each code of the system has a sentence', () => {
    const coded = (code: string) => Object.assign(new Error(code), { code });
    expect(sayFolder(coded('EROFS'), '/d')).toMatch(/^The disk of \/d is read-only\./);
    expect(sayFolder(coded('EACCES'), '/d')).toMatch(/^This account may not write to \/d\./);
    expect(sayFolder(coded('ELOOP'), '/d')).toMatch(/^The folder \/d cannot be used \(ELOOP\)\./);
    expect(sayPort(coded('EACCES'), 80, 'h')).toMatch(/above 1023/);
    expect(sayPort(coded('EPERM'), 80, 'h')).toMatch(/\(EPERM\)/);
  });
});
