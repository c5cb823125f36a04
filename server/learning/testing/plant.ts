import { uuidv7 } from 'uuidv7';
import type { CommandId, EventId, PersonId, StreamId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { APPEND_LIMIT_EVENTS } from '@alongside/domain/kernel/event-store.js';
import { plantedHub, type PlantedSize } from '@alongside/ml/learned/testing/planted-hub.js';
import type { HubParts } from '../../app/hub.js';

/** Writes the log of a made-up hub, as it would have come about. `own`: a person who joined in a stream of their own, so that they can be erased. */
export async function plant({ log, views }: Pick<HubParts, 'log' | 'views'>, size: PlantedSize, own?: PersonId): Promise<void> {
  const planted = plantedHub(1, size);
  const isOwn = ({ event }: (typeof planted)[number]) => event.type === 'PersonJoined' && event.data.person === own;
  const streams = [
    { stream: `person-${own}`, all: planted.filter(isOwn) },
    { stream: 'planted-hub', all: planted.filter((one) => !isOwn(one)) },
  ];
  for (const { stream, all } of streams)
    for (let from = 0; from < all.length; from += APPEND_LIMIT_EVENTS) {
      const events = all.slice(from, from + APPEND_LIMIT_EVENTS).map(({ at, event }) => ({
        ...event,
        ...{ id: uuidv7() as EventId, at, actor: HUB, commandId: uuidv7() as CommandId, institutions: [] },
      }));
      const written = await log.append(stream as StreamId, from === 0 ? 'noStream' : from - 1, events);
      if (!written.ok) throw new Error('The log was written to meanwhile.');
      await views.caughtUp(written.value.position);
    }
}
