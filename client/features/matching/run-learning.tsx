import { createEffect, createMemo, createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { Instant } from '@alongside/domain/kernel/brand.js';
import { sayMoment } from '@alongside/domain/uk/uk-time.js';
import { createAnswer, post } from '../../replica/index.js';
import { PersonName } from '../../shared/people/person-name.js';
import { Button, Facts, NotFetched, Notice, Progress, say, sayRefused, Section, Skeleton, Table } from '../../ui/index.js';
import { sayAct, sayDoing, sayFound, type ShelfAnswer } from './learned-words.js';

/** How often progress is asked for while a model is trained, in milliseconds. */
const LOOK_MS = 1_000;
const KILOBYTE_BYTES = 1_024;

type Act = 'train' | 'stop' | 'use' | 'back';
const DONE: Readonly<Record<Act, string>> = {
  train: 'Training started',
  stop: 'Training stopped. Suggestions are as before.',
  use: 'Model in use',
  back: 'Suggestions are as before the last change',
};

/** Training, using and taking back what was learned: for those who run the hub. */
export function RunLearning(props: { onChanged: () => void }): JSX.Element {
  const shelf = createAnswer<ShelfAnswer>(() => '/api/learning/shelf');
  const [asked, setAsked] = createSignal<Act>();
  const training = createMemo(() => Boolean(shelf.data()?.training));
  createEffect(() => {
    if (!training()) return;
    const timer = setInterval(() => shelf.again(), LOOK_MS);
    onCleanup(() => clearInterval(timer));
  });
  const act = async (what: Act) => {
    if (asked()) return;
    setAsked(what);
    const answer = await post<ShelfAnswer>(`/api/learning/${what}`);
    setAsked(undefined);
    if (answer.ok) say(DONE[what]);
    else sayRefused(answer.error.message);
    shelf.again();
    props.onChanged();
  };
  return (
    <Section title="Learn from past mentorships">
      <Show
        when={shelf.data()}
        fallback={
          <Show when={shelf.failed()} fallback={<Skeleton lines={4} label="Loading learning" />}>
            {(why) => (
              <NotFetched title="We could not load learning" mild onAgain={shelf.again}>
                {why()}
              </NotFetched>
            )}
          </Show>
        }
      >
        {(now) => (
          <>
            <p class="small muted">Only administrators of this hub can see this.</p>
            <Broken of={now()} />
            <InUse of={now()} />
            <Training of={now()} asked={asked()} onAct={(what) => void act(what)} />
            <Back of={now()} asked={asked()} onAct={(what) => void act(what)} />
            <Record of={now()} />
          </>
        )}
      </Show>
    </Section>
  );
}

const Broken = (props: { of: ShelfAnswer }): JSX.Element => (
  <Show when={props.of.condition.state === 'broken' && props.of.condition}>
    {(broken) => (
      <Notice kind="move" title="The model cannot be used">
        <p>{broken().why} Suggestions follow the rules. Train a model again.</p>
      </Notice>
    )}
  </Show>
);

const InUse = (props: { of: ShelfAnswer }): JSX.Element => (
  <Show when={props.of.card}>
    {(card) => (
      <Facts
        of={[
          { label: 'Trained', value: sayMoment(card().trainedAt as Instant) },
          { label: 'Learned from', value: `${(props.of.serving?.trainedWith ?? 0).toLocaleString('en-GB')} mentorships` },
          { label: 'Up to event', value: Number(card().through).toLocaleString('en-GB') },
          { label: 'Size', value: `${Math.ceil(card().bytes / KILOBYTE_BYTES).toLocaleString('en-GB')} kB` },
          { label: 'Worked out by', value: `${card().backend}, seed ${card().seed}` },
        ]}
      />
    )}
  </Show>
);

interface Acting {
  readonly of: ShelfAnswer;
  readonly asked: Act | undefined;
  readonly onAct: (what: Act) => void;
}

/** The training that runs, with a way to stop it; else what the last one found, and a way to begin. */
function Training(props: Acting): JSX.Element {
  return (
    <Show
      when={props.of.training}
      fallback={
        <>
          <Show when={props.of.unfinished}>
            {(last) => (
              <Notice kind="move" title="The last training did not finish">
                <p>
                  {sayMoment(last().at as Instant)}: {last().why} Suggestions are as before.
                </p>
              </Notice>
            )}
          </Show>
          <Show when={props.of.last}>
            {(last) => (
              <div class="stack stack--tight" role="status">
                <p>Last training, {sayMoment(last().at as Instant)}:</p>
                <ul>
                  <For each={sayFound(last().verdict)}>{(words) => <li>{words}</li>}</For>
                </ul>
              </div>
            )}
          </Show>
          <div class="line line--wrap">
            <Show when={props.of.hasCandidate}>
              <Button pending={props.asked === 'use'} onPress={() => props.onAct('use')}>
                Use new model
              </Button>
            </Show>
            <Button
              {...(props.of.hasCandidate && { tone: 'plain' })}
              pending={props.asked === 'train'}
              onPress={() => props.onAct('train')}
            >
              Train a model
            </Button>
          </div>
        </>
      }
    >
      {(now) => (
        <Progress
          label="Training a model"
          value={now().done}
          words={sayDoing(now())}
          cancel={
            <Button tone="plain" small pending={props.asked === 'stop'} onPress={() => props.onAct('stop')}>
              Stop training
            </Button>
          }
        />
      )}
    </Show>
  );
}

const Back = (props: Acting): JSX.Element => (
  <Show when={props.of.before}>
    {(before) => (
      <div>
        <Button tone="plain" pending={props.asked === 'back'} onPress={() => props.onAct('back')}>
          {before() === 'model' ? 'Go back to the model before' : 'Go back to the rules'}
        </Button>
      </div>
    )}
  </Show>
);

/** Who did what. */
const Record = (props: { of: ShelfAnswer }): JSX.Element => (
  <Show when={props.of.acts.length}>
    <Section title="Who did what" level={3}>
      <Table
        caption="Who did what"
        unseenCaption
        rows={props.of.acts}
        columns={[
          { title: 'When', cell: ({ at }) => sayMoment(at as Instant) },
          { title: 'What', cell: (act) => sayAct(act) },
          { title: 'Who', cell: ({ by }) => (by === HUB ? 'This hub' : <PersonName of={by} />) },
        ]}
      />
    </Section>
  </Show>
);
