import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { ROLES, type Role } from '@alongside/domain/institutions/institution.events.js';
import { ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import type { Said } from '@alongside/domain/protocol/registry.js';
import { sortedByName, startsWords, wordMatcher } from '@alongside/domain/text/folding.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { MemberRow } from '@alongside/projections/views/member.view.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { createRows, createSending, createView, me } from '../../replica/index.js';
import { holds, type InstitutionChoice } from '../../shared/institutions/places.js';
import { ChoosePerson, type PersonChoice } from '../../shared/people/choose-person.js';
import { Button, Checkbox, DateField, dayOf, DialogFoot, Group, Notice, saying, TextField } from '../../ui/index.js';
import { Asked } from './join-record.js';
import { createFoundMembers } from './long-list.js';
import { ROLE_WORDS } from './member-list.js';

/** More than `ChoosePerson` shows at once, the member themself included. */
const FOUND_ROWS = 20;

/** Who can be above a member. */
type Named = Pick<RosterRow, 'person' | 'name' | 'jobTitle'>;

export interface Props {
  readonly at: InstitutionChoice;
  readonly member: Omit<MemberRow, 'left'> & { readonly awaited?: boolean };
  readonly people: ReadonlyMap<string, Named>;
  /** There are more members than `people` holds. */
  readonly isLong?: boolean | undefined;
  readonly onClose: () => void;
}

const named = wordMatcher<Named>(({ name }) => name);

type Changeable = Pick<MemberRow, 'roles' | 'from' | 'lineManager' | 'inductionTutor'> & { readonly name: string };

/** A first day that has not come was mistyped, or is of a colleague to come. */
const sayAhead = (from: string): string | undefined =>
  from > dayOf() ? 'This day has not come yet. If that is wrong, enter the day on which they began.' : undefined;

/** The given name stays where it is part of the name still; other parts of a name that was wrong are not known. */
const givenIn = (name: string, called: string | undefined): { readonly names?: { readonly given: string } } =>
  called && called !== name && startsWords(name, called) ? { names: { given: called } } : {};

/** What is said to the hub for the member to be as they are in the form. */
function changesOf(
  { institution, person, ...was }: Props['member'] & Changeable,
  { name, roles, from, lineManager, inductionTutor }: Changeable,
  called: string | undefined,
): readonly Said<'RenamePerson' | 'CorrectFirstDay' | 'GrantRole' | 'RevokeRole' | 'SetReportingLine'>[] {
  // Only what was changed here: what a colleague sets of the other at this moment stays.
  const moved = {
    ...(lineManager !== was.lineManager && { lineManager }),
    ...(inductionTutor !== was.inductionTutor && { inductionTutor }),
  };
  return [
    ...(name === was.name ? [] : ([{ type: 'RenamePerson', data: { person, name, ...givenIn(name, called) } }] as const)),
    ...(from === was.from ? [] : ([{ type: 'CorrectFirstDay', data: { institution, person, from } }] as const)),
    ...ROLES.flatMap((role): readonly Said<'GrantRole' | 'RevokeRole'>[] => {
      const has = roles.includes(role);
      return was.roles.includes(role) === has ? [] : [{ type: has ? 'GrantRole' : 'RevokeRole', data: { institution, person, role } }];
    }),
    ...(Object.keys(moved).length > 0 ? ([{ type: 'SetReportingLine', data: { institution, person, ...moved } }] as const) : []),
  ];
}

/** Who is above a member: found among the people who are held or, where those are not all, by the hub. */
function AboveField(
  props: Pick<Props, 'member' | 'people' | 'isLong'> & {
    label: string;
    hint: string;
    error: string | undefined;
    chosen: string | null;
    onChoose: (person: string | null) => void;
  },
): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const beyond = createFoundMembers(() => (props.isLong ? props.member.institution : undefined), typed, FOUND_ROWS);
  const [last, setLast] = createSignal<PersonChoice>();
  const row = createView('roster', () => (props.isLong && props.chosen ? `${props.member.institution}:${props.chosen}` : undefined));
  const nameOf = (id: string) =>
    (last()?.id === id ? last() : (props.people.get(id) ?? row()))?.name || (row.loading ? '' : 'A person who is not a member here');
  const chosen = (): PersonChoice | undefined => (props.chosen === null ? undefined : { id: props.chosen, name: nameOf(props.chosen) });
  const find = (words: string): readonly PersonChoice[] =>
    sortedByName(
      (props.isLong ? beyond.people() : [...props.people.values()].filter(named(words))).filter(
        ({ person }) => person !== props.member.person,
      ),
      ({ name }) => name,
    ).map((person) => ({ id: person.person, name: person.name, note: person.jobTitle || undefined }));
  return (
    <ChoosePerson
      label={props.label}
      optional
      hint={props.hint}
      error={props.error}
      chosen={chosen()}
      onChoose={(person) => {
        setLast(person);
        props.onChoose(person?.id ?? null);
      }}
      find={find}
      onType={setTyped}
      waiting={beyond.waiting()}
      outOf={props.isLong ? beyond.total() : undefined}
    />
  );
}

/** The form for one member: first day, who is above them, roles; and their name, until they have signed in. */
export function ChangeMember(props: Props & { name: string; onLeave: () => void; onEmail: () => void; onJoin: () => void }): JSX.Element {
  /** As it was opened: what another person changes meanwhile is not taken back. */
  const was = { ...props.member, roles: [...props.member.roles], name: props.people.get(props.member.person)?.name ?? '' };
  const [name, setName] = createSignal(was.name);
  const [roles, setRoles] = createSignal<readonly Role[]>(was.roles);
  const [manager, setManager] = createSignal<string | null>(props.member.lineManager);
  const [tutor, setTutor] = createSignal<string | null>(props.member.inductionTutor);
  const [from, setFrom] = createSignal<string>(props.member.from);
  const [missing, setMissing] = createSignal<{ readonly name?: string; readonly from?: string }>({});
  const sending = createSending();
  const [refused, setRefused] = createSignal<string>();
  const joining = createRows('joining', () => ({ askedOf: was.person, status: 'asked' }));
  const asked = () => joining().find(({ askedBy }) => askedBy === me());
  const person = createView('person', () => was.person);
  /** Once they have signed in it is their own; what was typed by then stays. */
  const isNameShown = createMemo<boolean>((before) => before || props.member.awaited === true, false);
  const administers = () => holds('administrator', props.at);
  const nameProblem = () =>
    refused() !== 'RenamePerson'
      ? undefined
      : sending.refusal()?.code !== 'COMMAND.NOT_ALLOWED'
        ? (sending.problem('name') ?? sending.problemBeside())
        : props.member.awaited
          ? `${props.name} has a role that you do not have. Ask an administrator to correct this name.`
          : `${props.name} has signed in, so only they can change their name now. They do it in their profile.`;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (sending.pending()) return;
    setRefused(undefined);
    setMissing({
      ...(name().trim() || !isNameShown() ? {} : { name: 'Enter their name.' }),
      ...(from() ? {} : { from: 'Enter their first day here.' }),
    });
    if (missing().name || missing().from) return;
    const now = {
      name: isNameShown() ? name().trim() : was.name,
      roles: roles(),
      from: from() as Day,
      lineManager: manager(),
      inductionTutor: tutor(),
    };
    const changes = changesOf(was, now as Changeable, person()?.called);
    const saved = saying(`Changes to ${isolated(now.name) || props.name} saved`);
    for (const change of changes) {
      const going = change === changes.at(-1) ? { after: sending, saved } : { after: sending };
      if (await sending.send(change.type, change.data, going)) continue;
      return void setRefused(change.type);
    }
    if (!changes.length) saved();
    props.onClose();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={isNameShown()}>
        <TextField
          label="Name"
          hint={`You can correct it until ${props.name} has signed in.`}
          autocomplete="off"
          value={name()}
          onInput={setName}
          error={missing().name ?? nameProblem()}
        />
      </Show>
      <Show when={!nameProblem() && sending.problemBeside('from', 'lineManager', 'inductionTutor')}>
        {(said) => <Notice kind="refusal">{said()}</Notice>}
      </Show>
      <DateField
        label="First day here"
        hint={sayAhead(from())}
        value={from()}
        onInput={setFrom}
        error={missing().from ?? sending.problem('from')}
      />
      <AboveField
        {...props}
        label="Line manager"
        hint="We never suggest a line manager as a mentor."
        error={sending.problem('lineManager')}
        chosen={manager()}
        onChoose={setManager}
      />
      <AboveField
        {...props}
        label="Induction tutor"
        hint="We never suggest an induction tutor as a mentor."
        error={sending.problem('inductionTutor')}
        chosen={tutor()}
        onChoose={setTutor}
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
      <Show when={asked()}>{(row) => <Asked name={props.name} row={row()} onClose={props.onClose} />}</Show>
      <div class="line line--wrap">
        <Show when={props.member.person !== me()}>
          <Button tone="plain" onPress={props.onEmail}>
            Change email address
          </Button>
        </Show>
        <Show when={administers() && props.member.person !== me() && !asked()}>
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
