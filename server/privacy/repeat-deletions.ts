import { uuidv7 } from 'uuidv7';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { deletionsIn } from './deletions.js';
import { eraseHere } from './erase.js';

/**
 * Deletes again whose deletion is noted beside the log and not known to it: an older backup was restored. Before anything is served. Answers how
 * many.
 */
export async function repeatDeletions(parts: HubParts): Promise<number> {
  const { config, demonstration, keyring, dispatcher, views, clock, logger } = parts;
  // A demonstration that is told anew has the people of the one before.
  if (demonstration) return 0;
  let repeated = 0;
  for (const { person } of await deletionsIn(config.dataDir)) {
    if (!(await keyring.holds(person))) continue;
    repeated += 1;
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ErasePerson', stampedAt: clock.now(), data: { person } }, HUB);
    if (answer.outcome === 'accepted') await views.caughtUp(answer.position);
    await eraseHere(parts, person).catch((error: unknown) =>
      logger.error('A deletion was repeated, but not in every view. The hub tries again.', { person, ...failureFields(error) }),
    );
  }
  if (repeated > 0)
    logger.warn('The log did not know of some deletions: an older backup was restored. They were repeated.', { people: repeated });
  return repeated;
}
