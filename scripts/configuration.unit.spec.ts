import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { configSchema, DEFAULT_MAIL_FROM } from '../server/app/config.js';

const table = readFileSync('docs/configuration.md', 'utf8');
const rows = [...table.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|/gm)].map(([, name = '', standard = '']) => ({ name, standard }));
const known = Object.keys(configSchema.shape);

interface Compose {
  readonly services: Readonly<Record<string, { environment?: Record<string, string>; volumes?: readonly string[]; depends_on?: unknown }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}
const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;

describe('the table of settings', () => {
  test('names every variable that the hub reads, once, and no other', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(known.toSorted());
  });

  test('says the default that the hub takes', () => {
    const defaults = configSchema.parse({}) as Record<string, unknown>;
    const said = Object.fromEntries(rows.map(({ name, standard }) => [name, standard]));
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'LOG_LEVEL', 'TRUST_PROXY'])
      expect([name, said[name]]).toEqual([name, `\`${defaults[name]}\``]);
    expect(said['MAIL_FROM']).toContain(`\`${DEFAULT_MAIL_FROM}\``);
    for (const name of known.filter((key) => defaults[key] === undefined && key !== 'PUBLIC_URL')) expect(said[name]).toMatch(/^none/);
  });
});

describe('the composed hub', () => {
  const hubs = Object.entries(compose.services).filter(([name]) => name.startsWith('hub-'));

  test('runs two processes, which set only variables that exist and share one log and one master key', () => {
    expect(hubs).toHaveLength(2);
    for (const [, { environment = {} }] of hubs) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(environment).toMatchObject({
        EVENTSTORE_URL: expect.any(String),
        MASTER_KEY: expect.stringContaining('MASTER_KEY:?'),
        TRUST_PROXY: '1',
      });
    }
  });

  test('keeps everything in named volumes, which outlive its containers', () => {
    const used = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    const named = used.filter((volume) => !volume.startsWith('.'));
    expect(named.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
    expect(new Set(named).size).toBe(named.length);
  });

  test('has a proxy that knows both processes', () => {
    const proxy = readFileSync('deploy/Caddyfile', 'utf8');
    for (const [name] of hubs) expect(proxy).toContain(`${name}:4000`);
  });

  test('is made of every package', () => {
    const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8')) as { workspaces: readonly string[] };
    const image = readFileSync('Dockerfile', 'utf8');
    for (const name of workspaces) {
      expect(image).toContain(`COPY ${name}/package.json ${name}/`);
      expect(image).toContain(`COPY --from=build /app/${name} ${name}`);
    }
  });
});
