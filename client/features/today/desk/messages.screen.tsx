import { within } from '@alongside/domain/text/mid-sentence.js';
import { createMemo, Show, type JSX } from 'solid-js';
import { useParams } from '@solidjs/router';
import { NotFound } from '../../../app/problem-page.js';
import { createRows, createView, me } from '../../../replica/index.js';
import { dayOf, EmptyState, Link, List, WhenLoaded, PageHeader, Row, sayDayNear, Skeleton, Tag } from '../../../ui/index.js';
import { createWho, PersonAvatar, PersonName } from '../../../shared/people/person-name.js';
import { ConversationWith } from './conversation.js';
import { conversationsOf, firstWords, ofHelp, type Conversation, type Message } from './conversations.js';
import { createUnread } from './unread.js';
import './desk.css';

/** Messages outside a pair: the conversations, or the one that a message belongs to. */
export default function Messages(): JSX.Element {
  const params = useParams<{ id?: string }>();
  return (
    <div class="page">
      <div class="stack stack--loose">
        <Show when={params.id} keyed fallback={<All />}>
          {(id) => <One id={id} />}
        </Show>
      </div>
    </div>
  );
}

function All(): JSX.Element {
  const [to, from] = [createRows('message', () => ({ to: me() })), createRows('message', () => ({ from: me() }))];
  const [asked, asking] = [createRows('help', () => ({ coordinator: me() })), createRows('help', () => ({ by: me() }))];
  const unread = createUnread();
  const all = createMemo(() => conversationsOf([...to(), ...from(), ...[...asked(), ...asking()].map(ofHelp)], me(), unread.messages()));
  return (
    <>
      <PageHeader title="Messages" lead="Only you and the other person can see what you write to each other." />
      <WhenLoaded of={[to, from, asked, asking]} kind="rows" label="Loading messages">
        <List
          each={all()}
          fallback={
            <EmptyState level={2} title="No messages yet">
              Messages from your coordinator show here.
            </EmptyState>
          }
        >
          {(one) => <Line of={one} />}
        </List>
      </WhenLoaded>
    </>
  );
}

/** One person: what was written last, by whom and when. */
function Line(props: { of: Conversation }): JSX.Element {
  const who = createWho(() => props.of.other);
  const mine = () => props.of.latest.from === me();
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.of.other} />}
      title={
        <>
          <PersonName of={props.of.other} /> <span class="muted">{sayDayNear(dayOf(props.of.latest.at))}</span>{' '}
          <Show when={props.of.unread}>
            <Tag kind="move">New</Tag>
          </Show>
        </>
      }
      note={`${mine() ? 'You: ' : ''}${firstWords(props.of.latest)}`}
      end={
        <Link href={`/messages/${props.of.latest.message}`} about={`with ${within(who().name)}`}>
          Read messages
        </Link>
      }
    />
  );
}

function One(props: { id: string }): JSX.Element {
  const message = createView('message', () => props.id);
  const help = createView('help', () => props.id);
  const found = (): Message | undefined => message() ?? (help() && ofHelp(help() as NonNullable<ReturnType<typeof help>>));
  return (
    <Show when={!(message.gone && help.gone)} fallback={<NotFound />}>
      <Show when={found()} fallback={<Skeleton kind="page" label="Loading messages" />}>
        {(row) => <ConversationWith of={row()} />}
      </Show>
    </Show>
  );
}
