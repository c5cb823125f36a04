import { isIP } from 'node:net';
import { connect } from 'node:tls';
import type { Instant } from '@alongside/domain/kernel/brand.js';

/** What is known of the certificate that browsers are shown. `none`: they come without HTTPS. */
export interface CertificateCondition {
  readonly state: 'none' | 'known' | 'unknown';
  readonly host?: string;
  readonly expiresAt?: string;
  readonly checkedAt?: string;
}

const CHECK_EVERY_MS = 24 * 3_600_000;
/** A check that failed is made again sooner: a proxy may start after the hub. */
const AGAIN_MS = 3_600_000;
const AFTER_START_MS = 10_000;
const ANSWER_LIMIT_MS = 10_000;

/** Looks once a day how long the certificate of the public address is still valid. */
export class CertificateWatch {
  #condition: CertificateCondition;
  #timer: NodeJS.Timeout | undefined;
  readonly #url: URL;

  constructor(
    publicUrl: string,
    private readonly now: () => Instant,
    private readonly expiryOf: (host: string, port: number) => Promise<string> = expiryOfCertificate,
  ) {
    this.#url = new URL(publicUrl);
    this.#condition = this.#url.protocol === 'https:' ? { state: 'unknown', host: this.#url.hostname } : { state: 'none' };
  }

  get condition(): CertificateCondition {
    return this.#condition;
  }

  start(afterMs = AFTER_START_MS): void {
    if (this.#condition.state === 'none') return;
    this.#timer = setTimeout(() => {
      void this.check().then(() => this.start(this.#condition.state === 'known' ? CHECK_EVERY_MS : AGAIN_MS));
    }, afterMs).unref();
  }

  /** A failure is only that it is not known: the hub may not reach itself by its public name. */
  async check(): Promise<void> {
    const { hostname: host, port } = this.#url;
    try {
      const expiresAt = await this.expiryOf(host, Number(port) || 443);
      this.#condition = { state: 'known', host, expiresAt, checkedAt: this.now() };
    } catch {
      this.#condition = { state: 'unknown', host, checkedAt: this.now() };
    }
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}

/** Until when the certificate of a server is valid. Whether it is trusted is for browsers to say: only its date is read. */
export function expiryOfCertificate(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { host, port, ...(isIP(host) === 0 && { servername: host }), rejectUnauthorized: false, timeout: ANSWER_LIMIT_MS },
      () => {
        const { valid_to } = socket.getPeerCertificate();
        socket.destroy();
        const at = Date.parse(valid_to);
        if (Number.isNaN(at)) reject(new Error('The certificate has no date.'));
        else resolve(new Date(at).toISOString());
      },
    );
    socket.on('timeout', () => socket.destroy(new Error('The server did not answer in time.')));
    socket.on('error', reject);
  });
}
