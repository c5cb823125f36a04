import { createMemo, Show, type JSX } from 'solid-js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createRows, createSending } from '../../replica/index.js';
import { Button, dayOf, List, Row, saying, sayDate, Section } from '../../ui/index.js';
import { Refused } from '../../shared/forms.js';

/** Open invitations, by the email address that was typed: the reader may not see the name. */
export function Invited(props: { institution: string }): JSX.Element {
  const invitations = createRows('invitation', () => ({ institution: props.institution }));
  const inOrder = createMemo(() => [...invitations()].sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1)));
  return (
    <Show when={inOrder().length}>
      <Section title="Invited">
        <List each={inOrder()}>{(invitation) => <Asked of={invitation} />}</List>
      </Section>
    </Show>
  );
}

function Asked(props: { of: InvitationRow }): JSX.Element {
  const sending = createSending();
  const withdraw = async () => {
    const { institution, person, email } = props.of;
    if (!(await sending.send('WithdrawInvitation', { institution, person }, { saved: saying(`Invitation to ${email} cancelled`) }))) return;
  };
  return (
    <Row
      wrap
      title={<strong>{props.of.email}</strong>}
      note={
        <>
          Invited on {sayDate(dayOf(props.of.askedAt))}
          <Refused sending={sending} />
        </>
      }
      end={
        <Button tone="plain" small pending={sending.pending()} onPress={() => void withdraw()}>
          Cancel invitation<span class="unseen"> to {props.of.email}</span>
        </Button>
      }
    />
  );
}
