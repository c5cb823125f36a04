import { batch, createEffect, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { QueryClient, QueryObserver, type Query } from '@tanstack/solid-query';
import type { OwnView } from './own-views.js';
import { BROWSER, type Ports } from './ports.js';
import { RIGHTS_VIEW } from './rights.js';
import { Unreachable, type Transport } from './transport.js';

/** Changes that follow each other within this time lead to one new read, in milliseconds. */
const SETTLE_MS = 300;
/** Answers that no screen shows are kept this long, in milliseconds. */
const KEEP_MS = 10 * 60_000;
/** An answer younger than this is not asked for again because a screen opens or the page is looked at again, in milliseconds. */
const FRESH_MS = 30_000;
/** How often a screen that stays open asks again about other people, in milliseconds. */
const SLOW_MS = 5 * 60_000;
const RETRY_LIMIT_TIMES = 2;

/** Stands among the views of an answer that tells of other people. No view has this name. */
const OTHERS = '*';

/** What an answer rests on, beside its path. */
export interface RestsOn {
  /** Own rows and those of one's pairs: each change of such a view leads to asking again. */
  readonly views?: readonly OwnView[];
  /** It tells of other people too, whose rows are not followed for it ([RP24]). */
  readonly ofOthers?: true;
}

/** A computed read: what it says, and how it stands. `data()` keeps the last answer while the next one is fetched. */
export interface ComputedAnswer<Data> {
  readonly data: () => Data | undefined;
  /** The path that `data` answers: the one before, while the next is on its way. */
  readonly path: () => string | undefined;
  /** Nothing is known yet. */
  readonly loading: () => boolean;
  /** A new answer is on its way. */
  readonly refreshing: () => boolean;
  /** Why there is none, in words. */
  readonly failed: () => string | undefined;
  /** The hub was reached, and will not answer this. */
  readonly refused: () => boolean;
  readonly again: () => void;
}

class Refused extends Error {}
/** The hub was reached and cannot answer for now; its sentence says why. Asked again like any that could not be reached. */
class NotNow extends Unreachable {}

const NOTHING = { path: undefined, status: 'pending', fetching: false, error: undefined, refused: false } as const;

/** The store changes in place what it was given; the cache must keep each answer as it came. Answers are JSON. */
const copyOf = <Data>(answer: Data): Data => JSON.parse(JSON.stringify(answer)) as Data;

/** Computed reads (suggestions, the directory, an overview): cached by path, asked for again as what they rest on asks for it. */
export function createAnswers(
  transport: Transport,
  sync: { after: () => Readonly<Record<string, string>>; wantView: (view: string) => void; connected: () => boolean },
  { clock, attention }: Pick<Ports, 'clock' | 'attention'> = BROWSER,
) {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: KEEP_MS,
        staleTime: FRESH_MS,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (times, error) => error instanceof Unreachable && times < RETRY_LIMIT_TIMES,
      },
    },
  });

  async function fetchAnswer(path: string, signal: AbortSignal): Promise<unknown> {
    const { status, body } = await transport.ask({ method: 'GET', path, headers: sync.after(), signal });
    if (status === 200) return body;
    const said = (body as { message?: string } | undefined)?.message;
    if (status === 503 && said) throw new NotNow(said);
    if (status >= 500 || status === 429) throw new Unreachable(`The hub answered ${status}.`);
    throw new Refused(said ?? 'The hub did not answer this.');
  }

  function createAnswer<Data>(path: () => string | undefined, { views = [], ofOthers }: RestsOn = {}): ComputedAnswer<Data> {
    const [state, setState] = createStore<{
      data: Data | undefined;
      path: string | undefined;
      status: 'pending' | 'error' | 'success';
      fetching: boolean;
      error: string | undefined;
      refused: boolean;
    }>({ data: undefined, ...NOTHING });
    let refetch: () => void = () => undefined;
    for (const view of views) sync.wantView(view);
    createEffect(() => {
      const wanted = path();
      if (wanted === undefined) {
        setState({ data: undefined, ...NOTHING });
        return;
      }
      const watching = new QueryObserver(client, {
        queryKey: [wanted],
        queryFn: ({ signal }) => fetchAnswer(wanted, signal),
        meta: { views: ofOthers ? [...views, OTHERS] : views },
      });
      const show = (result: ReturnType<typeof watching.getCurrentResult>) =>
        batch(() => {
          const { error } = result;
          const why = error instanceof Refused || error instanceof NotNow ? error.message : error && 'We could not load this. Try again.';
          // While a new question is on its way the last answer stays: it is better than an empty screen.
          if (result.data !== undefined) {
            setState('data', reconcile(copyOf(result.data as Data)) as never);
            setState('path', wanted);
          }
          setState({
            status: result.status,
            fetching: result.isFetching,
            error: why ?? undefined,
            refused: error instanceof Refused,
          });
        });
      onCleanup(watching.subscribe(show));
      show(watching.getCurrentResult());
      if (ofOthers) onCleanup(eachSlowly(lookAgain));
      refetch = () => void watching.refetch({ cancelRefetch: false });
    });
    return {
      data: () => state.data,
      path: () => state.path,
      loading: () => state.status === 'pending' && state.data === undefined,
      refreshing: () => state.fetching && state.data !== undefined,
      failed: () => state.error,
      refused: () => state.refused,
      again: () => refetch(),
    };
  }

  /** Questions whose views changed while they were being asked: what comes may be of before. */
  const overtaken = new Set<string>();
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'removed') overtaken.delete(query.queryHash);
    else if (query.state.fetchStatus === 'idle' && overtaken.delete(query.queryHash)) askAgain(query);
  });
  const askAgain = (query: Query) => void client.invalidateQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false });

  const restsOn = ({ meta }: Query, view: string) => ((meta?.['views'] as readonly string[] | undefined) ?? []).includes(view);

  /** [RP24] Asks again for what a screen shows of other people and is not fresh; nobody asks for a page that is not looked at. */
  function askForStale(): void {
    if (!attention.visible()) return;
    const isStale = (query: Query) => restsOn(query, OTHERS) && query.isStaleByTime(FRESH_MS);
    for (const query of client.getQueryCache().findAll({ type: 'active', predicate: isStale })) askAgain(query);
  }
  /** Without a line it would fail and say so: it is asked for as the line comes back. */
  const lookAgain = () => void (sync.connected() && askForStale());

  function eachSlowly(run: () => void): () => void {
    let stop = clock.after(SLOW_MS, function again() {
      stop = clock.after(SLOW_MS, again);
      run();
    });
    return () => stop();
  }

  const changed = new Set<string>();
  let settling: (() => void) | undefined;
  function viewsChanged(views: ReadonlySet<string>): void {
    for (const view of views) changed.add(view);
    settling ??= clock.after(SETTLE_MS, () => {
      settling = undefined;
      // With other roles every answer may be another, one that was refused included.
      const rests = (query: Query) => changed.has(RIGHTS_VIEW) || [...changed].some((view) => restsOn(query, view));
      // An answer that is on its way is waited for: with changes faster than answers, none would ever come.
      for (const query of client.getQueryCache().findAll({ predicate: rests }))
        if (query.state.fetchStatus === 'idle') askAgain(query);
        else overtaken.add(query.queryHash);
      changed.clear();
    });
  }

  /** The hub is back: what could not be fetched is asked for again, and what grew old meanwhile. */
  const retry = () => {
    for (const query of client.getQueryCache().findAll({ predicate: ({ state }) => state.status === 'error' })) askAgain(query);
    askForStale();
  };

  return {
    createAnswer,
    viewsChanged,
    /** The hub did what this person asked for: they see it at once in what tells of others too ([RP24]). */
    acted: () => viewsChanged(new Set([OTHERS])),
    /** The page is looked at again. */
    lookAgain,
    retry,
    clear: () => client.clear(),
  };
}
