import { createMemo, createRoot, onCleanup } from 'solid-js';
import { createAnswers } from './answers.js';
import { createOnline } from './online.js';
import { createOutbox } from './outbox.js';
import { BROWSER, type Ports } from './ports.js';
import { createReach } from './reach.js';
import { createReaders } from './readers.js';
import { createRights } from './rights.js';
import { createRows } from './rows.js';
import { createSamePerson } from './same-person.js';
import { createSaveStatus } from './save-status.js';
import { createSession, request, type Outcome } from './session.js';
import { createSync } from './sync.js';
import type { Ask, Transport } from './transport.js';

/** Everything this browser holds of the hub, and the only place that talks to it. */
export function createReplica(transport: Transport, given: Partial<Ports> = {}) {
  const ports: Ports = { ...BROWSER, ...given };
  return createRoot((dispose) => {
    const rows = createRows(ports);
    let owner: string | undefined;
    const samePerson = createSamePerson(
      transport,
      {
        ask: () => session.refresh(),
        lineIsUp: () => sync.lineIsUp(),
        signedOut: () => session.over(),
      },
      ports,
    );
    const sync = createSync(
      samePerson.transport,
      rows,
      {
        changed: (views) => answers.viewsChanged(views),
        signedOut: () => session.over(),
        lost: () => {
          samePerson.doubt();
          reach.lost();
        },
        // [RP27] Its refusal may mean that the session is over: only the hub's word on that is believed.
        notOpened: () => void samePerson.confirm(),
        back: async () => {
          const same = await samePerson.confirm();
          if (!same) return false;
          reach.found();
          outbox.retry();
          answers.retry();
          return true;
        },
      },
      ports,
    );
    const reach = createReach({ knock: () => session.refresh(), answered: () => sync.refresh() }, ports);
    const answers = createAnswers(samePerson.transport, sync, ports);
    const outbox = createOutbox(
      samePerson.transport,
      {
        accepted: ({ position }) => {
          sync.acceptedAt(position);
          answers.acted();
        },
      },
      ports,
    );
    const session = createSession(
      transport,
      {
        started: ({ person }) => {
          samePerson.changed(person);
          // What waited for a new session goes on in the same name only.
          if (owner !== undefined && owner !== person) forget();
          sync.open();
          if (owner !== undefined) sync.refresh();
          owner = person;
          outbox.goOn();
        },
        ended: () => {
          samePerson.changed(undefined);
          outbox.pause();
          reach.found();
          sync.close();
          rows.clear();
          answers.clear();
        },
      },
      ports,
    );
    const onForgotten = new Set<() => void>();
    const forget = () => {
      rows.clear();
      answers.clear();
      outbox.clear();
      for (const tell of onForgotten) tell();
    };
    const online = createOnline(ports.network, () => {
      sync.retry();
      outbox.retry();
      reach.retry();
      session.knockNow();
    });

    onCleanup(ports.attention.onBack(session.lookAgain));
    onCleanup(ports.attention.onBack(answers.lookAgain));

    const unsent = createMemo(() =>
      outbox.pending() > 0 && (outbox.stuck() || !online()) ? (outbox.unable() && online() ? 'unable' : 'here') : undefined,
    );
    const readers = createReaders(rows, sync);

    async function signOut(everywhere = false): Promise<Outcome<unknown>> {
      const answer = await (everywhere ? session.signOutEverywhere() : session.signOut());
      if (answer.ok) {
        forget();
        owner = undefined;
      }
      return answer;
    }

    return {
      ...readers,
      createAnswer: answers.createAnswer,
      outbox,
      ...session,
      session: createRights(session.session, readers, ports),
      signOut: () => signOut(),
      signOutEverywhere: () => signOut(true),
      saveStatus: createSaveStatus(outbox, reach, online, unsent),
      /** Why something that was said cannot be sent at the moment. */
      unsent,
      online,
      connected: sync.connected,
      /** The instant from which what is shown may be out of date, because the hub is out of reach although the browser is online. */
      outOfReachSince: () => (online() ? reach.since() : undefined),
      /** Reads are failing again and again. */
      failing: sync.failing,
      /** The hub was updated since this page was loaded, which shows what it has until it is loaded anew ([RP23]). */
      outdated: sync.outdated,
      /** Reads at once what could not be read. */
      readAgain: () => {
        sync.retry();
        answers.retry();
      },
      /** What is neither a view nor a command: imports, exports. */
      ask: async <Value>(ask: Ask) => {
        const outcome = await request<Value>(samePerson.transport, ask);
        if (outcome.ok && ask.method !== 'GET') answers.acted();
        return outcome;
      },
      /** Something that this person set going is done: an import. */
      acted: answers.acted,
      /** Calls back when data of this person must go: they signed out, or another person signed in. */
      onForgotten: (forgotten: () => void) => void onForgotten.add(forgotten),
      close: () => {
        session.close();
        reach.found();
        sync.close();
        dispose();
      },
    };
  });
}
export type Replica = ReturnType<typeof createReplica>;
