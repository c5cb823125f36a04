import { createMemo, createSignal, For, mapArray, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';
import type { AskedWhereRow } from '@alongside/projections/views/asked-where.view.js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createSending, createView, me } from '../../replica/index.js';
import { AskFirst } from '../../shared/ask-first.js';
import { Refused } from '../../shared/forms.js';
import { FindInstitution } from '../../shared/institutions/find-institution.js';
import { Button, dayOf, MoveCard, sayDate, saying, together } from '../../ui/index.js';

const a = (role: Role): string => (role === 'administrator' ? 'an administrator' : `a ${role}`);

/** A role is given by those who run a school, and never carried over by its holder. */
const sayRolesEnd = (roles: readonly Role[], closed: string): string =>
  `You are ${together(roles.map(a))} at ${closed}. ${roles.length === 1 ? 'This role ends' : 'These roles end'} when you choose. An administrator of your next school, of its trust or of this hub can give you a role there.`;

/** Who was asked, as it is by now. */
function sayAskedOf({ askedOf, askedAs, institution }: InvitationRow, name: string): string {
  if (askedAs === 'coordinator' && askedOf === institution) return `We are waiting for a coordinator of ${name} to answer.`;
  const who =
    askedOf === institution
      ? 'an administrator there'
      : askedOf === HUB_INSTITUTION
        ? 'an administrator of this hub'
        : `${askedAs === 'coordinator' ? 'a coordinator' : 'an administrator'} of its trust`;
  return `${name} has no coordinator, so we are waiting for ${who} to answer.`;
}

/** Schools of theirs that have closed: where are they now? Nothing is changed until they say it. `asked`: schools that they asked to join. */
export default function WhereNow(props: { of: readonly AskedWhereRow[]; asked: readonly InvitationRow[] }): JSX.Element {
  return <For each={props.of}>{(row) => <OneSchool of={row} asked={props.asked.find(({ closed }) => closed === row.institution)} />}</For>;
}

function createNames(ids: () => readonly string[]) {
  const rows = createMemo(mapArray(ids, (id) => ({ id, row: createView('institution', () => id) })));
  return () =>
    rows().flatMap(({ id, row }) => {
      const found = row();
      return found && !found.closed ? [{ id, name: found.details.name }] : [];
    });
}

function OneSchool(props: { of: AskedWhereRow; asked: InvitationRow | undefined }): JSX.Element {
  const [open, setOpen] = createSignal<'find' | 'leave'>();
  const sending = createSending();
  const school = createView('institution', () => props.of.institution);
  const profile = createView('profile', me);
  const own = createView('membership', me);
  const asked = createView('institution', () => props.asked?.institution);
  const name = () => school()?.details.name ?? 'Your school';
  const successors = createNames(() => props.of.successors);
  const others = createNames(() =>
    (own()?.institutions ?? []).filter(
      (one) => one !== props.of.institution && one !== HUB_INSTITUTION && !props.of.successors.includes(one),
    ),
  );
  const isMember = (id: string) => own()?.institutions.some((one) => one === id) ?? false;
  const takeBack = async () => {
    const { asked: before } = props;
    return !before || sending.send('DeclineInvitation', { institution: before.institution, person: before.person });
  };
  const askedName = () => asked()?.details.name ?? 'another school';
  const stopAsking = async () => {
    const { asked: before } = props;
    if (!before || sending.pending()) return;
    const saved = saying(`You no longer ask to join ${askedName()}`);
    await sending.send('DeclineInvitation', { institution: before.institution, person: before.person }, { saved });
  };
  const leave = async (done: string) => {
    if (sending.pending() || !(await takeBack())) return;
    await sending.send('RemoveMember', { institution: props.of.institution, person: props.of.person }, { saved: saying(done) });
  };
  const work = async (at: { readonly id: string; readonly name: string }) => {
    if (isMember(at.id)) return leave(`You are a member of ${at.name}`);
    if (sending.pending() || !(await takeBack())) return;
    const isSuccessor = props.of.successors.some((one) => one === at.id);
    const done = isSuccessor ? `You are now a member of ${at.name}` : `You asked to join ${at.name}`;
    const data = { institution: at.id, person: props.of.person, email: profile()?.email ?? '', closed: props.of.institution };
    await sending.send('AskToJoin', data, { needsHub: true, saved: saying(done) });
    setOpen(undefined);
  };
  const roles = () => own()?.memberships.find((one) => one.institution === props.of.institution)?.roles ?? [];
  const lead = () =>
    `${name()} closed on ${sayDate(props.of.on)}. Your mentorships go on, and nothing changes until ${props.asked ? 'your request is answered' : 'you choose'}. Coordinators of ${name()}${
      successors().length ? ', of the school that follows it' : ''
    } and of their trusts can see that we asked you.`;
  return (
    <MoveCard title={`${name()} has closed. ${props.asked ? `You asked to join ${askedName()}` : 'Where do you work now?'}`} lead={lead()}>
      <Refused sending={sending} />
      <Show when={props.asked}>
        {(waiting) => (
          <div class="stack full">
            <p>
              You asked on {sayDate(dayOf(waiting().askedAt))}. {sayAskedOf(waiting(), askedName())} You can take it back, or choose again.
            </p>
            <div>
              <AskFirst
                label="Take back your request"
                question={`You no longer ask to join ${askedName()}. You can ask again, or choose another school.`}
                pending={sending.pending()}
                onConfirm={() => void stopAsking()}
              />
            </div>
          </div>
        )}
      </Show>
      <div class="stack full">
        <Show when={roles().length}>
          <p>{sayRolesEnd(roles(), name())}</p>
        </Show>
        <div class="line line--wrap">
          <For each={[...successors(), ...others()]}>
            {(at) => (
              <Button pending={sending.pending()} onPress={() => void work(at)}>
                I work at {at.name}
              </Button>
            )}
          </For>
          <Button tone="quiet" aria-expanded={open() === 'find'} onPress={() => setOpen((now) => (now === 'find' ? undefined : 'find'))}>
            I work at another school or trust
          </Button>
          <Button tone="quiet" aria-expanded={open() === 'leave'} onPress={() => setOpen((now) => (now === 'leave' ? undefined : 'leave'))}>
            I do not work at a school now
          </Button>
        </div>
        <Show when={open() === 'find'}>
          <div>
            <FindInstitution
              open
              focused
              label="Find your school or trust"
              hint="By name, town or postcode. A coordinator or administrator confirms that you are a colleague."
              end={(hit) => (
                <Button small pending={sending.pending()} onPress={() => void work({ id: hit.institution, name: hit.name })}>
                  I work here<span class="unseen"> at {hit.name}</span>
                </Button>
              )}
            />
          </div>
        </Show>
        <Show when={open() === 'leave'}>
          <div class="stack stack--tight">
            <p>You leave {name()} and keep your account, your mentorships and your record. A school can invite you again.</p>
            <div class="line line--wrap">
              <Button pending={sending.pending()} onPress={() => void leave(`You left ${name()}`)}>
                Leave {name()}
              </Button>
              <Button tone="quiet" onPress={() => setOpen(undefined)}>
                Cancel
              </Button>
            </div>
          </div>
        </Show>
      </div>
    </MoveCard>
  );
}
