import { createEffect, createSignal, For, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { createRows, createSending, createView, me, type ViewRows } from '../../replica/index.js';
import { Button, dayOf, EmptyState, focusItem, FormFoot, WhenLoaded, saying, sayDate, Slots, TextArea, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { createOpen, focusFirst, Refused, submitting } from '../../shared/forms.js';
import { otherOf } from '../../shared/pair/pair.js';
import { createWho } from '../../shared/people/person-name.js';
import { promptText } from '../../shared/reflections/prompts.js';
import { readersFor, readersOf, type Readers } from '../../shared/reflections/readers.js';
import StandardsOf from '../../shared/standards/standards-of.js';
import { ReflectionForm } from './reflection-form.js';
import '../../shared/pair/pair.css';

type Reflection = ViewRows['reflection'];

/** So many show at first, and more on request. */
const STEP_ROWS = 20;

/** Reflections: private until their author says otherwise, and the reader always named. */
export default function Reflections(): JSX.Element {
  const [search] = useSearchParams<{ mentorship?: string }>();
  const newest = createRows(
    'reflection',
    () => ({ person: me() }),
    () => ({ by: 'writtenAt', descending: true, rows: STEP_ROWS }),
  );
  const [awaited, setAwaited] = createSignal<number>();
  const showOlder = () => {
    setAwaited(newest().length);
    newest.more(STEP_ROWS);
  };
  createEffect(() => {
    const from = awaited();
    if (from === undefined || newest().length <= from) return;
    setAwaited(undefined);
    focusItem(place, from, 'article');
  });
  const [writing, setWriting] = createSignal(search.mentorship !== undefined);
  let place: HTMLDivElement | undefined;
  const leave = () => {
    setWriting(false);
    queueMicrotask(() => place?.querySelector<HTMLElement>('button')?.focus());
  };
  return (
    <div class="stack stack--loose" ref={(element) => (place = element)}>
      <Show
        when={writing()}
        fallback={
          <Show when={newest().length}>
            <div>
              <Button onPress={() => setWriting(true)}>Write a reflection</Button>
            </div>
          </Show>
        }
      >
        <ReflectionForm mentorship={search.mentorship} onLeave={leave} />
      </Show>
      <WhenLoaded of={[newest]} label="Loading reflections">
        <For each={newest()}>{(reflection) => <Written reflection={reflection} />}</For>
        <Show when={newest.hasMore}>
          <div>
            <Button tone="quiet" onPress={showOlder}>
              Show older reflections
            </Button>
          </div>
        </Show>
        <Show when={!newest().length && !writing()}>
          <EmptyState level={2} title="No reflections yet" action={<Button onPress={() => setWriting(true)}>Write a reflection</Button>}>
            Write a few lines on what happened and what you noticed. Only you can see them until you share them.
          </EmptyState>
        </Show>
      </WhenLoaded>
    </div>
  );
}

function Written(props: { reflection: Reflection }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'revise' | 'readers'>(place);
  return (
    <article class="note reflection" ref={setPlace} aria-label={props.reflection.title}>
      <Show when={form.is('revise')}>
        <Revise reflection={props.reflection} onClose={form.close} />
      </Show>
      <Show when={!form.is('revise')}>
        <h2 class="note__title">{props.reflection.title}</h2>
        <Show when={promptText(props.reflection.prompt ?? '')}>{(prompt) => <p class="small muted">{prompt()}</p>}</Show>
        <p class="reading note__text">{props.reflection.text}</p>
        <p class="small muted">
          {sayDate(dayOf(props.reflection.writtenAt))}
          <Show when={props.reflection.revisedAt}>{(at) => `, edited ${sayDate(dayOf(at()))}`}</Show>
        </p>
        <StandardsOf
          statements={props.reflection.statements}
          about={props.reflection.title}
          link={{ type: 'LinkReflection', of: { person: props.reflection.person, reflection: props.reflection.reflection } }}
        />
        <ReadersLine reflection={props.reflection} />
        <Show when={form.is('readers')}>
          <ChangeReaders reflection={props.reflection} onClose={form.close} />
        </Show>
        <Show when={!form.any()}>
          <div class="line line--wrap line--tight reflection__ways">
            <Button tone="plain" small aria-label={`Change who can see “${props.reflection.title}”`} onPress={() => form.open('readers')}>
              Change who can see it
            </Button>
            <Button tone="plain" small aria-label={`Edit “${props.reflection.title}”`} onPress={() => form.open('revise')}>
              Edit
            </Button>
          </div>
        </Show>
      </Show>
    </article>
  );
}

function ReadersLine(props: { reflection: Reflection }): JSX.Element {
  const pair = createView('mentorship', () => props.reflection.mentorship ?? undefined);
  const who = createWho(() => {
    const row = pair();
    return row && otherOf(row);
  });
  return (
    <p class={`readers readers--${props.reflection.sharedWith}`}>
      {readersOf(props.reflection.sharedWith, pair() ? who().name : undefined)}
    </p>
  );
}

function ChangeReaders(props: { reflection: Reflection; onClose: () => void }): JSX.Element {
  const sending = createSending();
  // Chosen first and said with a button: an arrow key moves through the choices, and on its way must show nobody what is private.
  const [chosen, choose] = createSignal<Readers>(props.reflection.sharedWith);
  const share = async () => {
    const { reflection } = props.reflection;
    if (
      !(await sending.send(
        'ShareReflection',
        { person: me(), reflection, with: chosen() },
        { saved: saying(`Saved. ${readersOf(chosen(), undefined)}`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack stack--tight" ref={focusFirst} novalidate onSubmit={submitting(() => void share())}>
      <Refused sending={sending} />
      <Slots<Readers>
        label="Who can see it"
        value={chosen()}
        onChange={choose}
        choices={readersFor(props.reflection.mentorship !== null, props.reflection.sharedWith)}
      />
      <FormFoot does="Save change" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}

function Revise(props: { reflection: Reflection; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const draft = createDraft<{ title: string; text: string }>(
    () => `revise:${props.reflection.reflection}`,
    () => ({ title: props.reflection.title, text: props.reflection.text }),
  );
  const revise = async () => {
    const { reflection } = props.reflection;
    if (
      !(await sending.send(
        'ReviseReflection',
        { person: me(), reflection, ...draft.value() },
        { draft, saved: saying('Reflection saved') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void revise())}>
      <Refused sending={sending} beside={['title', 'text']} />
      <TextField
        label="Title"
        maxlength={120}
        value={draft.value().title}
        onInput={(title) => draft.set({ ...draft.value(), title })}
        error={sending.problem('title')}
      />
      <TextArea
        label="Your reflection"
        reading
        limit={8_000}
        value={draft.value().text}
        onInput={(text) => draft.set({ ...draft.value(), text })}
        error={sending.problem('text')}
      />
      <FormFoot does="Save reflection" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}
