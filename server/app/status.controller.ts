import { Body, Controller, Get, Header, HttpCode, Inject, Post, Res } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { Response } from 'express';
import { z } from 'zod';
import { clockOf, conditionOf, READY_LIMIT_MS, viewsFollow } from './health/hub-health.js';
import type { ReadCondition } from './health/read-probe.js';
import type { ViewsCondition } from './health/views-watch.js';
import type { WriteCondition } from './health/write-probe.js';
import type { ClockCondition } from '../clock/clock-guard.js';
import { HUB_PARTS, type HubParts } from './hub.js';
import type { LogCondition } from './log-check/log-check.js';
import { failureFields } from './logger.js';
import { notThere, Problem } from './problem.js';
import { readBody } from './read-body.js';
import { SignedIn } from './signed-in.js';
import { VERSION } from './version.js';

/** What anybody may know: nothing of people, of paths or of what is wrong in particular. */
interface HealthAnswer {
  readonly status: 'ok' | 'damaged' | 'failing';
  readonly log: LogCondition['state'];
  readonly writes: WriteCondition['state'];
  readonly reads: ReadCondition['state'];
  readonly views: ViewsCondition['state'];
  readonly clock: ClockCondition['state'];
}

const rebuildRequest = z.object({ view: z.string().max(60) });

/** Whether the hub lives, for monitoring; and how it stands, for its administrators. */
@Controller('api')
export class StatusController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  /** For whatever watches the hub: anything but `ok` calls for a person. Where nothing can be saved, read or checked, or what is saved is not shown, with 503. */
  @Get('health')
  @Header('Cache-Control', 'no-store')
  async health(@Res({ passthrough: true }) response: Response): Promise<HealthAnswer> {
    const { state: log } = this.hub.logCheck.condition;
    const { state: writes } = await this.hub.health.writes.now();
    const { state: reads } = await this.hub.health.reads.now();
    const { state: clock } = await clockOf(this.hub);
    const views = viewsFollow(this.hub) ? 'ok' : 'failing';
    // One failure may be of a moment; after two nobody knows how the log stands.
    const works =
      !this.hub.logCheck.cannotBeMade && writes !== 'failing' && reads !== 'failing' && views !== 'failing' && clock === 'right';
    if (!works) response.status(503);
    // A damaged log has no failing status: the hub serves what is sound (0050).
    return { status: works ? (log === 'damaged' ? 'damaged' : 'ok') : 'failing', log, writes, reads, views, clock };
  }

  /** For whatever shares out requests: whether this process should get them. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ ready: boolean }> {
    const ready = (await this.hub.health.reads.now()).state === 'ok' && (await this.#isRecent());
    if (!ready) response.status(503);
    return { ready };
  }

  /** For whatever starts a process again that hangs: only that it answers. */
  @Get('live')
  @Header('Cache-Control', 'no-store')
  live(): { live: true } {
    return { live: true };
  }

  @Get('status')
  @Header('Cache-Control', 'private, no-store')
  async status(@SignedIn() person: PersonId): Promise<object> {
    this.#allowed(person);
    const { projector, reactors, emails, log, addresses, definitions } = this.hub;
    const titles = new Map(definitions.map(({ name, title }) => [name, title]));
    const memory = process.memoryUsage();
    return {
      version: VERSION,
      views: (await projector.status()).map((status) => ({ ...status, title: titles.get(status.view) })),
      // A log that cannot be read is told of below, with all that is known without it.
      head: (await log.head().catch(() => undefined)) ?? null,
      through: projector.through ?? null,
      setAside: [...reactors.aside, ...emails.aside].map(({ reactor, event }) => ({ reactor, event })),
      log: this.hub.logCheck.condition,
      clock: { ...(await clockOf(this.hub)), now: this.hub.clock.now() },
      condition: await conditionOf(this.hub),
      sharedAddresses: addresses.shared(),
      process: {
        node: process.version,
        uptimeSeconds: Math.round(process.uptime()),
        residentBytes: memory.rss,
        heapBytes: memory.heapUsed,
      },
    };
  }

  /** Works a view out again from the first event, beside the rows that go on serving. Answers at once; `status` says how far it is. */
  @Post('status/rebuild')
  @HttpCode(202)
  rebuild(@SignedIn() person: PersonId, @Body() body: unknown): { view: string } {
    this.#allowed(person);
    const { view } = readBody(rebuildRequest, body, 'COMMAND.INVALID');
    if (!this.hub.definitions.some(({ name }) => name === view)) throw notThere();
    this.hub.projector
      .rebuild(view)
      .catch((error: unknown) => this.hub.logger.error('view.rebuild-failed', { view, ...failureFields(error) }));
    return { view };
  }

  /** Whether what this process shows is recent; not, where the log does not tell. */
  async #isRecent(): Promise<boolean> {
    const views = await this.hub.projector.status();
    return views.every(({ state, lagMs }) => state !== 'live' || (lagMs !== undefined && lagMs < READY_LIMIT_MS));
  }

  #allowed(person: PersonId): void {
    if (!isHubAdministrator(this.hub.audience.actor(person)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only those who look after the hub can see this.');
  }
}
