import { sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { SUGGESTED_LIMIT_MENTORS } from '@alongside/domain/messages/message.events.js';
import { createDraft } from '../../../app/draft.js';
import { createAnswer, createSending, newId } from '../../../replica/index.js';
import {
  Checkbox,
  atStart,
  count,
  createRested,
  Dialog,
  DialogFoot,
  Group,
  NotFetched,
  saying,
  Skeleton,
  TextArea,
  TextField,
  WhenLoaded,
} from '../../../ui/index.js';
import { Refused, submitting } from '../../../shared/forms.js';
import { useCalled } from '../../../shared/people/called-apart.js';
import { createWho } from '../../../shared/people/person-name.js';

/** How long typing rests before the mentors are asked for, in milliseconds. */
const REST_MS = 300;

/** A mentor who has space, and what is to be said of them to a coordinator. */
interface Offered {
  readonly id: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly institutions: readonly string[];
  readonly free: number;
  readonly reasons: readonly string[];
  readonly toConsider: readonly string[];
}
interface OfferedAnswer {
  readonly mentors: readonly Offered[];
  readonly total: number;
}
interface Suggesting {
  readonly mentors: readonly { readonly id: string; readonly name: string }[];
  readonly text: string;
}

/** Suggests up to three mentors who have space. The mentee chooses whom to ask. */
export function SuggestTo(props: { open: boolean; onClose: () => void; to: string; not: readonly string[] }): JSX.Element {
  const who = createWho(() => props.to);
  const call = useCalled();
  const name = () => call(who());
  const draft = createDraft<Suggesting>(
    () => `suggest:${props.to}`,
    () => ({ mentors: [], text: '' }),
  );
  const [typed, setTyped] = createSignal('');
  const asked = createRested(typed, REST_MS);
  const answer = createAnswer<OfferedAnswer>(
    () => `/api/mentees/${encodeURIComponent(props.to)}/mentors?q=${encodeURIComponent(asked())}`,
    { ofOthers: true },
  );
  const found = createMemo(() => (answer.data()?.mentors ?? []).filter(({ id }) => !props.not.includes(id)));
  /** How many match in all, without the mentor of the matter itself. */
  const total = () => (answer.data()?.total ?? 0) - (answer.data()?.mentors ?? []).filter(({ id }) => props.not.includes(id)).length;
  const chosen = () => draft.value().mentors;
  const has = (id: string) => chosen().some((one) => one.id === id);
  const full = () => chosen().length >= SUGGESTED_LIMIT_MENTORS;
  const choose = ({ id, name: called }: { readonly id: string; readonly name: string }, on: boolean) => {
    const others = chosen().filter((one) => one.id !== id);
    draft.set({ ...draft.value(), mentors: on ? [...others, { id, name: called }] : others });
  };
  const message = newId();
  const sending = createSending();
  const send = async () => {
    const { mentors, text } = draft.value();
    if (
      !(await sending.send(
        'SuggestMentors',
        { message, to: props.to, mentors: mentors.map(({ id }) => id), text },
        { draft, saved: saying(`We have told ${within(name())} who you suggest.`) },
      ))
    )
      return;
    props.onClose();
  };
  /** Who it is that cannot be suggested, by name: the one whom the refusal points at. */
  const refusedOne = () => {
    const at = [0, 1, 2].find((place) => sending.problem(`mentors.${place}`));
    const one = at === undefined ? undefined : chosen()[at];
    return one && `We cannot suggest ${one.name} to ${within(name())}. Choose another mentor.`;
  };
  const others = () => chosen().filter(({ id }) => !found().some((hit) => hit.id === id));
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={name() ? `Suggest mentors to ${within(who().name)}` : 'Suggest mentors'}
      lead={
        name() &&
        `${name()} chooses who to ask. We do not tell the mentors. Those who fit ${within(name())} best are first. ${name()}’s focus areas count, and only ${within(name())} can see them.`
      }
    >
      <WhenLoaded of={[{ loading: !name() }]} kind="rows" label="Loading mentors">
        <form class="stack" novalidate onSubmit={submitting(() => void send())}>
          <Refused sending={sending} beside={['mentors', 'text', 'mentors.0', 'mentors.1', 'mentors.2']} />
          <TextField
            label="Search mentors who have space"
            hint="A subject, a phase, a topic or a name."
            kind="search"
            autocomplete="off"
            value={typed()}
            onInput={setTyped}
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
          <Show
            when={answer.data()}
            fallback={
              <Show when={answer.failed()} fallback={<Skeleton kind="rows" label="Loading mentors" />}>
                {(said) => <NotFetched onAgain={answer.again}>{said()}</NotFetched>}
              </Show>
            }
          >
            <Group
              label={`Choose up to ${SUGGESTED_LIMIT_MENTORS}`}
              error={sending.problem('mentors') ?? refusedOne()}
              answer={chosen().map(({ id }) => id)}
            >
              <div class="choices">
                <p class="small muted" role="status">
                  {sayFound(found().length, total())}
                </p>
                <For each={others()}>{(one) => <Checkbox label={one.name} checked onChange={(on) => choose(one, on)} />}</For>
                <For each={found()}>
                  {(hit) => (
                    <Checkbox
                      label={hit.name}
                      hint={<About of={hit} />}
                      checked={has(hit.id)}
                      disabled={full() && !has(hit.id)}
                      onChange={(on) => choose(hit, on)}
                    />
                  )}
                </For>
              </div>
            </Group>
          </Show>
          <TextArea
            label="Message"
            optional
            hint={sayOnlyTwo(name())}
            limit={1_200}
            value={draft.value().text}
            onInput={(text) => draft.set({ ...draft.value(), text })}
            error={sending.problem('text')}
          />
          <DialogFoot
            does={chosen().length > 1 ? `Suggest ${chosen().length} mentors` : 'Suggest mentor'}
            pending={sending.pending()}
            onClose={props.onClose}
          />
        </form>
      </WhenLoaded>
    </Dialog>
  );
}

const sayFound = (shown: number, total: number): string =>
  total === 0
    ? 'No mentors with space match. Try other words.'
    : total > shown
      ? `${shown} of ${total.toLocaleString('en-GB')} mentors with space. Type more to find others.`
      : `${atStart(count(total, 'mentor'))} with space.`;

/** Who they are, why they may suit, and what speaks against it. */
const About = (props: { of: Offered }): JSX.Element => (
  <span class="desk__about">
    <span>
      {[props.of.jobTitle, props.of.institutions[0], `space for ${count(props.of.free, 'more mentee')}`].filter(Boolean).join(' · ')}
    </span>
    <Show when={props.of.reasons.length}>
      <span>{props.of.reasons.join(' ')}</span>
    </Show>
    <Show when={props.of.toConsider.length}>
      <span>To consider: {props.of.toConsider.join(' ')}</span>
    </Show>
  </span>
);
