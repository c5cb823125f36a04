import { createEffect, createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { createAnswer, replica } from '../../replica/index.js';
import { atStart, Button, ButtonLink, count, Figures, Notice, PageHeader, Progress, sayRefused, Section } from '../../ui/index.js';
import { countRows, type ImportPreview, type ImportProgress } from './import-answers.js';
import { Problems } from './problems.js';

/** How often the hub is asked how far it is, in milliseconds. */
const LOOK_MS = 700;

/** An import on its way and when it is over: how far, what came of it, and a way to stop it. `where`: whose staff they are, by name. */
export function Running(props: { preview: ImportPreview; where: string; onAnother: () => void; onLost: () => void }): JSX.Element {
  const path = `/api/imports/${props.preview.id}`;
  const answer = createAnswer<ImportProgress>(() => path);
  const now = (): ImportProgress => answer.data() ?? props.preview;
  const over = createMemo(() => now().status !== 'running' && now().status !== 'planned');
  // A hub that was started anew knows nothing of it.
  createEffect(() => answer.refused() && props.onLost());
  const [stopping, setStopping] = createSignal(false);
  createEffect(() => {
    if (over()) return;
    const timer = setInterval(() => answer.again(), LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  const stop = async () => {
    setStopping(true);
    const stopped = await replica().ask({ method: 'DELETE', path });
    if (!stopped.ok) sayRefused(stopped.error.message);
    setStopping(false);
    answer.again();
  };
  const words = () => `${now().done.toLocaleString('en-GB')} of ${now().rows.toLocaleString('en-GB')}`;
  // Spoken at every tenth only: a voice that counts thousands helps nobody.
  const tenth = createMemo(() => Math.floor((10 * now().done) / Math.max(1, now().rows)));
  return (
    <>
      <PageHeader
        context={props.preview.kind === 'staff' ? props.where : 'Schools and trusts'}
        title={over() ? (TITLES[now().status] ?? 'Brought in') : `Bringing in ${countRows(props.preview.kind, props.preview.rows)}`}
        lead={
          over()
            ? LEADS[now().status]
            : 'You can leave this page; it goes on without you, and its address leads back here. Others can use the hub meanwhile.'
        }
      />
      <p class="unseen" role="status">
        {over() ? '' : `${tenth() * 10} per cent done`}
      </p>
      <Show when={answer.failed() && !over()}>
        <Notice>The hub cannot be asked just now. The import goes on; this page tries again.</Notice>
      </Show>
      <Show
        when={over()}
        fallback={
          <Progress
            label={now().done < now().rows ? 'Rows done' : 'Finishing'}
            value={now().done}
            max={Math.max(1, now().rows)}
            words={words()}
            cancel={
              <Button tone="quiet" pending={stopping()} onPress={() => void stop()}>
                Stop here
              </Button>
            }
          />
        }
      >
        <Figures
          of={[
            { value: now().changed, label: 'new or changed' },
            { value: now().unchanged, label: 'known already, left as they were' },
            { value: now().refused.length, label: now().refused.length === 1 ? 'row refused' : 'rows refused' },
          ]}
        />
        <Show when={now().asked}>
          <p>
            {atStart(count(now().asked, 'person', 'people'))} on the hub already {now().asked === 1 ? 'was' : 'were'} asked to join. They
            belong to {props.where} once they say yes.
          </p>
        </Show>
        <div class="line line--wrap">
          <Show when={props.preview.kind === 'staff' && props.preview.institution}>
            {(institution) => <ButtonLink href={`/members?at=${institution()}`}>See the members</ButtonLink>}
          </Show>
          <Button tone={props.preview.kind === 'staff' ? 'quiet' : 'primary'} onPress={props.onAnother}>
            Bring in another file
          </Button>
        </div>
        <Show when={now().refused.length}>
          <Section title="Rows that were refused">
            <Problems caption="Refused rows" of={now().refused} />
          </Section>
        </Show>
      </Show>
    </>
  );
}

const TITLES: Readonly<Partial<Record<ImportProgress['status'], string>>> = {
  done: 'The list is in',
  cancelled: 'Stopped',
  failed: 'It stopped half-way',
};
const LEADS: Readonly<Partial<Record<ImportProgress['status'], string>>> = {
  done: 'Everything that could come in has. Bringing in the same file again would change nothing.',
  cancelled: 'What was done stays; the rest was not begun. Choose the same file again to go on from here.',
  failed: 'The hub met a problem and has noted it. What was done stays. Choose the same file again to go on from here.',
};
