import { createEffect, createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { createAnswer, createView, replica } from '../../replica/index.js';
import { atStart, Button, ButtonLink, count, Figures, Notice, PageHeader, Progress, sayRefused, Section } from '../../ui/index.js';
import type { ImportPreview, ImportProgress } from './import-answers.js';
import { changesIn, countRows, outcomeFigures } from './say-import.js';
import { hasDesk } from '../../shared/institutions/places.js';
import { toCheckAfter } from './by-row.js';
import { createKept, KeptNotice } from '../../shared/people/kept-invitations.js';
import { SayTold, type Inviting } from './emails.js';
import { Problems } from './problems.js';
import { WhatWasDone } from './what-was-done.js';

/** How often the hub is asked how far it is, in milliseconds. */
const LOOK_MS = 700;

/** An import on its way and when it is over: how far, what came of it, and a way to stop it. `where`: whose staff they are, by name. */
export function Running(props: {
  preview: ImportPreview;
  where: string;
  onAnother: () => void;
  onLost: () => void;
  /** The hub restarted meanwhile and shows what is left as a list. */
  onStopped: () => void;
}): JSX.Element {
  const path = `/api/imports/${props.preview.id}`;
  // By its reading, which a restart makes another: what was answered before it is about no import that runs now.
  const answer = createAnswer<ImportProgress>(() => `${path}?reading=${props.preview.reading}`);
  const now = (): ImportProgress => answer.data() ?? props.preview;
  /** Rows that were left out before anything was written, and those that were refused on the way. */
  const notImported = () => ({
    errors: props.preview.rowsWithErrors + now().notImported,
    leavers: props.preview.rowsOfLeavers,
    pupils: props.preview.rowsOfPupils,
  });
  const toCheck = createMemo(() => toCheckAfter(props.preview.problems, now().refused));
  const over = createMemo(() => now().status !== 'running' && now().status !== 'planned');
  // A hub that was started anew may know nothing of it any more.
  createEffect(() => answer.refused() && props.onLost());
  createEffect(() => answer.data()?.status === 'planned' && props.onStopped());
  createEffect(() => over() && replica().acted());
  const kept = createKept(() => (over() && props.preview.kind === 'staff' ? (props.preview.institution ?? undefined) : undefined));
  const [stopping, setStopping] = createSignal(false);
  createEffect(() => {
    if (over()) return;
    const timer = setInterval(() => answer.again(), LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  const stop = async () => {
    setStopping(true);
    const stopped = await replica().ask({ method: 'DELETE', path });
    // It is over once what it was just doing is done: until then the button waits.
    if (!stopped.ok) {
      sayRefused(stopped.error.message);
      setStopping(false);
    }
    answer.again();
  };
  // Those who leave and schools that close are no rows that change.
  const importing = () => {
    const changes = changesIn(props.preview.foreseen);
    return changes ? `Importing ${countRows(props.preview.kind, changes)}` : 'Importing your list';
  };
  const staffOf = () => (props.preview.kind === 'staff' ? props.preview.institution : undefined);
  const at = createView('institution', staffOf);
  const invites = () => hasDesk({ id: staffOf() ?? '', trust: at()?.trust ?? null });
  const inviting = (): Inviting => ({
    at: staffOf() ?? '',
    where: props.where,
    isReader: invites(),
    desk: props.preview.kind === 'staff' && props.preview.desk !== undefined ? props.preview.desk : 'coordinator',
  });
  const words = () => `${now().done.toLocaleString('en-GB')} of ${now().rows.toLocaleString('en-GB')}`;
  // Spoken at every tenth only: a voice that counts thousands helps nobody.
  const tenth = createMemo(() => Math.floor((10 * now().done) / Math.max(1, now().rows)));
  return (
    <>
      <PageHeader
        context={props.preview.kind === 'staff' ? props.where : 'Schools and trusts'}
        title={over() ? (TITLES[now().status] ?? 'Imported') : importing()}
        lead={
          over()
            ? leadOf(now(), props.preview.kind === 'staff' && props.preview.list?.as === 'leavers')
            : 'You can leave this page, and the import continues. You can find it again on the Import page.'
        }
      />
      <p class="unseen" role="status">
        {over() || tenth() === 0 ? '' : `At least ${tenth() * 10}% done`}
      </p>
      <Show when={answer.failed() && !over()}>
        <Notice>We cannot reach Alongside right now. The import continues, and we try again automatically.</Notice>
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
                Stop import
              </Button>
            }
          />
        }
      >
        <Show when={props.preview.kind !== 'links'}>
          <Figures of={outcomeFigures(props.preview.kind, now(), notImported(), true)} />
        </Show>
        <Show when={now().linesLeft}>
          <Notice>
            We set line managers and induction tutors last, so some of them are not set yet. Import the same file again to set them.
          </Notice>
        </Show>
        <Show when={now().closed}>
          <p>
            {props.preview.kind === 'links'
              ? `We know now what followed ${count(now().closed, 'closed school')}.`
              : `${atStart(count(now().closed, 'school'))} closed. Anyone who is a member there is asked on Today where they work now.`}
          </p>
        </Show>
        <Show when={props.preview.kind === 'staff' && now().did}>
          {(did) => <WhatWasDone of={now()} did={did()} at={staffOf() ?? ''} where={props.where} />}
        </Show>
        <Show when={!now().did?.readdressed && now().newAddresses}>
          {(changed) => <p>{atStart(count(changed(), 'email address', 'email addresses'))} changed.</p>}
        </Show>
        <Show when={now().gone && !now().did?.gone}>
          <p>{atStart(count(now().gone, 'member'))} left.</p>
        </Show>
        <Show when={now().asked}>
          <p>
            We invited {count(now().asked, 'person', 'people')} who already {now().asked === 1 ? 'has an account' : 'have accounts'}. They
            join {props.where} when they accept.
          </p>
        </Show>
        <Show when={props.preview.kind === 'staff'}>
          <SayTold told={now().told} added={now().added} kept={kept.data()} inviting={inviting()} />
          <Show when={staffOf() && kept.data()?.leaves ? kept.data() : undefined}>
            {(of) => <KeptNotice at={staffOf() ?? ''} of={of()} onSent={kept.again} />}
          </Show>
        </Show>
        <div class="line line--wrap">
          <Show when={staffOf()}>
            {(institution) => (
              <>
                <ButtonLink href={`/members?at=${institution()}`}>See members</ButtonLink>
                <Show when={invites()}>
                  <ButtonLink tone="quiet" href={`/newcomers?at=${institution()}`}>
                    See who has not signed in
                  </ButtonLink>
                </Show>
              </>
            )}
          </Show>
          <Show when={props.preview.kind !== 'staff'}>
            <ButtonLink href="/institutions">See schools and trusts</ButtonLink>
            <ButtonLink tone="quiet" href="/set-up">
              Go to set-up
            </ButtonLink>
          </Show>
          <Button tone="quiet" onPress={props.onAnother}>
            Import another file
          </Button>
        </div>
        <Show when={props.preview.withoutWords}>
          <p class="muted">An account was deleted after this import, so we no longer keep what we said about single rows.</p>
        </Show>
        <Show when={toCheck().length}>
          <Section title="Rows to check">
            <Problems caption="Problems by row" of={toCheck()} />
          </Section>
        </Show>
      </Show>
    </>
  );
}

const TITLES: Readonly<Partial<Record<ImportProgress['status'], string>>> = {
  done: 'Import complete',
  cancelled: 'Import stopped',
  failed: 'Import failed',
};
const sayRemoved = (gone: number): string => (gone === 0 ? 'We removed no members' : `We removed ${count(gone, 'member')}`);
const AGAIN = 'If you import the same file again, nothing changes.';

/** What is true once it is over: what was left out, kept or refused is not here, and the same file would ask for it again. */
function leadOf({ status, did, notImported, refused, leftOut, gone }: ImportProgress, ofLeavers: boolean): string {
  if (status === 'cancelled' && ofLeavers)
    return `${sayRemoved(gone)} before the import was stopped. To remove the others, choose the same file again.`;
  if (status === 'cancelled') return 'We kept the rows that were imported. To import the rest, choose the same file again.';
  if (status === 'failed')
    return 'Something went wrong on our side, and we have logged it. We kept the rows that were imported. To import the rest, choose the same file again.';
  if (ofLeavers) return `${sayRemoved(gone)}.`;
  if (did?.leftOut ?? did?.gone ?? did?.readdressed)
    return 'We did what you chose. If you import the same file again, it asks you again about what you left out or kept.';
  if (leftOut > 0) return 'We imported every row that we could. We left out the other rows: choose the same file again to see them.';
  return notImported > 0 || refused.length > 0 ? 'We imported every row that we could.' : `We imported every row that we could. ${AGAIN}`;
}
