import { createSignal, createUniqueId, onCleanup, Show, type JSX } from 'solid-js';
import { IMPORT_LIMIT_MEGABYTES, IMPORT_LIMIT_ROWS } from '@alongside/domain/imports/columns.js';
import { upload } from '../../replica/upload.js';
import { Button, Notice, Progress, RadioGroup } from '../../ui/index.js';
import type { ImportPreview } from './import-answers.js';

export type ImportKind = 'staff' | 'institutions';

/** What a person may read here without opening the file: the columns that are understood. */
const COLUMNS: Readonly<Record<ImportKind, { readonly must: string; readonly may: string }>> = {
  staff: { must: 'Name and email address', may: 'Job title, subjects, phase, start date, line manager and induction tutor' },
  institutions: {
    must: 'URN and EstablishmentName',
    may: 'Nation, local authority, type, status, phase, town, postcode, easting, northing and trust, as in the “all establishment fields” download from Get Information about Schools',
  },
};

/** Which list, whose, and the file: dropped or chosen. */
export function ChooseFile(props: {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  schools: boolean;
  /** Whose staff they are; no file is taken before that is chosen. */
  institution: string | undefined;
  where: JSX.Element;
  onRead: (preview: ImportPreview) => void;
}): JSX.Element {
  const id = createUniqueId();
  const [over, setOver] = createSignal(false);
  const [reading, setReading] = createSignal<File>();
  const [failure, setFailure] = createSignal<string>();
  let input: HTMLInputElement | undefined;
  let stop: AbortController | undefined;
  onCleanup(() => stop?.abort());

  const path = () =>
    props.kind === 'institutions'
      ? '/api/imports?kind=institutions'
      : `/api/imports?kind=staff&institution=${encodeURIComponent(props.institution ?? '')}`;
  const read = async (file: File | undefined) => {
    if (!file || reading()) return;
    const stopping = new AbortController();
    stop = stopping;
    setFailure(undefined);
    setReading(file);
    const bytes = new Blob([file], { type: 'application/octet-stream' });
    // In no address, which others may keep.
    const named = { 'x-file': `${new URLSearchParams({ name: file.name.slice(0, 200) })}` };
    const answer = await upload<ImportPreview>(path(), bytes, stopping.signal, named);
    setReading(undefined);
    if (input) input.value = '';
    if (stopping.signal.aborted) return;
    if (answer.ok) props.onRead(answer.value);
    else setFailure(answer.error.message);
  };
  // Dropping is a second way beside the button, so the place itself is no control.
  const takeDrops = (place: HTMLElement) => {
    place.addEventListener('dragover', (event) => {
      event.preventDefault();
      setOver(true);
    });
    place.addEventListener('dragleave', () => setOver(false));
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      setOver(false);
      void read(event.dataTransfer?.files[0]);
    });
  };
  return (
    <div class="stack import__choose">
      <Show when={props.schools}>
        <RadioGroup<ImportKind>
          label="What is in the file?"
          value={props.kind}
          onChange={props.onKind}
          choices={[
            { value: 'staff', label: 'Staff of one school or trust' },
            { value: 'institutions', label: 'Schools and trusts', hint: 'From the national register, or a list of your own.' },
          ]}
        />
      </Show>
      <Show when={props.kind === 'staff'}>{props.where}</Show>
      <Show when={failure()}>
        {(said) => (
          <Notice kind="refusal" title="We could not read this file">
            {said()}
          </Notice>
        )}
      </Show>
      <Show
        when={props.kind === 'institutions' || props.institution}
        fallback={<p class="muted">Choose the school or trust first, then the file.</p>}
      >
        <div
          class={over() ? 'import__drop import__drop--over' : 'import__drop'}
          role="group"
          aria-labelledby={`${id}-words`}
          ref={takeDrops}
        >
          <Show
            when={reading()}
            fallback={
              <>
                <p class="import__drop-words" id={`${id}-words`}>
                  Drop a spreadsheet here, or
                </p>
                <input
                  class="unseen"
                  id={id}
                  type="file"
                  accept=".csv,.txt,.tsv,.xlsx,.ods,text/csv"
                  tabindex="-1"
                  aria-hidden="true"
                  ref={(element) => (input = element)}
                  onChange={(event) => void read(event.currentTarget.files?.[0])}
                />
                <Button onPress={() => input?.click()}>Choose a file</Button>
                <p class="small muted">
                  Excel (.xlsx), LibreOffice (.ods) or CSV. Up to {IMPORT_LIMIT_MEGABYTES[props.kind]} MB and{' '}
                  {IMPORT_LIMIT_ROWS.toLocaleString('en-GB')} rows.
                </p>
              </>
            }
          >
            {(file) => (
              <div id={`${id}-words`} class="import__reading" role="status">
                <Progress
                  label={`Reading ${file().name}`}
                  cancel={
                    <Button tone="quiet" small onPress={() => stop?.abort()}>
                      Stop reading
                    </Button>
                  }
                />
              </div>
            )}
          </Show>
        </div>
      </Show>
      <div class="stack stack--tight">
        <p>
          <strong>Required columns:</strong> {COLUMNS[props.kind].must}.
        </p>
        <p class="muted">
          <strong>Optional columns:</strong> {COLUMNS[props.kind].may}.{' '}
          {props.kind === 'staff' ? 'You see every column before you import, and can change what it holds.' : 'We ignore other columns.'}
        </p>
        <p class="muted">You can import the same file twice. We skip the rows that are already here.</p>
      </div>
    </div>
  );
}
