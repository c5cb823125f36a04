import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** What the rules of .oxlintrc.json say of one planted file. */
function lint(path: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lint-rules-'));
  try {
    copyFileSync(resolve('.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    const { status, stdout } = spawnSync(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), '--deny-warnings', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, said: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const SOLID = [
  "import { Suspense } from 'solid-js';\nexport const kept = Suspense;",
  "import { Suspense as Later } from 'solid-js';\nexport const kept = Later;",
  "import { ErrorBoundary } from 'solid-js';\nexport const kept = ErrorBoundary;",
  "import { createResource } from 'solid-js';\nexport const kept = createResource;",
  "import { onMount } from 'solid-js';\nexport const kept = onMount;",
  "import * as solid from 'solid-js';\nexport const kept = solid;",
  "export { onMount } from 'solid-js';",
  "import { Dynamic } from 'solid-js/web';\nexport const kept = Dynamic;",
];
const SOCKET = "import { io } from 'socket.io-client';\nexport const kept = io;";

describe('the lint rules of the client', () => {
  test.each(SOLID)('keep to ui and app what Solid 2 renames: %s', (text) => {
    for (const path of ['client/features/today/planted.ts', 'client/features/today/planted.unit.spec.ts', 'client/replica/planted.ts']) {
      const { status, said } = lint(path, text);
      expect({ path, status, said }).toEqual({ path, status: 1, said: expect.stringContaining('Solid 2 renames it') });
    }
    for (const path of ['client/ui/planted.ts', 'client/app/planted.ts'])
      expect({ path, ...lint(path, text) }).toMatchObject({ path, status: 0 });
  });

  test.each(['ui/planted.ts', 'app/planted.ts', 'features/today/planted.ts'])('keep the network to the replica: %s', (path) => {
    expect(lint(`client/${path}`, SOCKET)).toEqual({
      status: 1,
      said: expect.stringContaining('Only client/replica speaks to the network'),
    });
    expect(lint(`client/${path}`, "export const read = () => fetch('/api');").status).toBe(1);
    expect(lint('client/replica/planted.ts', SOCKET).status).toBe(0);
    expect(lint('client/replica/planted.ts', "export const read = () => fetch('/api');").status).toBe(0);
  });

  test('leave the rest of Solid to everyone', () => {
    expect(
      lint('client/features/today/planted.ts', "import { createSignal } from 'solid-js';\nexport const kept = createSignal;").status,
    ).toBe(0);
  });
});
