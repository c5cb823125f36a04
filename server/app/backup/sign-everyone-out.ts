import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import { QUERY_LIMIT_ROWS } from '@alongside/projections/store/view-store.js';
import { sessionView, type SessionRow } from '@alongside/projections/views/session.view.js';
import { uuidv7 } from 'uuidv7';
import type { HubParts } from '../hub.js';

/** Ends every session of a log that was put back: some were ended, or stolen, after the backup. Answers how many people were signed out. */
export async function signEveryoneOut({ views, dispatcher, clock }: Pick<HubParts, 'views' | 'dispatcher' | 'clock'>): Promise<number> {
  const people = peopleSignedIn(views.store);
  for (const person of people)
    await dispatcher.dispatch({ commandId: uuidv7(), type: 'CloseAllSessions', stampedAt: clock.now(), data: { person } }, HUB);
  return people.size;
}

function peopleSignedIn(store: HubParts['views']['store']): ReadonlySet<PersonId> {
  const people = new Set<PersonId>();
  for (let afterId: string | undefined; ;) {
    const page = store.list<SessionRow>(sessionView.name, {
      for: 'all',
      limitRows: QUERY_LIMIT_ROWS,
      ...(afterId !== undefined && { afterId }),
    });
    for (const { data } of page) if (data.kind === 'session') people.add(data.person);
    afterId = page.at(-1)?.id;
    if (page.length < QUERY_LIMIT_ROWS) return people;
  }
}
