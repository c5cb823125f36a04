import { createMemoryHistory, MemoryRouter, Route } from '@solidjs/router';
import { render } from '@solidjs/testing-library';
import { type Component } from 'solid-js';
import { startReplica } from '../replica/index.js';
import type { SmallHub } from '../replica/testing/small-hub.js';
import type { Reply, Transport } from '../replica/transport.js';
import { ToastRegion, WhenFetched } from '../ui/index.js';

/** A pair of the specs: Asha mentors Ben, who is signed in. */
export const PAIR = {
  ...{ mentorship: 's', mentor: 'asha', mentee: 'ben', request: null, aims: [], status: 'active', startedAt: '2026-01-05T09:00:00.000Z' },
  ...{
    endedAt: null,
    pausedUntil: null,
    pausedWhy: null,
    pauses: 0,
    proposed: null,
    agreed: null,
    review: null,
    completion: null,
    closing: null,
    endedBecause: null,
    mentorLeftAt: null,
    mentorLeft: null,
    menteeLeft: null,
    meetingsHeld: 0,
    meetingsConfirmed: 0,
    minutes: 0,
    lastMetOn: null,
  },
};

/** A booked meeting of theirs. */
export const MEETING = {
  ...{ meeting: 'm', mentorship: 's', mentor: 'asha', mentee: 'ben', status: 'booked', by: 'asha', times: [], moves: 0 },
  ...{ time: { startsAt: '2026-03-06T15:40:00.000Z', minutes: 40 }, format: 'in-person', placeBy: 'asha', place: 'Room 12' },
  ...{ attendance: [], clashes: [], took: null, confirmedMinutes: null, setAside: null, openFor: ['asha', 'ben'] },
  ...{ suggestion: 1, replaces: null, declined: false },
};

/** Puts the two, and what else is given, into a small hub. */
export function seed(hub: SmallHub, rows: readonly (readonly [view: string, id: string, data: unknown])[]): void {
  hub.put('person', 'asha', { person: 'asha', name: 'Asha Rahman', called: 'Asha' });
  hub.put('person', 'ben', { person: 'ben', name: 'Ben Okafor', called: 'Ben' });
  for (const [view, id, data] of rows) hub.put(view, id, data);
}

/** Opens a screen at an address, with Ben signed in. `answers`: computed reads by the beginning of their path. */
export async function openScreen(
  hub: SmallHub,
  screen: Component,
  route: string,
  at: string,
  answers: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly where: () => string }> {
  const transport: Transport = {
    ...hub.transport,
    ask: async (ask): Promise<Reply> => {
      const found = Object.keys(answers).find((path) => ask.path.startsWith(path));
      if (!found || hub.isFailing(ask.path)) return hub.transport.ask(ask);
      return { status: 200, body: answers[found] };
    },
  };
  // The router scrolls after a navigation, which a page without a layout cannot.
  window.scrollTo = () => undefined;
  await startReplica(transport).refresh();
  const history = createMemoryHistory();
  history.set({ value: at });
  render(() => (
    <>
      <MemoryRouter history={history} root={(props) => <WhenFetched>{props.children}</WhenFetched>}>
        <Route path={route} component={screen} />
        <Route path="*" component={() => <h1>Elsewhere</h1>} />
      </MemoryRouter>
      <ToastRegion />
    </>
  ));
  return { where: () => history.get() };
}
