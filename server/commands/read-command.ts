import type { CommandId } from '@alongside/domain/kernel/brand.js';
import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import { envelope as envelopeSchema, type Envelope } from '@alongside/domain/protocol/messages.js';
import type { AnyAggregate } from '@alongside/domain/protocol/registry.js';
import type { Rejection } from './answers.js';
import { problemsOf, sayIssue } from '../app/read-body.js';
import type { Rules } from './rules.js';

/** A command whose shape was checked: which aggregate it is for, and data as its schema gives it. */
export interface ReadCommand {
  readonly commandId: CommandId;
  readonly type: string;
  readonly data: unknown;
  readonly aggregate: AnyAggregate;
}

/** Checks what was sent: first the envelope, then the type, then the data. Refuses with a sentence for every field that is wrong. */
export function readCommand(sent: unknown, rules: Pick<Rules, 'aggregateOf'>): Result<ReadCommand, Rejection> {
  const envelope = envelopeSchema.safeParse(sent, { error: sayIssue });
  if (!envelope.success) return refuse({ code: 'COMMAND.INVALID', problems: problemsOf(envelope.error) });
  const { commandId, type, data } = envelope.data satisfies Envelope;
  const aggregate = rules.aggregateOf(type);
  // Own keys only: a type such as `constructor` is no command.
  const schema = aggregate && Object.hasOwn(aggregate.commands, type) ? aggregate.commands[type] : undefined;
  if (!aggregate || !schema) return refuse({ code: 'COMMAND.UNKNOWN' });
  const checked = schema.safeParse(data, { error: sayIssue });
  return checked.success
    ? ok({ commandId, type, data: checked.data, aggregate })
    : refuse({ code: 'COMMAND.INVALID', problems: problemsOf(checked.error) });
}

/** The id that a malformed envelope gives for itself, if it gives one, so that the sender can tell which was refused. */
export function commandIdIn(sent: unknown): CommandId {
  const id = typeof sent === 'object' && sent !== null && 'commandId' in sent ? sent.commandId : undefined;
  return (typeof id === 'string' ? id.slice(0, 64) : '') as CommandId;
}
