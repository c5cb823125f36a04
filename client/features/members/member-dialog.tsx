import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { ROLES, type Role } from '@alongside/domain/institutions/institution.events.js';
import { ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import type { Said } from '@alongside/domain/protocol/registry.js';
import { sortedByName, wordMatcher } from '@alongside/domain/text/folding.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { createSending, createView, me } from '../../replica/index.js';
import { holds, type InstitutionChoice } from '../../shared/institutions/places.js';
import { ChoosePerson, type PersonChoice } from '../../shared/people/choose-person.js';
import { Button, Checkbox, DateField, dayOf, Dialog, DialogFoot, Group, Notice, onShown, saying } from '../../ui/index.js';
import { ChangeEmail } from './change-email.js';
import { JoinRecord } from './join-record.js';
import { ROLE_WORDS } from './member-list.js';

/** Who can be above a member. */
type Named = Pick<RosterRow, 'person' | 'name' | 'jobTitle'>;

interface Props {
  readonly at: InstitutionChoice;
  readonly member: Omit<MemberRow, 'left'>;
  readonly people: ReadonlyMap<string, Named>;
  readonly onClose: () => void;
}

/** What a coordinator or an administrator may change about one member: roles, who is above them, whether they belong. */
export default function MemberDialog(props: Props): JSX.Element {
  const name = () => isolated(props.people.get(props.member.person)?.name || 'This person');
  const [step, setStep] = createSignal<'change' | 'email' | 'join' | 'leave'>('change');
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={
        step() === 'leave'
          ? `Remove ${name()} from ${props.at.name}?`
          : step() === 'email'
            ? 'Change email address'
            : step() === 'join'
              ? 'Join with another record'
              : name()
      }
      lead={
        step() === 'leave'
          ? `They will no longer be a member of ${props.at.name}. Their active mentorships continue, and their records stay.`
          : step() === 'email' || step() === 'join'
            ? name()
            : props.at.name
      }
    >
      <Switch
        fallback={
          <Change
            {...props}
            name={name()}
            onLeave={() => setStep('leave')}
            onEmail={() => setStep('email')}
            onJoin={() => setStep('join')}
          />
        }
      >
        <Match when={step() === 'leave'}>
          <Remove {...props} name={name()} onBack={() => setStep('change')} />
        </Match>
        <Match when={step() === 'join'}>
          <JoinRecord
            person={props.member.person}
            name={name()}
            job={props.people.get(props.member.person)?.jobTitle}
            onBack={() => setStep('change')}
            onClose={props.onClose}
          />
        </Match>
        <Match when={step() === 'email'}>
          <ChangeEmail
            person={props.member.person}
            at={props.member.institution}
            name={name()}
            onBack={() => setStep('change')}
            onClose={props.onClose}
          />
        </Match>
      </Switch>
    </Dialog>
  );
}

const named = wordMatcher<Named>(({ name }) => name);

type Changeable = Pick<MemberRow, 'roles' | 'from' | 'lineManager' | 'inductionTutor'>;

/** A first day that has not come was mistyped, or is of a colleague to come. */
const sayAhead = (from: string): string | undefined =>
  from > dayOf() ? 'This day has not come yet. If that is wrong, enter the day on which they began.' : undefined;

/** What is said to the hub for the member to be as they are in the form. */
function changesOf(
  { institution, person, ...was }: Props['member'],
  { roles, from, lineManager, inductionTutor }: Changeable,
): readonly Said<'CorrectFirstDay' | 'GrantRole' | 'RevokeRole' | 'SetReportingLine'>[] {
  const moved = lineManager !== was.lineManager || inductionTutor !== was.inductionTutor;
  return [
    ...(from === was.from ? [] : ([{ type: 'CorrectFirstDay', data: { institution, person, from } }] as const)),
    ...ROLES.flatMap((role): readonly Said<'GrantRole' | 'RevokeRole'>[] => {
      const has = roles.includes(role);
      return was.roles.includes(role) === has ? [] : [{ type: has ? 'GrantRole' : 'RevokeRole', data: { institution, person, role } }];
    }),
    ...(moved ? ([{ type: 'SetReportingLine', data: { institution, person, lineManager, inductionTutor } }] as const) : []),
  ];
}

function Change(props: Props & { name: string; onLeave: () => void; onEmail: () => void; onJoin: () => void }): JSX.Element {
  const choiceOf = (id: string | null): PersonChoice | undefined =>
    id === null ? undefined : { id, name: props.people.get(id)?.name || 'A person who is not a member here' };
  /** As it was opened: what another person changes meanwhile is not taken back. */
  const was = { ...props.member, roles: [...props.member.roles] };
  const [roles, setRoles] = createSignal<readonly Role[]>(was.roles);
  const [manager, setManager] = createSignal(choiceOf(props.member.lineManager));
  const [tutor, setTutor] = createSignal(choiceOf(props.member.inductionTutor));
  const [from, setFrom] = createSignal<string>(props.member.from);
  const [missing, setMissing] = createSignal<string>();
  const sending = createSending();
  const administers = () => holds('administrator', props.at);
  const find = (typed: string): readonly PersonChoice[] =>
    sortedByName(
      [...props.people.values()].filter((person) => person.person !== props.member.person).filter(named(typed)),
      ({ name }) => name,
    ).map((person) => ({ id: person.person, name: person.name, note: person.jobTitle || undefined }));
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.pending()) return;
    setMissing(from() ? undefined : 'Enter their first day here.');
    if (missing()) return;
    const { name } = props;
    const now = { roles: roles(), from: from() as Day, lineManager: manager()?.id ?? null, inductionTutor: tutor()?.id ?? null };
    const changes = changesOf(was, now as Changeable);
    const saved = saying(`Changes to ${name} saved`);
    for (const change of changes) {
      const going = change === changes.at(-1) ? { after: sending, saved } : { after: sending };
      if (!(await sending.send(change.type, change.data, going))) return;
    }
    if (!changes.length) saved();
    props.onClose();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={sending.problemBeside('from', 'lineManager', 'inductionTutor')}>
        {(said) => <Notice kind="refusal">{said()}</Notice>}
      </Show>
      <DateField
        label="First day here"
        hint={sayAhead(from())}
        value={from()}
        onInput={setFrom}
        error={missing() ?? sending.problem('from')}
      />
      <ChoosePerson
        label="Line manager"
        optional
        hint="We never suggest a line manager as a mentor."
        error={sending.problem('lineManager')}
        chosen={manager()}
        onChoose={setManager}
        find={find}
      />
      <ChoosePerson
        label="Induction tutor"
        optional
        hint="We never suggest an induction tutor as a mentor."
        error={sending.problem('inductionTutor')}
        chosen={tutor()}
        onChoose={setTutor}
        find={find}
      />
      <Group label="Roles" hint={administers() ? undefined : 'Only an administrator can change roles.'}>
        <div class="choices">
          <For each={ROLES}>
            {(role) => (
              <Checkbox
                label={ROLE_WORDS[role]}
                hint={ROLE_SEES[role]}
                checked={roles().includes(role)}
                disabled={!administers()}
                onChange={(on) => setRoles((all) => (on ? [...all, role] : all.filter((one) => one !== role)))}
              />
            )}
          </For>
        </div>
      </Group>
      <DialogFoot does="Save changes" pending={sending.pending()} onClose={props.onClose} />
      <hr />
      <div class="line line--wrap">
        <Show when={props.member.person !== me()}>
          <Button tone="plain" onPress={props.onEmail}>
            Change email address
          </Button>
        </Show>
        <Show when={administers() && props.member.person !== me()}>
          <Button tone="plain" onPress={props.onJoin}>
            Join with another record
          </Button>
        </Show>
        <Button tone="plain" onPress={props.onLeave}>
          Remove {props.name}
        </Button>
      </div>
    </form>
  );
}

/** What the person who is removed is told, and how. */
function sayRemoved(name: string, newcomer: { readonly invitedOn: string | null } | undefined): string {
  return newcomer?.invitedOn === null
    ? `${name} has no invitation yet, so we do not email them about it.`
    : `We email ${name} to say that they are no longer a member.`;
}

function Remove(props: Props & { name: string; onBack: () => void }): JSX.Element {
  const sending = createSending();
  const newcomer = createView('newcomer', () => `${props.member.institution}:${props.member.person}`);
  const remove = async () => {
    const { institution, person } = props.member;
    // Their name may be out of sight by the time that they are removed.
    const { name, at } = { name: props.name, at: props.at.name };
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
      <Show when={props.member.person !== me()}>
        <p class="small muted">{sayRemoved(props.name, newcomer())}</p>
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
