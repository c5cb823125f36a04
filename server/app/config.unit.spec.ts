import { ConfigError, readConfig } from './config.js';

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  test('is right for one machine where nothing is set, and an empty variable is not set', () => {
    expect(readConfig({})).toEqual(readConfig({ PORT: '', PUBLIC_URL: '', MASTER_KEY: '' }));
    expect(readConfig({})).toMatchObject({ port: 4000, host: '127.0.0.1', dataDir: 'data', logLevel: 'info', trustProxy: 0 });
  });

  test('names every variable that is wrong, what was given and what it takes', () => {
    expect(problemsOf({ PORT: '99999', DEMO: 'yes', LOG_LEVEL: 'loud', PUBLIC_URL: 'ftp://x' })).toEqual([
      'PORT is "99999"; it takes a port number from 0 to 65535.',
      'DEMO is "yes"; it takes 0 or 1.',
      'PUBLIC_URL is "ftp://x"; it takes an address such as https://mentoring.example.org.',
      'LOG_LEVEL is "loud"; it takes debug, info, warn or error.',
    ]);
  });

  test('takes a folder by what is there, where none was named: the demonstration and a hub of one’s own never share one', () => {
    const folder = (there: readonly string[], env: Record<string, string> = {}, as: 'hub' | 'command' = 'hub') =>
      readConfig(env, { holdsHub: (dataDir) => there.includes(dataDir), as }).dataDir;
    for (const DEMO of ['', '0', '1']) {
      expect(folder(['data', 'data-demo'], { DEMO })).toBe('data');
      expect(folder([], { DEMO })).toBe(DEMO === '0' ? 'data' : 'data-demo');
      expect(folder(['data'], { DEMO, DATA_DIR: 'hub' })).toBe('hub');
    }
    // On a server the log is elsewhere.
    expect(folder([], { EVENTSTORE_URL: 'esdb://localhost:2113?tls=false' })).toBe('data');
    expect(folder(['data-demo'], {}, 'command')).toBe('data-demo');
    expect(folder([], {}, 'command')).toBe('data');
  });

  test('never prints a secret', () => {
    const secrets = { MASTER_KEY: 'hunter2', SMTP_URL: 'http://me:hunter2@mail', EVENTSTORE_URL: 'nonsense hunter2' };
    expect(problemsOf(secrets)).toHaveLength(3);
    expect(problemsOf(secrets).join()).not.toContain('hunter2');
  });

  test('takes a key of 32 bytes and no other', () => {
    expect(readConfig({ MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }).masterKey).toBeDefined();
    expect(problemsOf({ MASTER_KEY: Buffer.alloc(31, 7).toString('base64') })).toHaveLength(1);
  });
});
