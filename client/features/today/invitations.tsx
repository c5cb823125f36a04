import { For, Show, type JSX } from 'solid-js';
import { nameWithTown } from '@alongside/domain/institutions/other-institutions.js';
import { whoSeesOnJoining } from '@alongside/domain/institutions/role-words.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createSending, createView } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { createWho, HIDDEN_NAME, NO_NAME, PersonAvatar } from '../../shared/people/person-name.js';
import { Button, MoveCard, saying } from '../../ui/index.js';

/** Institutions that ask the signed-in person to join. Yes or no is theirs alone to say. */
export default function Invitations(props: { of: readonly InvitationRow[] }): JSX.Element {
  return <For each={props.of}>{(invitation) => <Invitation of={invitation} />}</For>;
}

function Invitation(props: { of: InvitationRow }): JSX.Element {
  const institution = createView('institution', () => props.of.institution);
  const asker = createWho(() => (props.of.by === 'hub' ? undefined : props.of.by));
  const name = () => institution()?.details.name ?? 'a school or trust';
  /** Schools may share a name: who is asked sees which town it is in. */
  const apart = () => {
    const details = institution()?.details;
    return details ? nameWithTown(details) : name();
  };
  const isKnown = () => !['', HIDDEN_NAME, NO_NAME].includes(asker().name);
  const title = () => {
    const { byHub } = props.of;
    if (isKnown()) return `${asker().name}${byHub ? ', who runs this hub,' : ''} invited you to join ${apart()}`;
    return byHub ? `An administrator of this hub invited you to join ${apart()}` : `You are invited to join ${apart()}`;
  };
  const own = createView('membership', () => props.of.person);
  const belongs = () => own()?.institutions.some((one) => one !== HUB_INSTITUTION) ?? false;
  const sending = createSending();
  const answer = async (type: 'AcceptInvitation' | 'DeclineInvitation', done: string) => {
    const { institution: at, person } = props.of;
    if (!(await sending.send(type, { institution: at, person }, { saved: saying(done) }))) return;
  };
  return (
    <MoveCard
      title={title()}
      lead={`${whoSeesOnJoining(name())} ${belongs() ? 'You also stay a member where you are now. ' : ''}You can leave ${name()} at any time.`}
      who={
        <Show when={isKnown()}>
          <PersonAvatar of={props.of.by} />
        </Show>
      }
    >
      <Refused sending={sending} />
      <Button pending={sending.pending()} onPress={() => void answer('AcceptInvitation', `You are now a member of ${name()}`)}>
        Join {name()}
      </Button>
      <Button
        tone="quiet"
        disabled={sending.pending()}
        onPress={() => void answer('DeclineInvitation', `Invitation declined. We only tell ${name()} that you said no.`)}
      >
        Decline invitation
      </Button>
    </MoveCard>
  );
}
