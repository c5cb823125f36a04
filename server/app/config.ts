import { z } from 'zod';
import { addressOfSender } from '../mail/sender.js';
import { connectionString } from '../event-store/eventstoredb/connection-string.js';

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'a port number from 0 to 65535' })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: 'a port number from 0 to 65535' });
const flag = z.enum(['0', '1'], { error: '0 or 1' }).transform((value) => value === '1');
const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), { error: `an address such as ${example}` });
const eventStore = z.string().transform((value, context) => {
  const read = connectionString(value);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: read.error });
  return z.NEVER;
});
const secret32 = z
  .string()
  .refine((value) => Buffer.from(value, 'base64').length === 32, { error: '32 bytes in base64, as from: npm run key' });

/** Every variable that the hub reads from its environment, and what may stand in it. The table in `docs/configuration.md` is held to these keys. */
export const configSchema = z.object({
  /** 0 takes any free port: for tests. */
  PORT: port.default(4000),
  /** The address to listen on. Other machines reach the hub only where this is set, as to 0.0.0.0. */
  HOST: z.string().min(1, { error: 'a host name or an IP address' }).default('127.0.0.1'),
  /** Where the log, the views and the keys are kept. */
  DATA_DIR: z.string().min(1, { error: 'the path of a folder' }).default('data'),
  /** 0 opens only a hub of one's own, 1 only the demonstration. Unset: what is there, or the demonstration in an empty log. */
  DEMO: flag.optional(),
  /** How browsers reach the hub; taken from PORT where it is absent. */
  PUBLIC_URL: url(['http:', 'https:'], 'https://mentoring.example.org').optional(),
  EVENTSTORE_URL: eventStore.optional(),
  MEILI_URL: url(['http:', 'https:'], 'http://localhost:7700').optional(),
  MEILI_KEY: z.string().min(1, { error: 'the key of the Meilisearch server' }).optional(),
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://localhost:1025').optional(),
  MAIL_FROM: z
    .string()
    .refine((value) => addressOfSender(value) !== undefined, { error: 'one sender, such as Alongside <hub@school.example>' })
    .optional(),
  /** Wraps every person's key. */
  MASTER_KEY: secret32.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], { error: 'debug, info, warn or error' }).default('info'),
  /** `on`: figures for Prometheus at /metrics, for everybody who reaches the hub. */
  METRICS: z.enum(['on', 'off'], { error: 'on or off' }).default('off'),
  /** Switches them on for those who bring it alone. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{16,}$/, { error: 'at least 16 letters and digits without spaces, as from: npm run key' })
    .optional(),
  /** How many proxies stand before the hub, whose X-Forwarded headers are believed. */
  TRUST_PROXY: z.string().regex(/^\d$/, { error: 'a number from 0 to 9' }).transform(Number).default(0),
});

/** The configuration of one hub process, as it was read and checked at start. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** What is asked for; absent where nobody said. What a log is decides itself (0056). */
  readonly demo?: boolean;
  readonly publicUrl?: string;
  readonly eventStoreUrl?: string;
  readonly meiliUrl?: string;
  readonly meiliKey?: string;
  readonly smtpUrl?: string;
  /** Where it is set; it wins over a sender entered in the browser. */
  readonly mailFrom?: string;
  readonly masterKey?: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  readonly trustProxy: number;
  readonly metrics: boolean;
  /** Who reads metrics must bring it, where it is set. */
  readonly metricsToken?: string;
}

/** The sender of mail where neither the environment nor the browser names one. */
export const DEFAULT_MAIL_FROM = 'Alongside <alongside@localhost>';
/** The exit code of a process whose configuration is wrong (`EX_CONFIG`). */
export const EXIT_CONFIG = 78;

// May hold a password or a key: what was given is never printed.
const SECRET = new Set<string>(['MASTER_KEY', 'MEILI_KEY', 'SMTP_URL', 'EVENTSTORE_URL', 'METRICS_TOKEN']);

/** Some variables are wrong; the message says which, what was given (never a secret) and what is wanted. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The hub cannot start: ${problems.length === 1 ? 'a setting is' : 'some settings are'} not right.\n${problems.map((line) => `  ${line}\n`).join('')}`,
    );
    this.name = 'ConfigError';
  }
}

/** Where the demonstration is kept when nobody names a folder. */
export const DEMO_DIR = 'data-demo';

/** What is known of the folders of a place before one is chosen. */
export interface Place {
  readonly holdsHub: (dataDir: string) => boolean;
  /** A command at the terminal begins no demonstration. */
  readonly as?: 'hub' | 'command';
}

/** The folder where none was named: `data` where it holds a hub, or for a hub of one's own; otherwise the demonstration's (0056). */
function folderWithout(own: string, demo: boolean | undefined, { holdsHub, as }: Place): string {
  if (demo === false || holdsHub(own)) return own;
  return as === 'command' && !holdsHub(DEMO_DIR) ? own : DEMO_DIR;
}

/**
 * Reads the configuration from an environment. An empty variable counts as absent. Throws `ConfigError` naming every variable that is
 * wrong. Without `at` the unnamed folder is `data`.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, at: Place = { holdsHub: () => true }): Config {
  const given = Object.fromEntries(Object.keys(configSchema.shape).flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const read = configSchema.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return `${name} ${SECRET.has(name) ? 'holds something else' : `is ${JSON.stringify(given[name])}`}; it takes ${issue.message}.`;
    });
    throw new ConfigError([...new Set(problems)]);
  }
  const { DEMO, PUBLIC_URL, EVENTSTORE_URL, MEILI_URL, MEILI_KEY, SMTP_URL, MAIL_FROM, MASTER_KEY, METRICS_TOKEN, ...rest } = read.data;
  return {
    port: rest.PORT,
    host: rest.HOST,
    dataDir: given['DATA_DIR'] || EVENTSTORE_URL ? rest.DATA_DIR : folderWithout(rest.DATA_DIR, DEMO, at),
    logLevel: rest.LOG_LEVEL,
    trustProxy: rest.TRUST_PROXY,
    metrics: rest.METRICS === 'on' || METRICS_TOKEN !== undefined,
    ...(DEMO !== undefined && { demo: DEMO }),
    ...(PUBLIC_URL && { publicUrl: PUBLIC_URL }),
    ...(EVENTSTORE_URL && { eventStoreUrl: EVENTSTORE_URL }),
    ...(MEILI_URL && { meiliUrl: MEILI_URL }),
    ...(MEILI_KEY && { meiliKey: MEILI_KEY }),
    ...(SMTP_URL && { smtpUrl: SMTP_URL }),
    ...(MAIL_FROM && { mailFrom: MAIL_FROM }),
    ...(MASTER_KEY && { masterKey: MASTER_KEY }),
    ...(METRICS_TOKEN && { metricsToken: METRICS_TOKEN }),
  };
}
