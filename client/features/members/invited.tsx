import { createMemo, Show, type JSX } from 'solid-js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createRows, createSending, createView } from '../../replica/index.js';
import { Button, dayOf, List, Row, saying, sayDate, Section } from '../../ui/index.js';
import { Refused } from '../../shared/forms.js';

/** Open invitations, and people of closed schools who ask to join, by the email address that was typed: the reader may not see the name. */
export function Invited(props: { institution: string }): JSX.Element {
  const invitations = createRows('invitation', () => ({ institution: props.institution }));
  const inOrder = createMemo(() => [...invitations()].sort((a, b) => (a.askedAt < b.askedAt ? -1 : 1)));
  const asking = () => inOrder().filter((one) => one.closed);
  const asked = () => inOrder().filter((one) => !one.closed);
  return (
    <>
      <Show when={asking().length}>
        <Section title="Say that they work here now">
          <List each={asking()}>{(one) => <Asking of={one} />}</List>
        </Section>
      </Show>
      <Show when={asked().length}>
        <Section title="Invited">
          <List each={asked()}>{(invitation) => <Asked of={invitation} />}</List>
        </Section>
      </Show>
    </>
  );
}

/** A member of a school that closed, who asks to join: a coordinator knows whether they are a colleague. */
function Asking(props: { of: InvitationRow }): JSX.Element {
  const sending = createSending();
  const before = createView('institution', () => props.of.closed);
  const add = async () => {
    const { institution, person, email } = props.of;
    await sending.send('AddMember', { institution, person, from: dayOf() }, { saved: saying(`${email} is now a member`) });
  };
  const decline = async () => {
    const { institution, person, email } = props.of;
    await sending.send('WithdrawInvitation', { institution, person }, { saved: saying(`We asked ${email} to choose again`) });
  };
  return (
    <Row
      wrap
      title={<strong>{props.of.email}</strong>}
      note={
        <>
          {before()?.details.name ?? 'Their school'} has closed. They asked on {sayDate(dayOf(props.of.askedAt))}.
          <Refused sending={sending} />
        </>
      }
      end={
        <>
          <Button small pending={sending.pending()} onPress={() => void add()}>
            Add<span class="unseen"> {props.of.email}</span>
          </Button>
          <Button tone="plain" small pending={sending.pending()} onPress={() => void decline()}>
            Not a colleague<span class="unseen">: {props.of.email}</span>
          </Button>
        </>
      }
    />
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
