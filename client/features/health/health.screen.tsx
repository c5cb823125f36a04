import { createEffect, createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { sortedByName } from '@alongside/domain/text/folding.js';
import { createAnswer, post } from '../../replica/index.js';
import { Button, Facts, NotFetched, Notice, PageHeader, Progress, say, sayRefused, Section, Skeleton, Table, Tag } from '../../ui/index.js';
import { PersonName } from '../../shared/people/person-name.js';
import { WrongClock } from './clock.js';
import { HeldEmails } from './held-emails.js';
import {
  isDamaged,
  sayLog,
  sayPosition,
  sayUptime,
  sayView,
  servesOf,
  summaryOf,
  type LogCondition,
  type StatusAnswer,
  type ViewStatus,
} from './status-words.js';
import { linesOf, WHERE_OUTPUT_IS } from './condition-words.js';
import { ServerAndEmail } from './server-and-email.js';
import './health.css';

/** How often the hub is asked, in milliseconds: seldom while all is well, often while something is rebuilt. */
const LOOK_MS = 5_000;
const LOOK_CLOSELY_MS = 1_000;

/** How the hub stands, in plain words first; for those who look after it. */
export default function Health(): JSX.Element {
  const status = createAnswer<StatusAnswer>(() => '/api/status');
  const lines = ({ condition }: StatusAnswer) => (condition ? linesOf(condition, Date.now()) : []);
  const summary = (now: StatusAnswer) => summaryOf(now, lines(now));
  const busy = createMemo(() => status.data()?.views.some(({ state }) => state === 'rebuilding') ?? false);
  createEffect(() => {
    const timer = setInterval(() => status.again(), busy() ? LOOK_CLOSELY_MS : LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <div class="page">
      <Show
        when={status.data()}
        fallback={
          <div class="stack stack--loose">
            <Show when={status.failed()} fallback={<Skeleton kind="page" label="Loading hub status" />}>
              {(said) => (
                <>
                  <PageHeader context="This hub" title="Hub status" />
                  <NotFetched title="We could not load the hub’s status" again="Try again" onAgain={status.again}>
                    {said()}
                  </NotFetched>
                </>
              )}
            </Show>
          </div>
        }
      >
        {(now) => (
          <>
            <div class="stack stack--loose">
              <Show
                when={status.failed()}
                fallback={<PageHeader context="Hub status" title={summary(now()).title} lead={summary(now()).lead} />}
              >
                <PageHeader context="Hub status" title="We cannot reach the hub" lead="What follows is its last known status." />
              </Show>
              <Show when={now().clock?.state !== 'right' && now().clock}>
                {(clock) => <WrongClock of={clock()} onConfirmed={status.again} />}
              </Show>
              <Show when={now().condition?.mail.held}>{(held) => <HeldEmails of={held()} onReleased={status.again} />}</Show>
              <Show when={isDamaged(now().log) && now().log}>{(log) => <Damage of={log()} />}</Show>
              <Show when={now().log?.doubt}>{(doubt) => <Doubt of={doubt()} />}</Show>
              <Show when={now().condition}>
                {(condition) => <ServerAndEmail of={lines(now())} leaves={condition().mail.leaves} onSent={status.again} />}
              </Show>
              <SetAside of={now().setAside} />
              <SharedAddresses of={now().sharedAddresses ?? []} />
              <Views of={now().views} onAgain={status.again} />
            </div>
            <aside class="stack" aria-label="Figures about the hub">
              <InFigures now={now()} />
            </aside>
          </>
        )}
      </Show>
    </div>
  );
}

/** What is not as it was written in the log, and what to do about it. */
const Damage = (props: { of: LogCondition }): JSX.Element => (
  <Section title="What is damaged">
    <ul>
      <For each={props.of.findings}>{(words) => <li>{words}</li>}</For>
      <Show when={props.of.more > 0}>
        <li>{props.of.more.toLocaleString('en-GB')} more. The command “npm run verify” lists them.</li>
      </Show>
    </ul>
    <StepsOnServer of={props.of.nextSteps} />
  </Section>
);

/** Which notes of how far the log went can not be believed, and what to do about it. */
const Doubt = (props: { of: NonNullable<LogCondition['doubt']> }): JSX.Element => (
  <Section title="What cannot be told">
    <ul>
      <For each={props.of.says}>{(words) => <li>{words}</li>}</For>
    </ul>
    <StepsOnServer of={props.of.nextSteps} />
  </Section>
);

const StepsOnServer = (props: { of: readonly string[] }): JSX.Element => (
  <>
    <p>What to do on the server:</p>
    <ol>
      <For each={props.of}>{(words) => <li>{words}</li>}</For>
    </ol>
  </>
);

/** People who cannot sign in, because another person joined with their email address first. */
const SharedAddresses = (props: { of: readonly string[] }): JSX.Element => (
  <Show when={props.of.length > 0}>
    <Notice title="Some people share an email address">
      <p>They cannot sign in, because another person has the same one. Open Members and change the email address of each:</p>
      <ul>
        <For each={props.of}>
          {(person) => (
            <li>
              <PersonName of={person} />
            </li>
          )}
        </For>
      </ul>
    </Notice>
  </Show>
);

function Views(props: { of: readonly ViewStatus[]; onAgain: () => void }): JSX.Element {
  const [asked, setAsked] = createSignal<string>();
  const rebuild = async (view: ViewStatus) => {
    if (asked()) return;
    setAsked(view.view);
    const answer = await post('/api/status/rebuild', { view: view.view });
    setAsked(undefined);
    if (answer.ok) say(`${servesOf(view)}: rebuilding. People see the last version until it is done.`);
    else sayRefused(answer.error.message);
    props.onAgain();
  };
  // Only what has stopped goes first: a row that moves takes the focus off its button.
  const sorted = createMemo(() =>
    sortedByName(props.of, servesOf).sort((a, b) => Number(b.state === 'stopped') - Number(a.state === 'stopped')),
  );
  return (
    <Section title="What people see">
      <p class="small muted">
        The hub works each of these out from its log. You can rebuild one at any time, and people can use it meanwhile.
      </p>
      <Show when={props.of.some((view) => view.state === 'rebuilding')}>
        <div class="stack stack--tight">
          {sorted()
            .filter((view) => view.state === 'rebuilding')
            .map((view) => (
              <Progress
                label={servesOf(view)}
                value={view.progress?.share}
                words={`${(view.progress?.events ?? 0).toLocaleString('en-GB')} events`}
              />
            ))}
        </div>
      </Show>
      <Table<ViewStatus>
        caption="Views and their status"
        unseenCaption
        rows={sorted()}
        columns={[
          {
            title: 'What it serves',
            cell: (view) => (
              <>
                {servesOf(view)} <span class="health__name">{view.view}</span>
                <Show when={view.stopped}>{(why) => <span class="health__why">{why().error}</span>}</Show>
              </>
            ),
          },
          {
            title: 'Status',
            cell: (view) => (
              <Tag kind={view.state === 'stopped' ? 'refused' : view.state === 'rebuilding' ? 'info' : view.lagEvents ? 'move' : 'quiet'}>
                {sayView(view)}
              </Tag>
            ),
          },
          {
            title: 'To do',
            cell: (view) => (
              <Button tone="plain" small pending={asked() === view.view || view.state === 'rebuilding'} onPress={() => void rebuild(view)}>
                Rebuild<span class="unseen"> {servesOf(view)}</span>
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

const SetAside = (props: { of: StatusAnswer['setAside'] }): JSX.Element => (
  <Show when={props.of.length}>
    <Section title="Failed tasks">
      <p class="small muted">The hub tries these again every minute. To find out why they fail: {WHERE_OUTPUT_IS}</p>
      <Table
        caption="Failed tasks"
        unseenCaption
        rows={props.of}
        columns={[
          { title: 'Task', cell: (one) => one.reactor.replaceAll('-', ' ') },
          { title: 'Event', cell: (one) => <code>{one.event}</code> },
        ]}
      />
    </Section>
  </Show>
);

const MEGABYTE_BYTES = 1024 * 1024;

const InFigures = (props: { now: StatusAnswer }): JSX.Element => (
  <Section title="Figures" level={3}>
    <Facts
      of={[
        { label: 'Last entry in the log', value: sayPosition(props.now.head) },
        { label: 'Shown up to entry', value: sayPosition(props.now.through) },
        ...(props.now.log ? [{ label: 'Log', value: sayLog(props.now.log) }] : []),
        { label: 'Failed tasks', value: String(props.now.setAside.length) },
        ...(props.now.process
          ? [
              { label: 'Running for', value: sayUptime(props.now.process.uptimeSeconds) },
              { label: 'Memory', value: `${Math.round(props.now.process.residentBytes / MEGABYTE_BYTES).toLocaleString('en-GB')} MB` },
              { label: 'Node', value: props.now.process.node },
            ]
          : []),
        ...(props.now.version ? [{ label: 'Version', value: props.now.version }] : []),
      ]}
    />
    <p class="small muted">Entries are events and the keys of people. Backups and checks count events alone.</p>
  </Section>
);
