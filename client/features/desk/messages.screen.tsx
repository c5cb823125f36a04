import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { useParams } from '@solidjs/router';
import { NotFound } from '../../app/problem-page.js';
import { createRows, createView, me, type ViewRows } from '../../replica/index.js';
import {
  Button,
  calledName,
  dayOf,
  EmptyState,
  Link,
  List,
  OnceRead,
  PageHeader,
  Row,
  sayDayNear,
  sayOnDay,
  Section,
  Skeleton,
} from '../../ui/index.js';
import { createWho, PersonAvatar, PersonName } from '../people/person-name.js';
import { WriteTo } from './write.js';
import './desk.css';

type Message = ViewRows['message'];

/** Messages outside a pair: one by its id, or all. */
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
  const all = createMemo(() => [...to(), ...from()].toSorted((a, b) => (a.at < b.at ? 1 : -1)));
  const other = (one: Message) => (one.from === me() ? one.to : one.from);
  return (
    <>
      <PageHeader title="Messages" lead="Only you and the person who wrote, or who you wrote to, can see each message." />
      <OnceRead of={[to, from]} kind="rows" label="Loading messages">
        <List
          each={all()}
          fallback={
            <EmptyState level={2} title="No messages yet">
              Messages from your coordinator show here.
            </EmptyState>
          }
        >
          {(one) => (
            <Row
              wrap
              start={<PersonAvatar of={other(one)} />}
              title={
                <>
                  {one.from === me() ? 'You wrote to ' : ''}
                  <PersonName of={other(one)} />
                  {one.from === me() ? '' : ' wrote to you'} <span class="muted">{sayDayNear(dayOf(one.at))}</span>
                </>
              }
              end={<Link href={`/messages/${one.message}`}>Read message</Link>}
            />
          )}
        </List>
      </OnceRead>
    </>
  );
}

function One(props: { id: string }): JSX.Element {
  const message = createView('message', () => props.id);
  return (
    <Show when={!message.gone} fallback={<NotFound />}>
      <Show when={message()} fallback={<Skeleton kind="page" label="Loading the message" />}>
        {(row) => <Read of={row()} />}
      </Show>
    </Show>
  );
}

function Read(props: { of: Message }): JSX.Element {
  const mine = () => props.of.from === me();
  const other = () => (mine() ? props.of.to : props.of.from);
  const who = createWho(other);
  const [replying, setReplying] = createSignal(false);
  const name = () => calledName(who());
  const title = () =>
    props.of.mentors.length
      ? mine()
        ? `You suggested mentors to ${name()}`
        : `${name()} suggests mentors`
      : mine()
        ? `Your message to ${name()}`
        : `${name()} wrote to you`;
  return (
    <>
      <PageHeader
        context={<Link href="/messages">Messages</Link>}
        title={title()}
        lead={`Sent ${sayOnDay(dayOf(props.of.at))}. Only you and ${name()} can see this.`}
      />
      <Show when={props.of.text}>
        <blockquote class="desk__quote">
          <For each={props.of.text.split('\n')}>{(line) => <p>{line}</p>}</For>
        </blockquote>
      </Show>
      <Show when={props.of.mentors.length}>
        <Section title="Who they suggest">
          <p class="muted">{mine() ? 'They choose who to ask.' : 'You choose who to ask. We do not tell them until you do.'}</p>
          <ul class="list" role="list">
            <For each={props.of.mentors}>{(mentor) => <Suggested of={mentor} />}</For>
          </ul>
        </Section>
      </Show>
      <div>
        <Button tone={props.of.mentors.length ? 'quiet' : 'primary'} onPress={() => setReplying(true)}>
          {mine() ? `Write to ${name()} again` : `Reply to ${name()}`}
        </Button>
      </div>
      <Show when={replying()}>
        <WriteTo open onClose={() => setReplying(false)} to={[other()]} about={props.of.message} />
      </Show>
    </>
  );
}

/** A mentor whom the reader may find; one whom they may not, or who has stopped, has no row here. */
function Suggested(props: { of: string }): JSX.Element {
  const mentor = createView('directory', () => props.of);
  return (
    <Show when={!mentor.gone}>
      <li>
        <Row
          wrap
          start={<PersonAvatar of={props.of} />}
          title={<strong>{mentor()?.name}</strong>}
          note={mentor()?.jobTitle}
          end={
            <Link href={`/mentors/${props.of}`} about={`: ${mentor()?.name ?? ''}`}>
              See profile
            </Link>
          }
        />
      </li>
    </Show>
  );
}
