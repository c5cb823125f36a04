import type { CommandId, Position } from '@alongside/domain/kernel/brand.js';
import type { Refusal } from '@alongside/domain/kernel/result.js';
import type { Answer, FieldProblem } from '@alongside/domain/protocol/messages.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';

/** Why a command did not happen, before it is put into words. */
export interface Rejection extends Refusal {
  readonly problems?: readonly FieldProblem[];
}

export const accepted = (commandId: CommandId, position: Position): Answer => ({ outcome: 'accepted', commandId, position });

/** A rejection in words. The first problem's field is named where the rule itself names none. */
export function rejected(commandId: CommandId, { code, field, facts, problems }: Rejection): Answer {
  const about = field ?? (problems?.length === 1 ? problems[0]?.field : undefined);
  const message = sentenceOf({ code, ...(facts && { facts }) });
  return { outcome: 'rejected', commandId, code, message, ...(about && { field: about }), ...(problems && { problems }) };
}

/** The HTTP status that goes with an answer. */
export const httpStatusOf = (answer: Answer): number => (answer.outcome === 'accepted' ? 200 : statusOf(answer.code));
