import { Controller, Get, Inject, Res, StreamableFile } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import type { Response } from 'express';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { SignedIn } from '../app/signed-in.js';
import { ownRecord } from './own-record.js';

/** What a person takes with them: their own record, to keep or to carry to another school. */
@Controller('api')
export class OwnRecordController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('my-record.json')
  mine(@SignedIn() person: PersonId, @Res({ passthrough: true }) response: Response): StreamableFile {
    const at = this.hub.clock.now();
    const record = ownRecord(this.hub.views.store, person, this.hub.audience.principals(person), at);
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(Buffer.from(JSON.stringify(record, undefined, 2)), {
      type: 'application/json; charset=utf-8',
      disposition: `attachment; filename="alongside-my-record-${dayOf(at)}.json"`,
    });
  }
}
