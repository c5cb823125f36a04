import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { COMMAND_LIMIT_BYTES } from '../commands/commands.controller.js';
import { Gateway } from '../realtime/gateway.js';
import { SocketAdapter } from '../realtime/socket-adapter.js';
import { keepToBudget } from './budget.js';
import { whileRightsAreKnown } from './health/rights-known.js';
import { openChannel } from './channel/hub-channel.js';
import type { Config } from './config.js';
import { ExceptionsAsAnswers } from './exception.filter.js';
import { controllers, providers } from './features.js';
import { HUB_PARTS, type HubParts } from './hub.js';
import { openParts, type Overrides } from './open-parts.js';
import { requireOwnPage } from './own-page.js';
import { preflight } from './preflight.js';
import { parametersAreTexts } from './read-body.js';
import { recogniseSender, sessionTokenIn } from './signed-in.js';
import { staticClient } from './static-client.js';

/** A hub that runs: where it listens, its parts, and how to stop it. */
export interface Hub {
  readonly parts: HubParts;
  readonly server: Server;
  /** The port that was taken; it differs from the configured one where that was 0. */
  readonly port: number;
  /** What is said instead of its pages, where they are not built. */
  readonly withoutPages: string | undefined;
  /** Stops taking requests, finishes what is under way, and closes every file. */
  close(): Promise<void>;
}

/** The client as it was built, beside the server in the sources and in what is built of them. */
const CLIENT = fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '../../../client/dist' : '../../client/dist', import.meta.url));

/** Opens and starts a whole hub. Settles once it listens and its views are up to date; rejects with a sentence where it cannot. */
export async function createHub(config: Config, overrides: Overrides = {}): Promise<Hub> {
  await preflight(config);
  const { parts, begin, close } = await openParts(config, overrides);
  try {
    const { app, withoutPages } = await applicationOf(parts);
    await begin();
    await app.listen(config.port, config.host);
    const server = app.getHttpServer() as Server;
    const closeChannel = await openChannel(parts);
    return {
      parts,
      server,
      withoutPages,
      port: (server.address() as AddressInfo).port,
      close: async () => {
        await closeChannel();
        await app.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function applicationOf(parts: HubParts): Promise<{ app: NestExpressApplication; withoutPages: string | undefined }> {
  @Module({
    imports: [CqrsModule.forRoot()],
    controllers: [...controllers],
    providers: [{ provide: HUB_PARTS, useValue: parts }, ...providers],
  })
  class HubModule {}

  const { config, logger, sessions } = parts;
  const app = await NestFactory.create<NestExpressApplication>(HubModule, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.use(securityHeaders(config));
  app.use(withoutDevices);
  // Loaded where they are switched on: Prometheus’ library brings a tenth of a second with it.
  const metrics = config.metrics ? new (await import('./health/metrics.js')).Metrics(parts, () => app.get(Gateway).size) : undefined;
  if (metrics) app.use(metrics.countRequests, metrics.serve);
  let withoutPages: string | undefined;
  app.use(staticClient(CLIENT, (said) => (withoutPages = said)));
  app.use(recogniseSender(sessions, config));
  app.use(whileRightsAreKnown(parts));
  app.use(keepToBudget());
  app.use(requireOwnPage);
  app.use(parametersAreTexts);
  app.useBodyParser('json', { limit: COMMAND_LIMIT_BYTES });
  app.useGlobalFilters(new ExceptionsAsAnswers(logger));
  const isSignedIn = (cookies: string | undefined) => sessions.personOf(sessionTokenIn(cookies, config)) !== undefined;
  app.useWebSocketAdapter(new SocketAdapter(app, config.publicUrl, isSignedIn));
  keepConnections(app.getHttpServer() as Server);
  return { app, withoutPages };
}

/**
 * How long an idle connection stays open: longer than the minute of usual proxies. Whichever side closes first may cut off a request;
 * Node’s five seconds are too short.
 */
const IDLE_CONNECTION_MS = 75_000;

function keepConnections(server: Server): void {
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  server.headersTimeout = IDLE_CONNECTION_MS + 1_000;
}

/** What no page of the hub uses, no page may use: what a stranger brought into one would find it closed. */
function withoutDevices(_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void): void {
  response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  next();
}

/** Everything comes from the hub itself, and nothing may frame it. */
function securityHeaders({ publicUrl }: Config) {
  const https = publicUrl?.startsWith('https:') ?? false;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Promised only where it is kept: a hub that is tried on one machine speaks plain HTTP.
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
}
