import { Controller, Get, Header, Inject } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import { HUB_PARTS, type HubParts } from './hub.js';
import { Problem } from './problem.js';
import { SignedIn } from './signed-in.js';

/** Whether the hub lives, for whoever watches over the machine; and how it stands, for its administrators. */
@Controller('api')
export class StatusController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('health')
  @Header('Cache-Control', 'no-store')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('status')
  @Header('Cache-Control', 'private, no-store')
  async status(@SignedIn() person: PersonId): Promise<object> {
    if (!isHubAdministrator(this.hub.audience.actor(person)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only those who look after the hub can see this.');
    const { projector, reactors, log } = this.hub;
    const memory = process.memoryUsage();
    return {
      views: await projector.status(),
      head: (await log.head()) ?? null,
      through: projector.through ?? null,
      setAside: reactors.aside.map(({ reactor, event }) => ({ reactor, event })),
      process: {
        node: process.version,
        uptimeSeconds: Math.round(process.uptime()),
        residentBytes: memory.rss,
        heapBytes: memory.heapUsed,
      },
    };
  }
}
