import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a new process has in its environment once it has read the file. */
function readBy(file: string, env: Readonly<Record<string, string>>) {
  const module = JSON.stringify(pathToFileURL(resolve('scripts/lib/env-file.mjs')).href);
  const code = `import(${module}).then(({ readEnvFile }) => (readEnvFile(process.argv[1]), console.log(JSON.stringify(process.env)))).catch((error) => (console.error(error.message), process.exit(1)))`;
  return spawnSync(process.execPath, ['-e', code, file], { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });
}

describe('the file .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-env-'));
  const file = join(folder, '.env');
  afterAll(() => rmSync(folder, { recursive: true }));

  test('gives what the environment does not', () => {
    writeFileSync(file, '# Settings\nPORT=4100\nDEMO=0\nMAIL_FROM="Alongside <hub@school.example>"\n');
    const { stdout } = readBy(file, { PORT: '4200' });
    expect(JSON.parse(stdout)).toMatchObject({ PORT: '4200', DEMO: '0', MAIL_FROM: 'Alongside <hub@school.example>' });
  });

  test('may be missing, and is named where it cannot be read', () => {
    expect(readBy(join(folder, 'none'), {}).status).toBe(0);
    expect(readBy(folder, {})).toMatchObject({ status: 1, stderr: expect.stringContaining(`The file ${folder} cannot be read:`) });
  });

  test.each(['start', 'run'])('is read by scripts/%s.mjs before anything else', (name) => {
    expect(readFileSync(`scripts/${name}.mjs`, 'utf8')).toMatch(/main\(async \(\) => \{[^}]*readEnvFile\(\);\n\s+setup\(\);/s);
  });
});
