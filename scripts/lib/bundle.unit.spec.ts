import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tidy, whereItWas } from './bundle.mjs';

describe('a module in the bundle', () => {
  const asks = "new Worker(new URL('./writer.worker.js', import.meta.url))";
  const told = (id: string, root: string, code = asks) => whereItWas(code, id, { root, folder: `${root}/server/dist/bundle` });

  test('is told where it lay in dist, with the paths of every system', () => {
    const said = asks.replace('import.meta.url', 'new URL("../event-store/open.js", import.meta.url).href');
    expect(told('/srv/hub/server/dist/event-store/open.js', '/srv/hub')).toBe(said);
    expect(told('C:/hub/server/dist/event-store/open.js', 'C:\\hub')).toBe(said);
    expect(told('C:\\hub\\server\\dist\\event-store\\open.js', 'C:/hub')).toBe(said);
    expect(told('/srv/hub/domain/dist/x.js', '/srv/hub', 'import.meta.url')).toBe(
      'new URL("../../../domain/dist/x.js", import.meta.url).href',
    );
  });

  test('is as it was where it is a library’s, or does not ask', () => {
    expect(told('/srv/hub/node_modules/ws/index.js', '/srv/hub')).toBeNull();
    expect(told('/srv/hub/server/dist/a.js', '/srv/hub', 'export {};')).toBeNull();
  });

  test('ends the build where nobody could say where it lay', () => {
    expect(() => told('/elsewhere/server/dist/a.js', '/srv/hub')).toThrow(
      '/elsewhere/server/dist/a.js would look for its files in the wrong place.',
    );
  });
});

describe('what went from the bundle', () => {
  test('stays a day from then on, however old it is: a hub that was started before may not have loaded it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    const at = (day: string) => new Date(`2026-03-${day}T12:00:00.000Z`);
    for (const name of ['main.js', 'parts-old.js', 'parts-new.js']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), at('01'), at('01'));
    }
    const names = ['main.js', 'parts-new.js'];
    const isKept = () => existsSync(join(folder, 'parts-old.js'));
    tidy(folder, names, ['main.js', 'parts-old.js'], at('06'));
    expect(isKept()).toBe(true);
    tidy(folder, names, names, at('07'));
    expect(isKept()).toBe(true);
    tidy(folder, names, names, new Date('2026-03-07T12:00:01.000Z'));
    expect(isKept()).toBe(false);
    expect(existsSync(join(folder, 'parts-new.js'))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});
