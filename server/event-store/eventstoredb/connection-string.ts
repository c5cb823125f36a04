import { ok, type Result } from '@alongside/domain/kernel/result.js';

/** What an option of the connection string takes. */
type Takes = 'flag' | 'number' | 'text' | readonly string[];

/** The options that the server's client knows. It would print a string with any other one, the password in it. */
const OPTIONS: Readonly<Record<string, Takes>> = {
  tls: 'flag',
  tlsVerifyCert: 'flag',
  tlsCAFile: 'text',
  throwOnAppendFailure: 'flag',
  connectionName: 'text',
  userCertFile: 'text',
  userKeyFile: 'text',
  nodePreference: ['leader', 'follower', 'read_only_replica', 'random'],
  maxDiscoverAttempts: 'number',
  discoveryInterval: 'number',
  gossipTimeout: 'number',
  defaultDeadline: 'number',
  keepAliveInterval: 'number',
  keepAliveTimeout: 'number',
};
/** Options that the client has and the hub cannot do with, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  throwOnAppendFailure: 'throwOnAppendFailure as true: the hub must learn of an append that was refused',
  tlsVerifyCert: 'tlsVerifyCert as true: the client always verifies. Name your own authority in tlsCAFile',
};
const SCHEME = /^(?:esdb|kurrentdb|kurrent)(\+discover)?:\/\//;
const CREDENTIALS = /^([^:]+):([^@]+)@/;
const HOST = /^[^$+!?*'(),;[\]{}|"%~#<>=&:/@\s]+(?::\d{1,5})?$/;
const EXAMPLE = 'an address such as esdb://localhost:2113?tls=false or esdb+discover://user:password@cluster.example.org:2113';

/** What the variable takes instead, to follow “it takes”. It quotes nothing of what was given: that may be a password. */
type Takings = string;

/**
 * A connection string by the client’s own rules: commas separate hosts, so no URL parser reads it. Newer scheme names become the older ones
 * it knows.
 */
export function connectionString(given: string): Result<string, Takings> {
  const [scheme, discover = ''] = SCHEME.exec(given.trim()) ?? [];
  if (scheme === undefined) return wrong(EXAMPLE);
  const rest = given.trim().slice(scheme.length).replace(/\/+$/, '');
  const [credentials = '', user = '', password = ''] = CREDENTIALS.exec(rest) ?? [];
  if (password.includes(':') || !isEncoded(user) || !isEncoded(password))
    return wrong('a user name and a password in which : / ? % and @ are written as %3A %2F %3F %25 and %40');
  const place = rest.slice(credentials.length);
  const at = place.indexOf('?');
  const hosts = (at < 0 ? place : place.slice(0, at)).replace(/\/+$/, '');
  if (!hosts.split(',').every((host) => HOST.test(host))) return wrong(EXAMPLE);
  const options = at < 0 ? [] : place.slice(at + 1).split('&');
  const problem = options.map(problemOf).find((one) => one !== undefined);
  return problem === undefined ? ok(`esdb${discover}://${rest}`) : wrong(problem);
}

function problemOf(option: string): Takings | undefined {
  const [key = '', value = '', ...more] = option.split('=');
  const name = Object.keys(OPTIONS).find((known) => flat(known) === flat(key));
  const takes = name && OPTIONS[name];
  if (!name || !takes || !value || more.length > 0) return `only options that there are: ${Object.keys(OPTIONS).join(', ')}`;
  if (takes === 'flag' && value !== 'true' && value !== 'false') return `true or false for ${name}`;
  if (takes === 'number' && !/^-?\d+$/.test(value)) return `a whole number for ${name}`;
  if (takes === 'text' && !isEncoded(value)) return `${name} with % written as %25`;
  if (typeof takes === 'object' && !takes.some((one) => flat(one) === flat(value))) return `${takes.join(', ')} for ${name}`;
  return value === 'false' ? REFUSED[name] : undefined;
}

/** The client reads names of options in any case, and with or without hyphens and underscores. */
const flat = (text: string): string => text.trim().toLowerCase().replace(/[_-]/g, '');

const wrong = (error: Takings): Result<string, Takings> => ({ ok: false, error });

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
