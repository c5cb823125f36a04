import { timingSafeEqual } from 'node:crypto';
import type { RefusalCode } from '@alongside/domain/protocol/refusal-codes.js';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HubParts } from '../hub.js';
import { conditionOf, viewsFollow } from './hub-health.js';

/** Where they are read. */
export const METRICS_PATH = '/metrics';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** Methods that are counted by name; the rest are `other`, so that strangers make no labels. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']);

/** Counts what a hub does, for Prometheus. Labels are names of the program alone: never an id, a name or an address, nor what people do or say. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #look: () => Promise<void>;

  /** `sockets`: how many live connections there are. */
  constructor(
    private readonly hub: HubParts,
    private readonly sockets: () => number,
  ) {
    collectDefaultMetrics({ register: this.#registry });
    this.#appends();
    this.#commands();
    this.#look = this.#standing();
  }

  /** Counts requests by the pattern of their address. */
  readonly countRequests = this.#requests();

  /** Answers `/metrics`; with a token, only to those who bring it. */
  readonly serve = (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== METRICS_PATH || request.method !== 'GET') return next();
    if (!isAllowed(request.headers.authorization, this.hub.config.metricsToken)) {
      response.status(401).setHeader('WWW-Authenticate', 'Bearer').end();
      return;
    }
    this.#look()
      .then(() => this.#registry.metrics())
      .then(
        (text) => response.setHeader('Content-Type', this.#registry.contentType).setHeader('Cache-Control', 'no-store').end(text),
        () => response.status(500).end(),
      );
  };

  #requests() {
    const seconds = new Histogram({
      name: 'alongside_http_request_seconds',
      help: 'How long requests took, by method, pattern of the address and status.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: SECONDS,
      registers: [this.#registry],
    });
    return (request: Request, response: Response, next: NextFunction): void => {
      const from = performance.now();
      response.on('finish', () => {
        const method = METHODS.has(request.method) ? request.method : 'other';
        seconds.observe({ method, route: routeOf(request), status: String(response.statusCode) }, (performance.now() - from) / 1_000);
      });
      next();
    };
  }

  #appends(): void {
    const seconds = new Histogram({
      name: 'alongside_append_seconds',
      help: 'How long the log took over an append, until it was on disk.',
      labelNames: ['outcome'] as const,
      buckets: SECONDS,
      registers: [this.#registry],
    });
    this.hub.store.onAppend(({ ms, error }) => seconds.observe({ outcome: error === undefined ? 'ok' : 'failed' }, ms / 1_000));
  }

  #commands(): void {
    const commands = new Counter({
      name: 'alongside_commands_total',
      help: 'Commands decided, by outcome: accepted, refused, failed, or the code of a refusal that is about the hub and not about people.',
      labelNames: ['outcome'] as const,
      registers: [this.#registry],
    });
    // Never by type: a step of such a counter, in a small hub, is what one person did or answered, and when.
    this.hub.dispatcher.onDecided((_, outcome) => commands.inc({ outcome: outcomeOf(outcome) }));
  }

  /** What is looked up when it is asked for. */
  #standing() {
    const gauge = (name: string, help: string) => new Gauge({ name: `alongside_${name}`, help, registers: [this.#registry] });
    const lag = new Gauge({
      name: 'alongside_view_lag_events',
      help: 'How many events a view is behind the log.',
      labelNames: ['view'] as const,
      registers: [this.#registry],
    });
    const gauges = {
      log: gauge('log_bytes', 'The size of the log on disk.'),
      free: gauge('disk_free_bytes', 'Free room on the disk of the data folder.'),
      writes: gauge('writes_ok', '1 where what people do can be saved.'),
      reads: gauge('reads_ok', '1 where the log can be read.'),
      shown: gauge('views_ok', '1 where the views follow what is saved.'),
      damaged: gauge('log_damaged', '1 where the last check of the log found damage.'),
      waiting: gauge('mail_waiting', 'Emails that wait for the mail server.'),
      failing: gauge('mail_failing', '1 where the last emails could not be sent.'),
      behind: gauge('reactors_behind_events', 'How many events the follow-up tasks are behind the views.'),
      aside: gauge('reactions_set_aside', 'Follow-up tasks that failed and are tried again.'),
      backup: gauge('last_backup_age_seconds', 'How long ago the last backup was made. Absent where none is known.'),
      certificate: gauge(
        'certificate_expires_in_seconds',
        'How long the HTTPS certificate of the public address is still valid. Below 0 once it has expired. Absent where it is not known.',
      ),
    };
    const sockets = gauge('sockets', 'Live connections of browsers.');
    const { hub } = this;
    return async (): Promise<void> => {
      sockets.set(this.sockets());
      const now = await conditionOf(hub);
      // What is not known is not said: 0 would be an alarm.
      sayKnown(gauges.log, now.log?.bytes);
      sayKnown(gauges.free, now.disk?.freeBytes);
      gauges.writes.set(now.writes.state === 'ok' ? 1 : 0);
      gauges.reads.set(now.reads.state === 'ok' ? 1 : 0);
      gauges.shown.set(viewsFollow(hub) ? 1 : 0);
      gauges.damaged.set(hub.logCheck.condition.state === 'damaged' ? 1 : 0);
      gauges.waiting.set(now.mail.waiting);
      gauges.failing.set(now.mail.failingSince ? 1 : 0);
      gauges.behind.set(now.reactors.behindEvents);
      gauges.aside.set(hub.reactors.aside.length + hub.emails.aside.length);
      const { backup, certificate } = now;
      sayKnown(gauges.backup, typeof backup === 'string' ? undefined : secondsBetween(backup.at, now.now));
      sayKnown(gauges.certificate, secondsBetween(now.now, certificate.expiresAt));
      for (const { view, lagEvents } of await hub.projector.status()) {
        if (lagEvents === undefined) lag.remove({ view });
        else lag.set({ view }, lagEvents);
      }
    };
  }
}

/** Undefined where either is no time. */
function secondsBetween(from: string, to: string | undefined): number | undefined {
  const seconds = (Date.parse(to ?? '') - Date.parse(from)) / 1_000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

function sayKnown(gauge: Gauge, value: number | undefined): void {
  if (value === undefined) gauge.remove();
  else gauge.set(value);
}

/** Refusals that tell how the hub is, such as that it is behind; all others tell what a person tried. */
const ABOUT_THE_HUB: ReadonlySet<string> = new Set<RefusalCode>([
  'COMMAND.BEHIND',
  'COMMAND.BUSY',
  'COMMAND.CLOCK_WRONG',
  'COMMAND.RECORD_DAMAGED',
]);

const outcomeOf = (outcome: string): string =>
  outcome === 'accepted' || outcome === 'failed' || ABOUT_THE_HUB.has(outcome) ? outcome : 'refused';

// The pattern, not the address: addresses hold ids and search words. Pages of the client have none.
const routeOf = (request: Request): string => (request.route as { path?: string } | undefined)?.path ?? 'page';

function isAllowed(given: string | undefined, token: string | undefined): boolean {
  if (token === undefined) return true;
  const [mine, theirs] = [Buffer.from(`Bearer ${token}`), Buffer.from(given ?? '')];
  return mine.length === theirs.length && timingSafeEqual(mine, theirs);
}
