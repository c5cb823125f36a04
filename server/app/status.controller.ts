import { Body, Controller, Get, Header, HttpCode, Inject, Post } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from './hub.js';
import type { LogCondition } from './log-check/log-check.js';
import { failureFields } from './logger.js';
import { notThere, Problem } from './problem.js';
import { readBody } from './read-body.js';
import { SignedIn } from './signed-in.js';
import { VERSION } from './version.js';

const rebuildRequest = z.object({ view: z.string().max(60) });

/** Whether the hub lives, for monitoring; and how it stands, for its administrators. */
@Controller('api')
export class StatusController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('health')
  @Header('Cache-Control', 'no-store')
  health(): { status: 'ok' | 'damaged'; log: LogCondition['state'] } {
    const { state } = this.hub.logCheck.condition;
    // Not a failing status: proxies would take the hub away from everybody, and containers start it again for ever.
    return { status: state === 'damaged' ? 'damaged' : 'ok', log: state };
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
      head: (await log.head()) ?? null,
      through: projector.through ?? null,
      setAside: [...reactors.aside, ...emails.aside].map(({ reactor, event }) => ({ reactor, event })),
      log: this.hub.logCheck.condition,
      clock: { ...(await this.hub.clockGuard.check()), now: this.hub.clock.now() },
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

  #allowed(person: PersonId): void {
    if (!isHubAdministrator(this.hub.audience.actor(person)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only those who look after the hub can see this.');
  }
}
