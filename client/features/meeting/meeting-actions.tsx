import { createSignal, Show, type JSX } from 'solid-js';
import { createRows, createSending, me, type ViewRows } from '../../replica/index.js';
import { ActionRow, settle } from '../../shared/pair/actions.js';
import { Button, FormFoot, List, saying, Section, WhenLoaded } from '../../ui/index.js';
import { createPress } from '../../app/act.js';
import { createDraft } from '../../app/draft.js';
import { ActionFields, actionOf, NO_ACTION, type TypedAction } from './new-actions.js';
import { createOpen, focusFirst, Refused, submitting } from '../../shared/forms.js';
import type { Meeting } from '../../shared/pair/pair.js';

/** What the two take on in this meeting, and a line to add to it. `fixed`: the other’s are only read, and one’s own stay one’s own to do. */
export function MeetingActions(props: { meeting: Meeting; otherName: string; fixed: boolean }): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'add'>(place);
  const actions = createRows('action', () => ({ meeting: props.meeting.meeting }));
  return (
    <Section title="Actions">
      <WhenLoaded of={[actions]} lines={1} label="Loading actions">
        <List
          each={actions()}
          fallback={<p class="muted">{props.fixed ? 'No actions.' : 'No actions yet. One small thing each is enough.'}</p>}
        >
          {(action) => <ActionRow action={action} fixed={props.fixed && action.owner !== me()} beside={<Remove action={action} />} />}
        </List>
      </WhenLoaded>
      <Show when={!props.fixed}>
        <div ref={setPlace}>
          <Show
            when={form.is('add')}
            fallback={
              <Button tone="quiet" onPress={() => form.open('add')}>
                Add an action
              </Button>
            }
          >
            <AddAction meeting={props.meeting} otherName={props.otherName} onClose={form.close} />
          </Show>
        </div>
      </Show>
    </Section>
  );
}

/** Takes one action off the list of open ones: a wrong one is removed and added anew. It stays in the record of the meeting. */
function Remove(props: { action: ViewRows['action'] }): JSX.Element {
  const removing = createPress((action: ViewRows['action']) => settle('DropAction', 'Action removed', action));
  return (
    <Button
      tone="plain"
      small
      pending={removing.pending()}
      aria-label={`Remove: ${props.action.title}`}
      onPress={() => void removing.run(props.action)}
    >
      Remove
    </Button>
  );
}

function AddAction(props: { meeting: Meeting; otherName: string; onClose: () => void }): JSX.Element {
  const sending = createSending();
  const draft = createDraft<TypedAction>(
    () => `action:${props.meeting.meeting}`,
    () => NO_ACTION,
  );
  const agree = async () => {
    if (
      !(await sending.send(
        'AgreeAction',
        { meeting: props.meeting.meeting, ...actionOf(draft.value(), props.meeting) },
        { draft, saved: saying('Action added') },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void agree())}>
      <Refused sending={sending} beside={['title', 'due']} />
      <ActionFields
        value={draft.value()}
        onChange={(change) => draft.set({ ...draft.value(), ...change })}
        otherName={props.otherName}
        problems={{ title: sending.problem('title'), due: sending.problem('due') }}
      />
      <FormFoot does="Add an action" pending={sending.pending()} onClose={props.onClose} />
    </form>
  );
}
