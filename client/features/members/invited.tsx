import { createMemo, Show, type JSX } from 'solid-js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createRows, createSending } from '../../replica/index.js';
import { Button, dayOf, List, Notice, Row, say, sayDate, Section } from '../../ui/index.js';

/** Who was asked to join and has not answered. They are known by the address that was typed: their name may not be this reader's to see. */
export function Invited(props: { institution: string }): JSX.Element {
  const invitations = createRows('invitation', () => ({ institution: props.institution }));
  const inOrder = createMemo(() => [...invitations()].sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1)));
  return (
    <Show when={inOrder().length}>
      <Section title="Asked, and not answered yet">
        <List each={inOrder()}>{(invitation) => <Asked of={invitation} />}</List>
      </Section>
    </Show>
  );
}

function Asked(props: { of: InvitationRow }): JSX.Element {
  const sending = createSending();
  const withdraw = async () => {
    const { institution, person, email } = props.of;
    if (!(await sending.send('WithdrawInvitation', { institution, person }))) return;
    say(`The invitation to ${email} is taken back.`);
  };
  return (
    <Row
      wrap
      title={<strong>{props.of.email}</strong>}
      note={
        <>
          Asked on {sayDate(dayOf(props.of.askedAt))}
          <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
        </>
      }
      end={
        <Button tone="plain" small pending={sending.pending()} onPress={() => void withdraw()}>
          Take it back<span class="unseen"> from {props.of.email}</span>
        </Button>
      }
    />
  );
}
