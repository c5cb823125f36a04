import type { Position } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { sessionView } from '@alongside/projections/views/session.view.js';
import { uuidv7 } from 'uuidv7';
import { viewReaderOf } from '../../queries/live-views.js';
import type { HubParts } from '../hub.js';
import { forgetRestored, RestoreUnfinished } from './restored-note.js';

/** How long the views may take to know all sessions of the log, in milliseconds. */
const CATCH_UP_LIMIT_MS = 60_000;

type From = Pick<HubParts, 'views' | 'clock' | 'log' | 'projector'> & { readonly dispatcher: Pick<HubParts['dispatcher'], 'dispatch'> };

/** Ends every session of a log that was put in place: some were ended, or stolen, after it was copied. Throws where one may be left. */
export async function finishRestore(parts: From, log: string): Promise<void> {
  const { views, dispatcher, clock, projector } = parts;
  if (!(await isCaughtUp(parts)) || projector.unfinished.includes(sessionView.name)) throw new RestoreUnfinished(sayLeft('not known'));
  const signedIn = () => {
    const sessions = viewReaderOf(views.store).rows('session', {});
    return new Set(sessions.flatMap((row) => (row.kind === 'session' ? [row.person] : [])));
  };
  for (const person of signedIn()) {
    const asked = { commandId: uuidv7(), type: 'CloseAllSessions', stampedAt: clock.now(), data: { person } };
    const answer = await dispatcher.dispatch(asked, HUB);
    if (answer.outcome !== 'accepted') throw new RestoreUnfinished(sayLeft(answer.code));
    if (!(await projector.caughtUpTo(answer.position, CATCH_UP_LIMIT_MS))) throw new RestoreUnfinished(sayLeft('not known'));
  }
  if (signedIn().size > 0) throw new RestoreUnfinished(sayLeft('still open'));
  await forgetRestored(log);
}

/** Whether the views know all that the log holds. */
async function isCaughtUp({ log, projector }: Pick<From, 'log' | 'projector'>): Promise<boolean> {
  const { through } = projector;
  let last: Position | undefined;
  for await (const events of log.readAll(through === undefined ? {} : { after: through })) last = events.at(-1)?.position;
  return last === undefined || projector.caughtUpTo(last, CATCH_UP_LIMIT_MS);
}

const sayLeft = (why: string): string =>
  `A log was put in place, and a session could not be ended (${why}). Nothing is served, so that no ended session comes back to life. Start the hub again. If it says the same, restore another backup.`;
