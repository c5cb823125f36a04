import { createComputed, createMemo, createRoot, createSignal, onCleanup, untrack, type Accessor } from 'solid-js';
import { createAnswers } from './answers.js';
import { createOutbox } from './outbox.js';
import { BROWSER, type Network, type Ports } from './ports.js';
import { createReach } from './reach.js';
import { createRows, type Where } from './rows.js';
import { createSamePerson } from './same-person.js';
import { createSession, request, type Outcome } from './session.js';
import { createSync } from './sync.js';
import type { Ask, Transport } from './transport.js';

/** A row as a screen reads it: `undefined` while it is read for the first time, and when there is none. */
export type RowAccessor<Row> = Accessor<Row | undefined> & { readonly loading: boolean; readonly gone: boolean };
export type RowsAccessor<Row> = Accessor<readonly Row[]> & { readonly loading: boolean };

/** How what the person changed stands, and whether the hub is within reach. */
export type SaveStatus = 'everywhere' | 'sending' | 'here' | 'offline' | 'away' | 'refused';

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
        person: () => untrack(session.session)?.person,
        signedOut: () => session.end(),
      },
      ports,
    );
    const sync = createSync(
      samePerson.transport,
      rows,
      {
        changed: (views) => answers.viewsChanged(views),
        signedOut: () => session.end(),
        lost: () => {
          samePerson.doubt();
          reach.lost();
        },
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
    const outbox = createOutbox(samePerson.transport, { accepted: ({ position }) => sync.acceptedAt(position) }, ports);
    const session = createSession(
      transport,
      {
        started: ({ person }) => {
          samePerson.changed();
          // What waited for a new session goes on in the same name only.
          if (owner !== undefined && owner !== person) forget();
          sync.open();
          if (owner !== undefined) sync.refresh();
          owner = person;
          outbox.goOn();
        },
        ended: () => {
          samePerson.changed();
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

    const unsent = createMemo(() => outbox.pending() > 0 && (outbox.stuck() || !online()));
    const standing = createMemo((): SaveStatus => {
      if (outbox.refusals().length) return 'refused';
      if (outbox.pending()) return unsent() ? 'here' : 'sending';
      if (!online()) return 'offline';
      return reach.since() ? 'away' : 'everywhere';
    });

    /** One row, kept in step. Ask for as many as a screen shows: those of one tick travel together. */
    function createView<Row>(view: string, id: () => string | undefined): RowAccessor<Row> {
      const cell = createMemo(() => {
        const wanted = id();
        if (wanted === undefined) return undefined;
        const found = rows.cell(view, wanted);
        found.users += 1;
        onCleanup(() => (found.users -= 1));
        // Of one that was held before a reset nothing is known any more, though a screen may go on showing it ([RP11]).
        if (found.doubtful || untrack(() => found.state.status) === 'unknown') sync.needRow(view, wanted);
        else sync.wantView(view);
        return found;
      });
      const read = () => (cell()?.state.status === 'here' ? (cell()?.state.data as Row) : undefined);
      return Object.defineProperties(read, {
        loading: { get: () => cell()?.state.status === 'unknown' },
        gone: { get: () => cell()?.state.status === 'gone' },
      }) as RowAccessor<Row>;
    }

    /** How many of the lists that are shown now are longer than a browser reads. */
    const [cutLists, setCutLists] = createSignal(0);

    /** The rows of a view whose fields equal these, kept in step, in order of id; `undefined` reads nothing yet. */
    function createRowsOf<Row>(view: string, where: () => Where | undefined): RowsAccessor<Row> {
      const list = createMemo(() => {
        const wanted = where();
        if (!wanted) return undefined;
        const found = rows.list(view, wanted);
        found.users += 1;
        onCleanup(() => (found.users -= 1));
        if (untrack(found.status) === 'unknown') sync.needList(found);
        return found;
      });
      const read = createMemo(() =>
        (list()?.ids() ?? []).flatMap((id) => (rows.cell(view, id).state.status === 'here' ? [rows.cell(view, id).state.data as Row] : [])),
      );
      createComputed(() => {
        if (!list()?.cut()) return;
        setCutLists((count) => count + 1);
        onCleanup(() => setCutLists((count) => count - 1));
      });
      const accessor: Accessor<readonly Row[]> = () => read();
      return Object.defineProperties(accessor, { loading: { get: () => list()?.status() === 'unknown' } }) as RowsAccessor<Row>;
    }

    async function signOut(everywhere = false): Promise<Outcome<unknown>> {
      const answer = await (everywhere ? session.signOutEverywhere() : session.signOut());
      if (answer.ok) {
        forget();
        owner = undefined;
      }
      return answer;
    }

    return {
      createView,
      createRows: createRowsOf,
      createAnswer: answers.createAnswer,
      outbox,
      ...session,
      signOut: () => signOut(),
      signOutEverywhere: () => signOut(true),
      standing,
      /** Something that was said cannot be sent at the moment. */
      unsent,
      online,
      connected: sync.connected,
      /** The instant from which what is shown may be out of date, because the hub is out of reach although the browser is online. */
      outOfReachSince: () => (online() ? reach.since() : undefined),
      /** A list that is shown is longer than a browser reads, so the end of it is missing. */
      cut: () => cutLists() > 0,
      /** Reads are failing again and again. */
      failing: sync.failing,
      /** Reads at once what could not be read. */
      readAgain: () => {
        sync.retry();
        answers.retry();
      },
      /** What is neither a view nor a command: imports, exports. */
      ask: <Value>(ask: Ask) => request<Value>(samePerson.transport, ask),
      /** Whatever else is kept of the person goes with this: they signed out, or somebody else is here. */
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

function createOnline(network: Network, back: () => void): Accessor<boolean> {
  const [online, setOnline] = createSignal(network.online());
  onCleanup(
    network.onChange((now) => {
      setOnline(now);
      if (now) back();
    }),
  );
  return online;
}
