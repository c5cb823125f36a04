import { countedLately } from '@alongside/domain/kernel/windows.js';

/** Keys remembered at once; the oldest go first, so that a flood of addresses cannot fill memory. */
const KEYS_LIMIT = 50_000;

/**
 * A caller’s network, for counting: an IPv4 address, or the first half of an IPv6 one, because one subscriber has the whole second half.
 */
export function networkOf(ip: string | undefined): string {
  if (!ip) return '';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  if (!ip.includes(':')) return ip;
  const [start = '', end] = ip.replace(/%.*/, '').toLowerCase().split('::');
  const groupsOf = (part: string) => part.split(':').filter(Boolean);
  const [before, after] = [groupsOf(start), groupsOf(end ?? '')];
  const zeros = end === undefined ? 0 : Math.max(0, IPV6_GROUPS - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return groups.slice(0, NETWORK_GROUPS).join(':');
}
const IPV6_GROUPS = 8;
const NETWORK_GROUPS = 4;

/** How often something may be tried from one place within a window of time. In memory: what must hold across processes is in the log. */
export class Attempts {
  readonly #seen = new Map<string, readonly number[]>();

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Counts one more try; false where there were too many. */
  allow(key: string): boolean {
    const now = this.now();
    const recent = countedLately(this.#seen.get(key) ?? [], now, this.windowMs);
    const allowed = recent.length < this.limit;
    this.#seen.delete(key);
    this.#seen.set(key, allowed ? [...recent, now] : recent);
    if (this.#seen.size > KEYS_LIMIT) this.#seen.delete(this.#seen.keys().next().value as string);
    return allowed;
  }
}
