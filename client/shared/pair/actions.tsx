import { For, Show, type JSX } from 'solid-js';
import { createRows, me, type ViewRows } from '../../replica/index.js';
import { act, createAct, createPress } from '../../app/act.js';
import { atStart, Button, count, dayOf, DueDate, Link, List, Row, sayDate, saying, Section, WhenLoaded } from '../../ui/index.js';
import { isOver, type Mentorship } from './pair.js';
import { Standards } from '../standards/lazy.js';
import { PersonAvatar, PersonName } from '../people/person-name.js';

type Action = ViewRows['action'];

const soonest = (actions: readonly Action[]) => [...actions].sort((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));

/** Takes an action off the open ones, and offers to undo that. */
export async function settle(type: 'FinishAction' | 'DropAction', done: string, { meeting, action }: Action): Promise<void> {
  const undo = { label: 'Undo', onPress: () => void act('ReopenAction', { meeting, action }) };
  await act(type, { meeting, action }, saying(done, undo));
}

/** Ticks one action off, with a press. */
export function MarkDone(props: { action: Action }): JSX.Element {
  const finishing = createPress((action: Action) => settle('FinishAction', 'Action done', action));
  return (
    <Button
      tone="quiet"
      small
      aria-label={`Mark as done: ${props.action.title}`}
      pending={finishing.pending()}
      onPress={() => void finishing.run(props.action)}
    >
      Mark as done
    </Button>
  );
}

/** What completing asks, once a mentorship is over: the owner goes on with it. */
function KeepOwn(props: { action: Action; shown: boolean }): JSX.Element {
  const keeping = createAct();
  const { meeting, action } = props.action;
  return (
    <Show when={props.shown}>
      <Button
        tone="plain"
        small
        aria-label={`Keep it on my own list: ${props.action.title}`}
        pending={keeping.pending()}
        onPress={() => void keeping.run('KeepAction', { meeting, action }, 'Kept on your own list')}
      >
        Keep it on my own list
      </Button>
    </Show>
  );
}

/** What the two took on and have not done yet, soonest first. What a person took on stays theirs to do once the mentorship is over. */
export function Actions(props: { pair: Mentorship }): JSX.Element {
  const actions = createRows('action', () => ({ mentorship: props.pair.mentorship }));
  const open = () => soonest(actions().filter(({ done }) => done === 'no'));
  const done = () => actions().filter((action) => action.done !== 'no');
  return (
    <Show when={actions.loading || actions().length}>
      <Section title="Actions">
        <WhenLoaded of={[actions]} lines={2} label="Loading actions">
          <List each={open()} fallback={<p class="muted">All actions are done.</p>}>
            {(action) => (
              <ActionRow
                action={action}
                linked
                fixed={isOver(props.pair) && action.owner !== me()}
                beside={<KeepOwn action={action} shown={isOver(props.pair) && !action.kept} />}
              />
            )}
          </List>
          <Show when={done().length}>
            <details class="small">
              <summary>{atStart(count(done().length, 'finished action'))}</summary>
              <List each={done()}>
                {(action) => (
                  <Row
                    title={action.title || 'Deleted action'}
                    note={action.done === 'dropped' ? 'Not needed any more' : action.doneAt ? sayDate(dayOf(action.doneAt)) : undefined}
                  />
                )}
              </List>
            </details>
          </Show>
        </WhenLoaded>
      </Section>
    </Show>
  );
}

/** How it went, in the words of each of the two, with their names; nothing until then. */
export const HowItWent = (props: { action: Action }): JSX.Element => (
  <For each={props.action.notes ?? []}>
    {(noted) => (
      <p class="small">
        <Show when={noted.by === me()} fallback={<PersonName of={noted.by} short />}>
          You
        </Show>
        : <q>{noted.note}</q>
      </p>
    )}
  </For>
);

/**
 * One action, with a way to tick it off. `linked` names the meeting where it was agreed; `fixed` forbids changes; `beside` holds further
 * buttons.
 */
export function ActionRow(props: { action: Action; linked?: boolean; fixed?: boolean; beside?: JSX.Element }): JSX.Element {
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.action.owner} size="small" />}
      title={props.action.title || 'Deleted action'}
      note={
        <>
          <Show when={props.action.owner === me()} fallback={<PersonName of={props.action.owner} short />}>
            You
          </Show>
          <Show when={props.action.done === 'no' && props.action.due}>
            {(due) => (
              <>
                {' · '}
                <DueDate day={due()} />
              </>
            )}
          </Show>
          <Show when={props.action.done === 'yes' && props.action.doneAt}>{(at) => ` · done on ${sayDate(dayOf(at()))}`}</Show>
          <Show when={props.action.done === 'dropped'}> · removed</Show>
          <Show when={props.action.kept}> · kept on {props.action.owner === me() ? 'your' : 'their'} own list</Show>
          <Show when={props.linked}>
            {' · '}
            <Link
              href={`/meetings/${props.action.meeting}`}
              about={props.action.title ? `in which ${props.action.title} was agreed` : 'of an action that was deleted'}
            >
              the meeting
            </Link>
          </Show>
        </>
      }
      end={
        <Show when={props.action.done === 'no' && !props.fixed}>
          <MarkDone action={props.action} />
          {props.beside}
        </Show>
      }
    >
      <HowItWent action={props.action} />
      <Standards
        statements={props.action.statements ?? []}
        about={props.action.title}
        link={
          props.action.owner === me() && props.action.title && props.linked
            ? { type: 'LinkAction', of: { meeting: props.action.meeting, action: props.action.action } }
            : undefined
        }
      />
    </Row>
  );
}
