import { uuidv7 } from 'uuidv7';
import type { Instant, PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { viewReaderOf } from '../queries/live-views.js';
import { DELETIONS_FILE, deletionsIn } from './deletions.js';
import { eraseHere } from './erase.js';

/** A person whose deletion is noted is in the log that was restored, and cannot be deleted there. */
class DeletionNotRepeated extends Error {
  override readonly name = 'DeletionNotRepeated';
  constructor(person: PersonId, code: string) {
    super(
      `The log is older than a deletion that ${DELETIONS_FILE} notes, and the deletion could not be done again (${person}, ${code}). Nothing is served, so that no deleted person is shown. Restore a newer backup.`,
    );
  }
}

/**
 * Deletes again whose deletion is noted beside the log and not known to it: an older backup was restored. Before anything is served. Answers how
 * many.
 */
export async function repeatDeletions(parts: HubParts, demonstrationBegan: Instant | undefined): Promise<number> {
  const { config, keyring, dispatcher, views, clock, logger } = parts;
  const look = viewReaderOf(views.store);
  let repeated = 0;
  const { people, unreadable } = await deletionsIn(config.dataDir);
  if (unreadable.length > 0)
    logger.error(
      `A line of ${DELETIONS_FILE} is not as it was written. If the log is older than that deletion, the person is back: find out who it was, and delete their account again.`,
      { lines: unreadable.join(', ') },
    );
  for (const { person, at } of people) {
    // A demonstration that is told anew has the people of the one before: who was deleted in that one is there again.
    if (demonstrationBegan && at < demonstrationBegan) continue;
    const isShown = look.row('person', person)?.erased === false;
    if (!isShown && !(await keyring.holds(person))) continue;
    const answer = await dispatcher.dispatch({ commandId: uuidv7(), type: 'ErasePerson', stampedAt: clock.now(), data: { person } }, HUB);
    // Nobody may be shown who was told that they are deleted: better no hub than that.
    if (answer.outcome === 'rejected' && isShown) throw new DeletionNotRepeated(person, answer.code);
    repeated += 1;
    if (answer.outcome === 'accepted') await views.caughtUp(answer.position);
    await eraseHere(parts, person).catch((error: unknown) =>
      logger.error('A deletion was repeated, but not in every view. The hub tries again.', { person, ...failureFields(error) }),
    );
  }
  if (repeated > 0)
    logger.warn('The log did not know of some deletions: an older backup was restored. They were repeated.', { people: repeated });
  return repeated;
}
