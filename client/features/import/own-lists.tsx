import { createEffect, onCleanup, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { Link, List, Row, sayOnMoment, Section } from '../../ui/index.js';
import { countRows } from './say-import.js';
import { hasKeptChoices } from './kept-choices.js';

/** A list of the reader’s own, as a line that leads to it. Counts are absent for one that the hub has not read again since it restarted. */
export interface OwnList {
  readonly id: string;
  readonly kind: 'staff' | 'institutions';
  readonly institution?: string;
  /** The school or trust whose staff they are. */
  readonly where?: string;
  /** What the file is called. */
  readonly name?: string;
  /** When it was uploaded. */
  readonly at?: string;
  readonly status: 'planned' | 'running' | 'done' | 'cancelled' | 'failed';
  /** It was confirmed, and Alongside restarted before it was over. */
  readonly stopped?: true;
  readonly rows?: number;
  readonly done?: number;
  readonly added?: number;
  readonly asked?: number;
  readonly updated?: number;
  readonly gone?: number;
  readonly closed?: number;
  readonly notImported?: number;
}

/** How often the hub is asked how far a list is that runs, in milliseconds. */
const LOOK_MS = 2_000;

/** The reader’s own lists: those that are under way or to be checked, and those that are over. */
export function createOwnLists(): { readonly open: () => readonly OwnList[]; readonly over: () => readonly OwnList[] } {
  const answer = createAnswer<{ readonly imports: readonly OwnList[] }>(() => '/api/imports');
  const all = () => answer.data()?.imports ?? [];
  const isOpen = ({ status }: OwnList) => status === 'running' || status === 'planned';
  // What was answered before may be of a list that was imported or let go since.
  createEffect(() => answer.again());
  const runs = () => all().some(({ status }) => status === 'running');
  createEffect(() => {
    if (!runs()) return;
    const timer = setInterval(() => answer.again(), LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  return { open: () => all().filter(isOpen), over: () => all().filter((one) => !isOpen(one)) };
}

/** Some of them, each with where it stands. Nothing where there are none. */
export function OwnLists(props: { title: string; of: readonly OwnList[] }): JSX.Element {
  return (
    <Show when={props.of.length}>
      <Section title={props.title}>
        <List each={props.of}>
          {(one) => (
            <Row
              wrap
              title={
                <Link href={addressOf(one)}>
                  <bdi class="import__file">{one.name ?? (one.kind === 'staff' ? 'Staff list' : 'List of schools')}</bdi>
                </Link>
              }
              note={sayState(one)}
            >
              <p class="row__note">
                {[one.where ?? 'Schools and trusts', one.at && `uploaded ${sayOnMoment(one.at)}`].filter(Boolean).join(', ')}
              </p>
            </Row>
          )}
        </List>
        <p class="small muted">Only you can see this. We keep a list for an hour.</p>
      </Section>
    </Show>
  );
}

const addressOf = ({ id, institution }: OwnList): string =>
  `/import?${new URLSearchParams({ ...(institution && { at: institution }), import: id })}`;

const inWords = (value: number): string => (value === 1 ? 'one' : value.toLocaleString('en-GB'));

/** How far it is, what is to be done, or what came of it. */
function sayState(one: OwnList): string {
  if (one.status === 'running') return `Importing: ${inWords(one.done ?? 0)} of ${inWords(one.rows ?? 0)} rows done`;
  if (one.status !== 'planned') return `${ENDS[one.status]}: ${sayOutcome(one)}`;
  if (one.stopped) return 'Alongside restarted during this import. Check the rest.';
  const first = one.rows ? `Not imported yet: ${countRows(one.kind, one.rows)} to check` : 'Not imported yet';
  return hasKeptChoices(one.id) ? `${first}. We kept your choices.` : first;
}

const ENDS = { done: 'Import complete', cancelled: 'Import stopped', failed: 'Import failed' } as const;

function sayOutcome({ added = 0, asked = 0, updated = 0, gone = 0, closed = 0, notImported = 0 }: OwnList): string {
  const parts = [
    [added, 'added'],
    [asked, 'invited'],
    [updated, 'updated'],
    [gone, 'left'],
    [closed, 'closed'],
    [notImported, 'not imported'],
  ] as const;
  const said = parts.flatMap(([value, what]) => (value ? [`${inWords(value)} ${what}`] : []));
  return said.join(', ') || 'nothing changed';
}
