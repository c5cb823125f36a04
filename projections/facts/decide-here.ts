import type { Command, Event } from '@alongside/domain/kernel/decider.js';
import { refuse, type Refusal, type Result } from '@alongside/domain/kernel/result.js';
import { principalsOf, type Actor } from '@alongside/domain/policies/actor.js';
import { meets } from '@alongside/domain/policies/audience.js';
import type { AnyAggregate } from '@alongside/domain/protocol/registry.js';
import { NotHeld } from '../engine/predict.js';
import type { StateRow } from '../views/state.view.js';
import { actorOf } from './actor.js';
import { heldReader, type Holding } from './held-reader.js';
import { gather } from './index.js';

/**
 * What the hub decides of a command, worked out from what a browser holds: the same policy and the same decider. Undefined where either needs
 * what is not held.
 */
export function decideHere(aggregate: AnyAggregate, command: Command, holding: Holding): Result<readonly Event[], Refusal> | undefined {
  try {
    const look = heldReader(holding);
    const actor = actorOf(command.by, look);
    const state = stateHere(aggregate, command, holding, actor);
    const known = gather(aggregate, command, look);
    if (!aggregate.policies[command.type]?.(actor, command, state, known.facts)) return refuse({ code: 'COMMAND.NOT_ALLOWED' });
    if (known.idInUse !== undefined) return refuse({ code: 'COMMAND.INVALID', field: known.idInUse });
    return aggregate.decider.decide(command, state, known.facts);
  } catch (error) {
    if (error instanceof NotHeld) return undefined;
    throw error;
  }
}

/** The state of the stream that a command is about. A stream is new where the person would be sent its state, or has just made its id. */
function stateHere(
  { category, decider, knownTo, streamOf }: AnyAggregate,
  command: Command,
  { rowsOf, made }: Holding,
  actor: Actor,
): unknown {
  const stream = streamOf(command);
  const id = stream.slice(category.length + 1);
  const row = rowsOf('state')?.get(stream) as StateRow | undefined;
  if (row?.held) return row.state;
  const isSent = meets(knownTo?.(decider.initial, id) ?? [], new Set(principalsOf(actor)));
  if (row || !rowsOf('state') || !knownTo || !(isSent || made.has(id))) throw new NotHeld(stream);
  return decider.initial;
}
