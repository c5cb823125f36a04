import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { atStart, Button, count, createRested, List, NotFetched, onShown, Row, sayDate, Skeleton, TextField } from '../../ui/index.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { KIND_WORDS } from './words.js';

/** An institution as the hub finds it. */
export interface InstitutionHit {
  readonly institution: string;
  readonly name: string;
  readonly kind: 'school' | 'trust' | 'college';
  readonly nation: keyof typeof NATION_WORDS;
  readonly town: string;
  readonly trustName: string;
  /** The day from which it is closed; `null` while it is open. */
  readonly closed: string | null;
}
interface Found {
  readonly hits: readonly InstitutionHit[];
  readonly total: number;
}

/** How long a user rests between keys before the hub is asked, in milliseconds. */
const REST_MS = 150;
const PAGE_ROWS = 20;

const sayHit = ({ kind, nation, town, trustName, closed }: InstitutionHit): string =>
  [closed && `Closed on ${sayDate(closed)}`, KIND_WORDS[kind], town || NATION_WORDS[nation], trustName].filter(Boolean).join(' · ');

/** The search is no field of a form around it: Enter looks for a school, and sends nothing. */
const keepEnter = (place: HTMLElement) =>
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
  });

/** Any school, trust or college of the hub by name, town, postcode or number, a page at a time. Closed ones say so. */
export function FindInstitution(props: {
  label: string;
  hint?: string;
  kind?: 'trust' | undefined;
  /** Leaves out those that have closed. */
  open?: boolean;
  /** It was opened by a press: what is typed next goes into it. */
  focused?: boolean;
  /** What stands at the end of a row. */
  end: (hit: InstitutionHit) => JSX.Element;
}): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const [offset, setOffset] = createSignal(0);
  const rested = createRested(typed, REST_MS);
  createEffect(on(typed, () => setOffset(0), { defer: true }));
  const found = createAnswer<Found>(
    () => {
      const query = new URLSearchParams({
        q: rested().trim(),
        offset: String(offset()),
        ...(props.kind && { kind: props.kind }),
        ...(props.open && { open: 'yes' }),
      });
      return `/api/institutions?${query}`;
    },
    { ofOthers: true },
  );
  const total = () => found.data()?.total ?? 0;
  const shown = () => {
    if (total() === 0) return typed().trim() ? 'No names match. Check the spelling, or type fewer words.' : 'There are none yet.';
    const last = Math.min(offset() + PAGE_ROWS, total());
    return total() <= PAGE_ROWS ? atStart(count(total(), 'result')) : `${offset() + 1} to ${last} of ${total().toLocaleString('en-GB')}`;
  };
  let place: HTMLDivElement | undefined;
  onShown(() => props.focused && place?.querySelector('input')?.focus());
  return (
    <div class="stack" ref={(element) => keepEnter((place = element))}>
      <TextField label={props.label} hint={props.hint} kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
      <Show
        when={found.data()}
        fallback={
          <Show when={found.failed()} fallback={<Skeleton kind="rows" lines={4} label="Loading schools and trusts" />}>
            {(said) => <NotFetched onAgain={found.again}>{said()}</NotFetched>}
          </Show>
        }
      >
        {(now) => (
          <>
            <p class="small muted" role="status">
              {shown()}
            </p>
            <List each={now().hits}>
              {(hit) => <Row wrap title={<strong>{hit.name}</strong>} note={sayHit(hit)} end={props.end(hit)} />}
            </List>
            <Show when={total() > PAGE_ROWS}>
              <div class="line line--wrap">
                <Button tone="quiet" small disabled={offset() === 0} onPress={() => setOffset(offset() - PAGE_ROWS)}>
                  Previous page
                </Button>
                <Button tone="quiet" small disabled={offset() + PAGE_ROWS >= total()} onPress={() => setOffset(offset() + PAGE_ROWS)}>
                  Next page
                </Button>
              </div>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
