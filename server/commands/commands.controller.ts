import { Body, Controller, Headers, Inject, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Response } from 'express';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { isFields, malformed } from '../app/read-body.js';
import { SignedIn, SignedInAt } from '../app/signed-in.js';
import { AFTER_HEADER, positionIn } from '../queries/after-header.js';
import { httpStatusOf, rejected } from './answers.js';
import { messageOf } from './command-messages.js';
import type { DispatchOptions } from './dispatcher.js';
import { commandIdIn } from './read-command.js';

/** How much one command may weigh as JSON, in bytes. The longest is a meeting's notes. */
export const COMMAND_LIMIT_BYTES = 256 * 1024;

/** `POST /api/commands`: everything that anybody does in the hub arrives here. */
@Controller('api/commands')
export class CommandsController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(CommandBus) private readonly bus: CommandBus,
  ) {}

  @Post()
  async give(
    @Body() sent: unknown,
    @SignedIn() person: PersonId,
    @SignedInAt() signedInAt: Instant | undefined,
    @Headers(AFTER_HEADER) after: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer> {
    if (!isFields(sent)) throw malformed();
    const answer = await this.#answer(sent, person, { after: positionIn(after), signedInAt });
    response.status(httpStatusOf(answer));
    return answer;
  }

  async #answer(sent: unknown, person: PersonId, options: DispatchOptions): Promise<Answer> {
    const read = this.hub.dispatcher.read(sent);
    if (!read.ok) return rejected(commandIdIn(sent), read.error);
    const Message = messageOf[read.value.aggregate.category];
    if (!Message) throw new Error(`No command message is written for ${read.value.aggregate.category}.`);
    return this.bus.execute<InstanceType<typeof Message>, Answer>(new Message(read.value, person, options));
  }
}
