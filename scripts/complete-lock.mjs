// Completes package-lock.json after `npm install` against a mirror without the builds for other platforms, where `npm ci` would refuse it.
// Names and exact versions make a whole entry (0011).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** What a package built for one platform says of it, read from its name; undefined where the name names none. */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (!os || !cpu) return undefined;
  const libc = os !== 'linux' ? undefined : words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { cpu: [cpu], ...(libc && { libc: [libc] }), os: [os] };
}

/** The optional packages for some platform that the lock file's own packages want and that it does not hold: path in the lock → entry. */
export function missingFrom(lock) {
  const missing = {};
  for (const wanting of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(wanting.optionalDependencies ?? {})) {
      const held = Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
      const platform = platformOf(name);
      if (held || !platform || !/^\d/.test(version)) continue;
      missing[`node_modules/${name}`] = { version, ...platform, ...(wanting.dev && { dev: true }), optional: true };
    }
  }
  return missing;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => {
    const file = join(ROOT, 'package-lock.json');
    const lock = JSON.parse(readFileSync(file, 'utf8'));
    const missing = missingFrom(lock);
    const packages = Object.entries({ ...lock.packages, ...missing }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
    writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
    say(`${Object.keys(missing).length} packages for other platforms were added to package-lock.json.`);
  });
}
