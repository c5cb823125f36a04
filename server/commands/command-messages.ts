import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject, type Type } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import { aggregates } from '@alongside/domain/protocol/registry.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import type { DispatchOptions } from './dispatcher.js';
import type { ReadCommand } from './read-command.js';

/** A command on its way over the bus: the plain command, who gives it, and how. */
export abstract class AggregateCommand {
  constructor(
    readonly read: ReadCommand,
    readonly by: PersonId,
    readonly options: DispatchOptions,
  ) {}
}

type MessageClass = new (...parts: ConstructorParameters<typeof AggregateCommand>) => AggregateCommand;

/** The message class of each aggregate, by the category of its streams: the bus routes by class, and what they do is the same. */
export const messageOf: Readonly<Record<string, MessageClass>> = Object.fromEntries(
  Object.keys(aggregates).map((category) => [category, class extends AggregateCommand {}]),
);

function handlerOf(message: MessageClass): Type<ICommandHandler<AggregateCommand, Answer>> {
  @CommandHandler(message)
  class Handler implements ICommandHandler<AggregateCommand, Answer> {
    constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

    execute({ read, by, options }: AggregateCommand): Promise<Answer> {
      return this.hub.dispatcher.decide(read, by, options);
    }
  }
  return Handler;
}

/** One thin handler per aggregate. */
export const commandHandlers = Object.values(messageOf).map(handlerOf);
