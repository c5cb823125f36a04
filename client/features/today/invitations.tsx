import { For, Show, type JSX } from 'solid-js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createSending, createView } from '../../replica/index.js';
import { Button, MoveCard, Notice, say } from '../../ui/index.js';
import { createWho, PersonAvatar } from '../people/person-name.js';

/** Institutions that ask whoever is signed in to join. Yes or no is theirs alone to say. */
export const Invitations = (props: { of: readonly InvitationRow[] }): JSX.Element => (
  <For each={props.of}>{(invitation) => <Invitation of={invitation} />}</For>
);

function Invitation(props: { of: InvitationRow }): JSX.Element {
  const institution = createView('institution', () => props.of.institution);
  const asker = createWho(() => props.of.by);
  const name = () => institution()?.details.name ?? 'An institution';
  const sending = createSending();
  const answer = async (type: 'AcceptInvitation' | 'DeclineInvitation', done: string) => {
    const { institution: at, person } = props.of;
    if (!(await sending.send(type, { institution: at, person }))) return;
    say(done);
  };
  return (
    <MoveCard
      title={`${name()} would like you on its list`}
      lead={`Whoever coordinates there could then see that you take part in mentoring and with whom, never what is said in it. You stay where you are as well, and can leave again at any time.`}
      who={
        <Show when={props.of.by !== 'hub'}>
          <PersonAvatar of={props.of.by} />
        </Show>
      }
    >
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      <Button pending={sending.pending()} onPress={() => void answer('AcceptInvitation', `You belong to ${name()} now.`)}>
        Join {name()}
      </Button>
      <Button
        tone="quiet"
        disabled={sending.pending()}
        onPress={() => void answer('DeclineInvitation', `${name()} is told that you said no, and nothing else.`)}
      >
        No, thank you
      </Button>
      <Show when={props.of.by !== 'hub'}>
        <span class="small muted">{asker().name} asks</span>
      </Show>
    </MoveCard>
  );
}
