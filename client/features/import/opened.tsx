import { createSignal, Match, Switch, type JSX } from 'solid-js';
import type { ChosenColumns } from '@alongside/domain/imports/staff-fields.js';
import { post, replica, type Failure, type Outcome } from '../../replica/index.js';
import { Button, EmptyState, NotFetched, PageHeader, sayRefused, Skeleton } from '../../ui/index.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { ListOfClosed } from './closed-school.js';
import type { SentChoices, SentRegisterChoices } from './choices.js';
import { dropChoices } from './kept-choices.js';
import type { FileSaid, ImportPreview, ImportProgress, SeenColumn } from './import-answers.js';
import { partOf, withMore, type PartPage } from './parts.js';
import { Preview } from './preview.js';
import type { LoadPart } from './steps.js';
import { Running } from './running.js';

const OTHER_ON_ITS_WAY = 'We are loading another sheet. Try again when it is here.';
const LOOK_AGAIN: ReadonlySet<string> = new Set(['INSTITUTION.CLOSED', 'IMPORT.READ_AGAIN']);

/** An import by its id, at whichever stage it is: shown, under way or over; or not to be found. `onAway` takes its address away. */
export function Opened(props: {
  id: string;
  all: readonly InstitutionChoice[];
  onAnother: () => void;
  onAway: () => void;
  /** A staff list is for another school from now on. */
  onMoved: (institution: string) => void;
}): JSX.Element {
  const path = `/api/imports/${encodeURIComponent(props.id)}`;
  const [preview, setPreview] = createSignal<ImportPreview>();
  const [failure, setFailure] = createSignal<Failure>();
  const [starting, setStarting] = createSignal(false);
  const [reading, setReading] = createSignal(false);
  const [lost, setLost] = createSignal(false);
  const [moved, setMoved] = createSignal<{ readonly institution: string; readonly name: string }>();
  const stage = (running: boolean) => {
    const now = preview();
    return now && (now.status !== 'planned') === running ? now : undefined;
  };
  const where = () => {
    const now = preview();
    if (now?.kind !== 'staff') return '';
    const named = props.all.find(({ id }) => id === now.institution)?.name;
    return named || (moved()?.institution === now.institution ? (moved()?.name ?? '') : '');
  };
  const look = async () => {
    setFailure(undefined);
    const answer = await replica().ask<ImportPreview>({ method: 'GET', path: `${path}/preview` });
    if (answer.ok) setPreview(answer.value);
    else if (answer.error.status === 404) setLost(true);
    else setFailure(answer.error);
  };
  const confirm = async (planned: ImportPreview, inviteOn: string | null, choices: SentChoices | SentRegisterChoices) => {
    setStarting(true);
    const answer = await post<ImportProgress>(`${path}/confirm`, { inviteOn, choices, reading: planned.reading });
    setStarting(false);
    if (answer.ok) {
      dropChoices(props.id);
      setPreview({ ...planned, ...answer.value });
    } else if (answer.error.status === 404) setLost(true);
    else sayRefused(answer.error.message);
    // The school closed while its list was looked at, or the list was read again in another tab.
    if (!answer.ok && LOOK_AGAIN.has(answer.error.code)) await look();
  };
  const move = async (institution: string, name: string) => {
    setReading(true);
    const answer = await post<ImportPreview>(`${path}/institution`, { institution });
    setReading(false);
    if (!answer.ok) return answer.error.status === 404 ? void setLost(true) : sayRefused(answer.error.message);
    setMoved({ institution, name });
    setPreview(answer.value);
    props.onMoved(institution);
  };
  const closed = () => {
    const now = stage(false);
    return now?.kind === 'staff' && now.closedSchool ? { list: now, of: now.closedSchool } : undefined;
  };
  let wanted: FileSaid | undefined;
  let reread: Promise<string | undefined> | undefined;
  /** Settles with why it was not read so, undefined where it was. One reading at a time: what was chosen meanwhile comes after it, and only the last of it. */
  const readAgain = async (said: Partial<FileSaid>): Promise<string | undefined> => {
    const before = preview();
    // What is said while another sheet is read would be of the sheet before.
    if (!before || switching) return OTHER_ON_ITS_WAY;
    if (said.sheet !== undefined) return readSheet(said.sheet);
    const nation = before.kind === 'staff' ? undefined : before.nation;
    const next: FileSaid = {
      columns: wanted?.columns ?? chosenOf(before.columns),
      cells: wanted?.cells ?? before.cells,
      nation,
      ...(wanted?.list && { list: wanted.list }),
      ...(wanted?.another && { another: wanted.another }),
      ...(before.sheet && { sheet: before.sheet.name }),
      ...said,
    };
    // Shown at once: the next choice builds on this one.
    const columns = before.columns.map((one) => ({ ...one, as: asChosen(one, next.columns) }));
    setPreview(
      before.kind === 'staff'
        ? { ...before, cells: next.cells, columns, ...(next.list && before.list && { list: { ...before.list, as: next.list } }) }
        : { ...before, cells: next.cells, columns, ...(next.nation && { nation: next.nation }) },
    );
    wanted = next;
    return (reread ??= readWanted(before).finally(() => (reread = undefined)));
  };
  let switching = false;
  const readSheet = async (sheet: string): Promise<string | undefined> => {
    switching = true;
    await reread;
    setReading(true);
    const answer = await post<ImportPreview>(`${path}/columns`, { sheet });
    setReading(false);
    switching = false;
    readUpTo.clear();
    if (answer.ok) setPreview(answer.value);
    else if (answer.error.status === 404) setLost(true);
    return answer.ok ? undefined : answer.error.message;
  };
  const readWanted = async (before: ImportPreview): Promise<string | undefined> => {
    setReading(true);
    let answer: Outcome<ImportPreview> | undefined;
    while (wanted) {
      const now: FileSaid = wanted;
      wanted = undefined;
      answer = await post<ImportPreview>(`${path}/columns`, now);
    }
    setReading(false);
    readUpTo.clear();
    if (answer?.ok) setPreview(answer.value);
    if (!answer || answer.ok) return undefined;
    if (answer.error.status === 404) setLost(true);
    else {
      setPreview(before);
      sayRefused(answer.error.message);
      // Another sheet was chosen in another tab: what is shown here is of the one before.
      if (answer.error.code === 'IMPORT.OTHER_SHEET') await look();
    }
    return answer.error.message;
  };
  /** How far each part, or what was looked for in it, has been read. */
  const readUpTo = new Map<string, number>();
  const load: LoadPart = async (part, want) => {
    const find = typeof want === 'string' ? '' : want.find;
    const key = `${part} ${find}`;
    for (;;) {
      const before = preview();
      const list = before && partOf(before, part);
      if (!list || list.of.length >= list.total) return;
      const from = readUpTo.get(key) ?? (find ? 0 : list.of.length);
      const query = new URLSearchParams({ part, from: String(from), ...(find && { find }) });
      const answer = await replica().ask<PartPage>({ method: 'GET', path: `${path}/preview?${query}` });
      if (!answer.ok) return void sayRefused(answer.error.message);
      const end = from + answer.value.of.length;
      readUpTo.set(key, end);
      const now = preview();
      if (now) setPreview(withMore(now, part, answer.value.of));
      if (want === 'page' || answer.value.of.length === 0 || end >= answer.value.total) return;
    }
  };
  const letGo = () => {
    // The hub holds what it read until it is told; where this does not reach it, it lets go in its own time.
    void replica().ask({ method: 'DELETE', path });
    dropChoices(props.id);
    props.onAway();
  };
  void look();
  return (
    <Switch fallback={<Skeleton kind="page" label="Loading the list" />}>
      <Match when={lost()}>
        <Lost onAway={props.onAway} />
      </Match>
      <Match when={failure()}>{(why) => <Unknown why={why().message} onAgain={() => void look()} />}</Match>
      <Match when={closed()}>
        {(one) => (
          <ListOfClosed
            of={one().of}
            name={where() || 'This school'}
            others={props.all.filter(({ id, kind }) => id !== one().list.institution && kind !== 'hub')}
            reading={reading()}
            onMove={(institution, name) => void move(institution, name)}
            onBack={letGo}
          />
        )}
      </Match>
      <Match when={stage(false)}>
        {(planned) => (
          <Preview
            preview={planned()}
            where={where()}
            starting={starting()}
            reading={reading()}
            onSaid={readAgain}
            onConfirm={(inviteOn, choices) => void confirm(planned(), inviteOn, choices)}
            onBack={letGo}
            onLoad={load}
          />
        )}
      </Match>
      <Match when={stage(true)} keyed>
        {(begun) => (
          <Running preview={begun} where={where()} onAnother={props.onAnother} onLost={() => setLost(true)} onStopped={() => void look()} />
        )}
      </Match>
    </Switch>
  );
}

/** What is said of the columns as they are shown. Where it is what the heading says, nothing needs saying. */
const chosenOf = (columns: readonly SeenColumn[]): ChosenColumns =>
  Object.fromEntries(columns.filter(({ as, byHeading }) => as !== byHeading).map(({ letter, as }) => [letter, as]));

/** What a column holds as a person said, or as its heading says. */
const asChosen = ({ letter, byHeading }: SeenColumn, columns: ChosenColumns) => {
  const said = columns[letter];
  return said === undefined ? byHeading : said;
};

/** There is none of this id, none any more, or it is another person's: the three look alike on purpose. */
const Lost = (props: { onAway: () => void }) => (
  <>
    <PageHeader title="Import a list" />
    <EmptyState level={2} title="We no longer have this list" action={<Button onPress={props.onAway}>Import a file</Button>}>
      We keep a list for a short time, and only for the person who uploaded it. Rows that were imported are saved. You can import the same
      file again, and we skip the rows that are already here.
    </EmptyState>
  </>
);

const Unknown = (props: { why: string; onAgain: () => void }) => (
  <>
    <PageHeader title="Import a list" />
    <NotFetched title="We could not load this list" onAgain={props.onAgain}>
      {props.why}
    </NotFetched>
  </>
);
