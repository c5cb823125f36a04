import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject, type Type } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Answer } from '@alongside/domain/protocol/messages.js';
import type { Category } from '@alongside/domain/protocol/registry.js';
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

// The bus routes by class, so each aggregate has one; what they do is the same.
export class InstitutionCommand extends AggregateCommand {}
export class PersonCommand extends AggregateCommand {}
export class CaseloadCommand extends AggregateCommand {}
export class MentorshipCommand extends AggregateCommand {}
export class GoalsCommand extends AggregateCommand {}
export class GrowthCommand extends AggregateCommand {}
export class MeetingCommand extends AggregateCommand {}
export class CredentialCommand extends AggregateCommand {}
export class SignInCommand extends AggregateCommand {}
export class SessionsCommand extends AggregateCommand {}
export class LetterCommand extends AggregateCommand {}
export class NoticesCommand extends AggregateCommand {}
export class MessageCommand extends AggregateCommand {}
export class AddressCommand extends AggregateCommand {}

type MessageClass = new (...parts: ConstructorParameters<typeof AggregateCommand>) => AggregateCommand;

/** A category without its class does not compile: its commands would be read and given to nobody. */
const each = {
  institution: InstitutionCommand,
  person: PersonCommand,
  caseload: CaseloadCommand,
  mentorship: MentorshipCommand,
  goals: GoalsCommand,
  growth: GrowthCommand,
  meeting: MeetingCommand,
  credential: CredentialCommand,
  signin: SignInCommand,
  sessions: SessionsCommand,
  letter: LetterCommand,
  notices: NoticesCommand,
  message: MessageCommand,
  address: AddressCommand,
} satisfies Record<Category, MessageClass>;

/** The message class of each aggregate, by the category of its streams. */
export const messageOf: Readonly<Record<string, MessageClass>> = each;

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
