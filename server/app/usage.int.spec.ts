import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { builtProgram } from './program.testing.js';

jest.setTimeout(120_000);

const COMMANDS = ['admin', 'backup', 'import', 'ml', 'privacy', 'restore', 'verify'];
const SCRIPTS = [
  'bench',
  'boundaries',
  'build',
  'complete-lock',
  'e2e',
  'jest',
  'leave-built',
  'mutate',
  'prove',
  'run',
  'screenshots',
].concat(...['setup', 'start', 'test']);
const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}
const run = (file: string, ...args: readonly string[]) =>
  new Promise<Ran>((resolve) => {
    const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: '/nonexistent/alongside', NO_BUILD: '1' };
    execFile(process.execPath, [file, ...args], { env }, (error, out, err) => resolve({ status: Number(error?.code ?? 0), out, err }));
  });
const command = (name: string, ...args: readonly string[]) => run(builtProgram(`${name}.cli`), ...args);

test.each(COMMANDS)('npm run %s -- --help says how it is used, and nothing is wrong', async (name) => {
  const usage = { status: 0, err: '', out: expect.stringContaining(`npm run ${name}`) as string };
  expect(await command(name, '--help')).toEqual(usage);
});

test.each([
  ['admin', [], 'Say who becomes an administrator'],
  ['admin', ['--yess', 'helen'], 'There is no option --yess.'],
  ['backup', [], 'Say which folder the backup goes into.'],
  ['backup', ['my', 'folder'], 'Give one folder.'],
  ['backup', ['/nonexistent/alongside'], '/nonexistent/alongside is in the hub’s data folder, and would be lost together with it.'],
  ['backup', ['/nonexistent/alongside/data/../backups'], '/nonexistent/alongside/data/../backups is in the hub’s data folder'],
  ['backup', ['package.json'], 'package.json is a file. Name a folder for the backup.'],
  ['import', [], 'Say what to import: institutions or staff.'],
  ['import', ['people', 'a.csv'], 'We cannot import “people”.'],
  ['import', ['staff'], 'Say which file to import.'],
  ['import', ['staff', 'a.csv'], 'Say whose staff they are: --institution NAME'],
  ['import', ['staff', 'a.csv', '--institution'], '--institution needs a value behind it.'],
  ['import', ['staff', 'a.csv', '--yes=1'], '--yes takes no value.'],
  ['ml', [], 'Say which tool to use: assign, evaluate or learn.'],
  ['ml', ['assing'], 'There is no tool “assing”.'],
  ['ml', ['assign'], 'Give the file of the problem'],
  ['ml', ['evaluate', 'a.jsonl'], 'We do not know what “a.jsonl” means here.'],
  ['ml', ['learn', '--use', '--back'], 'Give one of --use, --back and --show.'],
  ['ml', ['learn', '--epochs', '0'], '--epochs takes a whole number from 1 on.'],
  ['privacy', [], 'Say what to do: erase WHO.'],
  ['privacy', ['erase'], 'Say whose data to delete'],
  ['restore', [], 'Say which backup to restore.'],
  ['verify', ['a', 'b'], 'Give one folder.'],
] as const)('npm run %s -- %j says first what is wrong, and then how it is used', async (name, args, why) => {
  const { status, out, err } = await command(name, ...args);
  expect({ status, out, err }).toEqual({ status: 1, out: '', err: expect.stringContaining('npm run ') as string });
  expect(err.startsWith(why)).toBe(true);
});

test('the hub starts with no argument alone: what was meant for a setting would be passed over in silence', async () => {
  const said = 'It takes no arguments: set its port';
  const asked = await run(builtProgram('main'), '--help');
  expect(asked).toEqual({ status: 0, err: '', out: expect.stringContaining(said) as string });
  const [option, word] = await Promise.all([run(builtProgram('main'), '--port=80'), run(join(scripts, 'start.mjs'), '80')]);
  expect(option).toEqual({
    status: 78,
    out: '',
    err: expect.stringMatching(/^There is no option --port\.[^]+It takes no arguments/) as string,
  });
  expect(word).toEqual({ status: 1, out: '', err: expect.stringContaining('npm start takes no arguments') as string });
});

test.each(SCRIPTS)('scripts/%s.mjs --help says what it does, and does nothing', async (name) => {
  const { status, out, err } = await run(join(scripts, `${name}.mjs`), '--help');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out.trim().split('\n').length).toBeLessThan(6);
  expect(out.length).toBeGreaterThan(40);
});
