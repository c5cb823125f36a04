import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { createTextDraft } from '../../../app/draft.js';
import { createRows, createSending, createView, dispatchQuietly, me, newId } from '../../../replica/index.js';
import {
  atStart,
  Button,
  calledName,
  count,
  dayOf,
  Link,
  WhenLoaded,
  PageHeader,
  Row,
  saying,
  sayDayNear,
  sayTime,
  TextArea,
  timeOf,
} from '../../../ui/index.js';
import { Refused, submitting } from '../../../shared/forms.js';
import { createWho, PersonAvatar } from '../../../shared/people/person-name.js';
import { conversationsOf, ofHelp, otherIn, type Message } from './conversations.js';
import { createUnread } from './unread.js';
import { midSentence, sayOnlyTwo, within } from '@alongside/domain/text/mid-sentence.js';

/** So many of the latest messages show at first; the earlier ones on request. */
const SHOWN_AT_FIRST = 30;
const TEXT_LIMIT_CHARACTERS = 1_200;

/** What two people wrote to each other, in order, with a field to go on. */
export function ConversationWith(props: { of: Message }): JSX.Element {
  const other = createMemo(() => otherIn(props.of, me()));
  const rows = [
    createRows('message', () => ({ to: me(), from: other() })),
    createRows('message', () => ({ from: me(), to: other() })),
  ] as const;
  const help = [
    createRows('help', () => ({ coordinator: me(), by: other() })),
    createRows('help', () => ({ by: me(), coordinator: other() })),
  ] as const;
  const who = createWho(other);
  const name = () => calledName(who());
  const unread = createUnread();
  const [all, setAll] = createSignal(false);
  const messages = createMemo(
    () =>
      conversationsOf([...rows.flatMap((read) => read()), ...help.flatMap((read) => read()).map(ofHelp)], me(), new Set())[0]?.messages ?? [
        props.of,
      ],
  );
  // Who asked for help may go on once they have a reply.
  const mayWrite = () => messages().some(({ from, asksForHelp }) => from === other() || !asksForHelp);
  const shown = () => (all() ? messages() : messages().slice(-SHOWN_AT_FIRST));
  const earlier = () => messages().length - shown().length;
  // What is shown is read: its notifications go, quietly.
  createEffect(
    on(
      () => shown().flatMap(({ message }) => unread.noticesOf(message)),
      (notices) => notices.length && markRead(notices),
    ),
  );
  return (
    <>
      <PageHeader context={<Link href="/messages">Messages</Link>} title={midSentence(`You and ${who().name}`)} lead={sayOnlyTwo(name())} />
      <WhenLoaded of={[...rows, ...help]} kind="rows" label="Loading messages">
        <Show when={earlier()}>
          <div>
            <Button tone="quiet" small onPress={() => setAll(true)}>
              Show {count(earlier(), 'earlier message')}
            </Button>
          </div>
        </Show>
        <ol class="messages" role="list" aria-label={`Messages with ${within(name())}`}>
          <For each={shown()}>{(one) => <Written of={one} name={name()} />}</For>
        </ol>
        <Show when={mayWrite()} fallback={<p class="muted">You can write here once {within(name())} replies.</p>}>
          <Reply to={other()} name={name()} hasReceived={messages().some(({ from }) => from === other())} />
        </Show>
      </WhenLoaded>
    </>
  );
}

const markRead = (notices: readonly string[]) => dispatchQuietly('DismissNotices', { person: me(), notices: [...new Set(notices)] });

function Written(props: { of: Message; name: string }): JSX.Element {
  const mine = () => props.of.from === me();
  return (
    <li class={mine() ? 'message message--mine' : 'message'}>
      <p class="small">
        <strong>{mine() ? 'You' : props.name}</strong> {props.of.asksForHelp ? 'asked about a mentorship ' : ''}
        <span class="muted">
          {sayDayNear(dayOf(props.of.at))} at {sayTime(timeOf(props.of.at))}
        </span>
      </p>
      <Show when={props.of.text || !props.of.mentors.length}>
        <p class="desk__text">{props.of.text || 'This was deleted with its author’s account.'}</p>
      </Show>
      <Show when={props.of.mentors.length}>
        <p class="muted">
          {mine()
            ? `You suggested these mentors. ${props.name} chooses who to ask.`
            : `${props.name} suggests these mentors. You choose who to ask. We do not tell them until you do.`}
        </p>
        <SuggestedMentors mentors={props.of.mentors} mine={mine()} />
      </Show>
    </li>
  );
}

/** A field below the messages. What is typed stays when it is refused, and when one leaves and comes back. */
function Reply(props: { to: string; name: string; hasReceived: boolean }): JSX.Element {
  const draft = createTextDraft(() => `reply:${props.to}`);
  const sending = createSending();
  // The same message is sent once, however often it is tried.
  let message = newId();
  let place: HTMLFormElement | undefined;
  const send = async () => {
    const saved = saying(`Message sent to ${within(props.name)}.`);
    if (sending.pending() || !(await sending.send('WriteMessage', { message, to: props.to, text: draft.value() }, { draft, saved })))
      return;
    message = newId();
    place?.querySelector('textarea')?.focus();
  };
  return (
    <form class="stack" ref={(element) => (place = element)} novalidate onSubmit={submitting(() => void send())}>
      <Refused sending={sending} beside={['text']} />
      <TextArea
        label={props.hasReceived ? `Reply to ${within(props.name)}` : `Write to ${within(props.name)}`}
        hint="We tell them by email that you wrote."
        rows={3}
        limit={TEXT_LIMIT_CHARACTERS}
        value={draft.value()}
        onInput={draft.set}
        error={sending.problem('text')}
      />
      <div>
        <Button type="submit" pending={sending.pending()}>
          Send message
        </Button>
      </div>
    </form>
  );
}

/**
 * Suggested mentors. A mentor whom the mentee may not find is counted and not named, so no reason shows (R5). The coordinator reads all
 * whom they named.
 */
function SuggestedMentors(props: { mentors: readonly string[]; mine: boolean }): JSX.Element {
  const all = props.mentors.map((id) => ({ id, row: createView('directory', () => id) }));
  const gone = () => all.filter(({ row }) => row.gone).length;
  return (
    <>
      <ul class="list" role="list">
        <For each={all}>
          {({ id, row }) => (
            <Show
              when={!row.gone}
              fallback={
                <Show when={props.mine}>
                  <NotAvailable of={id} />
                </Show>
              }
            >
              <li>
                <Row
                  wrap
                  start={<PersonAvatar of={id} />}
                  title={<strong>{row()?.name}</strong>}
                  note={row()?.jobTitle}
                  end={
                    <Link href={`/mentors/${id}`} about={`: ${row()?.name ?? ''}`}>
                      See profile
                    </Link>
                  }
                />
              </li>
            </Show>
          )}
        </For>
      </ul>
      <Show when={!props.mine && gone()}>
        <p class="muted">{sayGone(gone(), all.length)}</p>
      </Show>
    </>
  );
}

const sayGone = (gone: number, of: number): string =>
  gone === of
    ? 'Not available right now. You can find other mentors under “Find a mentor”.'
    : `${atStart(count(gone, 'more mentor is', 'more mentors are'))} not available right now.`;

function NotAvailable(props: { of: string }): JSX.Element {
  const who = createWho(() => props.of);
  return (
    <li>
      <Row start={<PersonAvatar of={props.of} />} title={<strong>{who().name}</strong>} note="Not available right now" />
    </li>
  );
}
