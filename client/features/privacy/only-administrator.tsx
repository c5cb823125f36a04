import { For, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { createRows, createView, me, session } from '../../replica/index.js';
import { Link, Notice } from '../../ui/index.js';

/** Who goes for good is told first where nobody would look after an institution, or the hub, once they are gone. Nothing keeps them here (R9). */
export function OnlyAdministrator(): JSX.Element {
  const administered = () => (session()?.memberships ?? []).filter(({ roles }) => roles.includes('administrator'));
  return <For each={administered().map(({ institution }) => institution)}>{(institution) => <OnlyHere of={institution} />}</For>;
}

function OnlyHere(props: { of: string }): JSX.Element {
  const members = createRows('member', () => ({ institution: props.of }));
  const school = createView('institution', () => props.of);
  const isOnly = () => {
    const others = members().filter(({ person, roles, left }) => person !== me() && left === null && roles.includes('administrator'));
    return !members.loading && !members.hasMore && others.length === 0;
  };
  const name = () => placeWithin(school()?.details.name ?? '');
  return (
    <Show when={isOnly() && name()}>
      <Notice title={`You are the only administrator of ${name()}`}>
        Without you {props.of === HUB_INSTITUTION ? 'nobody' : 'only an administrator of its trust or of this hub'} can look after it.{' '}
        <Link href={`/members?at=${props.of}`}>Make another member an administrator</Link> first.
      </Notice>
    </Show>
  );
}
