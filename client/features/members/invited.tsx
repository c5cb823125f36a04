import { createMemo, Show, type JSX } from 'solid-js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createRows, createSending, createView } from '../../replica/index.js';
import { Button, dayOf, List, Row, saying, sayDate, Section } from '../../ui/index.js';
import { Refused } from '../../shared/forms.js';
import { createKept, createSendingKept, whyNoEmail, type Kept } from '../../shared/people/kept-invitations.js';

/** Open invitations, and people of closed schools who ask to join, by the email address that was typed: the reader may not see the name. */
export function Invited(props: { institution: string }): JSX.Element {
  const invitations = createRows('invitation', () => ({ institution: props.institution }));
  // Asked of the hub only where a person may be emailed from here.
  const kept = createKept(() => (invitations().length ? props.institution : undefined));
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
          <List each={asked()}>{(invitation) => <Asked of={invitation} kept={kept.data()} onSent={kept.again} />}</List>
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

/** `kept`: undefined until it is known. */
function Asked(props: { of: InvitationRow; kept: Kept | undefined; onSent: () => void }): JSX.Element {
  const sending = createSending();
  const why = () => whyNoEmail(props.kept);
  const isKept = () => props.kept?.people.includes(props.of.person) ?? false;
  const keptOnes = createSendingKept(() => props.onSent());
  const withdraw = async () => {
    const { institution, person, email } = props.of;
    if (!(await sending.send('WithdrawInvitation', { institution, person }, { saved: saying(`Invitation to ${email} cancelled`) }))) return;
  };
  const invite = async () => {
    const { institution, person, email } = props.of;
    const saved = saying(why() ? `We have not emailed ${email}: ${why()}` : `We have emailed ${email} an invitation`);
    await sending.send('SendInvitations', { institution, people: [person] }, { saved });
  };
  return (
    <Row
      wrap
      title={<strong>{props.of.email}</strong>}
      note={
        <>
          {props.of.untold || isKept() ? 'Not emailed yet' : `Invited on ${sayDate(dayOf(props.of.askedAt))}`}
          <Refused sending={sending} />
          <Show when={keptOnes.failure()}>{(said) => <p>{said().message}</p>}</Show>
        </>
      }
      end={
        <>
          <Show when={isKept() && !why()}>
            <Button
              tone="quiet"
              small
              pending={keptOnes.pending()}
              onPress={() => void keptOnes.send({ institution: props.of.institution, people: [props.of.person] })}
            >
              Email now<span class="unseen">: {props.of.email}</span>
            </Button>
          </Show>
          <Show when={props.of.untold}>
            <Button tone="quiet" small pending={sending.pending()} onPress={() => void invite()}>
              Invite now<span class="unseen">: {props.of.email}</span>
            </Button>
          </Show>
          <Button tone="plain" small pending={sending.pending()} onPress={() => void withdraw()}>
            Cancel invitation<span class="unseen"> to {props.of.email}</span>
          </Button>
        </>
      }
    />
  );
}
