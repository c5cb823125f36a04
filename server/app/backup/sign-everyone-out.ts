import { HUB } from '@alongside/domain/kernel/decider.js';
import { uuidv7 } from 'uuidv7';
import { viewReaderOf } from '../../queries/live-views.js';
import type { HubParts } from '../hub.js';

/** Ends every session of a log that was put back: some were ended, or stolen, after the backup. Throws where one cannot be ended. */
export async function signEveryoneOut({ views, dispatcher, clock }: Pick<HubParts, 'views' | 'dispatcher' | 'clock'>): Promise<void> {
  const sessions = viewReaderOf(views.store).rows('session', {});
  const people = new Set(sessions.flatMap((row) => (row.kind === 'session' ? [row.person] : [])));
  for (const person of people) {
    const asked = { commandId: uuidv7(), type: 'CloseAllSessions', stampedAt: clock.now(), data: { person } };
    const answer = await dispatcher.dispatch(asked, HUB);
    if (answer.outcome !== 'accepted')
      throw new Error(`The backup is restored, and a session could not be ended: ${answer.code}. Run this again.`);
  }
}
