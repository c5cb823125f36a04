import { Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { createSending, createView, me } from '../../replica/index.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { Button, Notice, onShown, saying } from '../../ui/index.js';

interface Props {
  readonly at: InstitutionChoice;
  readonly member: Pick<MemberRow, 'institution' | 'person'>;
  readonly name: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What the person who is removed is told, and how. */
function sayRemoved(name: string, { uninvited }: RosterRow): string {
  return uninvited
    ? `${name} has no invitation yet, so we do not email them about it.`
    : `We email ${name} to say that they are no longer a member.`;
}

/** The last word before a member is taken off the list. */
export function RemoveMember(props: Props): JSX.Element {
  const sending = createSending();
  const line = createView('roster', () => `${props.member.institution}:${props.member.person}`);
  const remove = async () => {
    const { institution, person } = props.member;
    // Their name may be out of sight by the time that they are removed.
    const { name, at } = { name: props.name, at: placeWithin(props.at.name) };
    if (!(await sending.send('RemoveMember', { institution, person }, { saved: saying(`${name} removed from ${at}`) }))) return;
    props.onClose();
    // Their row is gone, and with it the button that the focus came from.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main h1')?.focus());
  };
  let place: HTMLDivElement | undefined;
  onShown(() => place?.querySelector<HTMLElement>('button:last-of-type')?.focus());
  return (
    <div class="stack" ref={(element) => (place = element)}>
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      <Show when={props.member.person !== me() && line()}>{(known) => <p class="small muted">{sayRemoved(props.name, known())}</p>}</Show>
      <Show when={props.member.person !== me() && line()?.awaited === false}>
        <p class="small muted">They have signed in, so to bring them back you invite them, and they accept.</p>
      </Show>
      <Show when={line()?.awaited}>
        <p class="small muted">
          They have never signed in, so you can add them again without an invitation under “Removed members”. Their roles, line manager and
          induction tutor do not come back.
        </p>
      </Show>
      <div class="line line--wrap">
        <Button tone="danger" pending={sending.pending()} onPress={() => void remove()}>
          Remove {props.name}
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
