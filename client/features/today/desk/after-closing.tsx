import { createMemo, For, mapArray, type JSX } from 'solid-js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import type { LostRoleRow } from '@alongside/projections/views/lost-role.view.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { createRows, createSending, createView } from '../../../replica/index.js';
import { atStart, Button, count, dayOf, MoveCard, sayDate, saying, together } from '../../../ui/index.js';
import { Refused } from '../../../shared/forms.js';
import { heldWith } from '../../../shared/institutions/places.js';

/** What a closed school leaves to those who run the next one. */
export interface AfterClosing {
  readonly asking: readonly InvitationRow[];
  readonly lost: readonly LostRoleRow[];
}

/** Requests to join that the signed-in person is asked to answer, and roles that they can give anew. */
export function createAfterClosing(): () => AfterClosing {
  const places = createMemo(() => [...new Set(heldWith(['coordinator', 'administrator']).map(({ institution }) => institution as string))]);
  const lists = createMemo(mapArray(places, (askedOf) => createRows('invitation', () => ({ askedOf }))));
  const lost = createRows('lost-role', () => (heldWith(['administrator']).length ? {} : undefined));
  const isMine = ({ askedOf, askedAs }: InvitationRow) =>
    askedAs !== undefined && heldWith([askedAs]).some(({ institution }) => institution === askedOf);
  return createMemo(() => ({ asking: lists().flatMap((list) => list().filter(isMine)), lost: lost() }));
}

/** “One colleague of a closed school needs you”; undefined where none does. */
export function sayAfterClosing({ asking, lost }: AfterClosing): string | undefined {
  const people = new Set([...asking, ...lost].map(({ person }) => person)).size;
  return people === 0
    ? undefined
    : `${atStart(count(people, 'colleague of a closed school', 'colleagues of closed schools'))} ${people === 1 ? 'needs' : 'need'} you`;
}

/** A card for each of them. */
export const AfterClosingCards = (props: { of: AfterClosing }): JSX.Element => (
  <>
    <For each={props.of.lost}>{(row) => <Lost of={row} />}</For>
    <For each={props.of.asking}>{(row) => <Asking of={row} />}</For>
  </>
);

const WAS: Readonly<Record<Role, string>> = { coordinator: 'coordinator', leader: 'leader', administrator: 'administrator' };
const a = (role: Role): string => (role === 'administrator' ? 'an administrator' : `a ${role}`);
const none = (roles: readonly Role[]): string => `no ${roles.map((role) => WAS[role]).join(' and no ')}`;

function Lost(props: { of: LostRoleRow }): JSX.Element {
  const sending = createSending();
  const line = createView('roster', () => `${props.of.institution}:${props.of.person}`);
  const here = createView('institution', () => props.of.institution);
  const before = createView('institution', () => props.of.closed);
  const name = () => isolated(line()?.name ?? '') || 'A colleague';
  const at = () => here()?.details.name ?? 'your school';
  const give = async (role: Role) => {
    const { institution, person } = props.of;
    const saved = saying(`${name()} is now ${a(role)} at ${at()}`);
    await sending.send('GrantRole', { institution, person, role }, { saved });
  };
  return (
    <MoveCard
      title={`${name()} has joined ${at()}, which has ${none(props.of.roles)}`}
      lead={`${name()} was ${together(props.of.roles.map(a))} at ${before()?.details.name ?? 'a school that closed'}. Roles end with a school that closes.`}
    >
      <Refused sending={sending} />
      <For each={props.of.roles}>
        {(role) => (
          <Button pending={sending.pending()} onPress={() => void give(role)}>
            Make {name()} {WAS[role]}
            <span class="unseen"> at {at()}</span>
          </Button>
        )}
      </For>
    </MoveCard>
  );
}

function Asking(props: { of: InvitationRow }): JSX.Element {
  const sending = createSending();
  const here = createView('institution', () => props.of.institution);
  const before = createView('institution', () => props.of.closed);
  const at = () => here()?.details.name ?? 'your school';
  const add = async () => {
    const { institution, person, email } = props.of;
    await sending.send('AddMember', { institution, person, from: dayOf() }, { saved: saying(`${email} is now a member of ${at()}`) });
  };
  const decline = async () => {
    const { institution, person, email } = props.of;
    await sending.send('WithdrawInvitation', { institution, person }, { saved: saying(`We asked ${email} to choose again`) });
  };
  return (
    <MoveCard
      title={`${props.of.email} says that they work at ${at()} now`}
      lead={`${before()?.details.name ?? 'Their school'} has closed. They asked on ${sayDate(dayOf(props.of.askedAt))}. ${
        props.of.askedOf === props.of.institution ? '' : `${at()} has no coordinator, so we ask you. `
      }Add them only if they are a colleague there.`}
    >
      <Refused sending={sending} />
      <Button pending={sending.pending()} onPress={() => void add()}>
        Add<span class="unseen"> {props.of.email}</span> to {at()}
      </Button>
      <Button tone="quiet" pending={sending.pending()} onPress={() => void decline()}>
        Not a colleague<span class="unseen">: {props.of.email}</span>
      </Button>
    </MoveCard>
  );
}
