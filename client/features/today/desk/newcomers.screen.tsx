import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { act, createAct, createPress } from '../../../app/act.js';
import { createRows, createSending, createView, type ViewRows } from '../../../replica/index.js';
import {
  Button,
  ButtonLink,
  calledName,
  atStart,
  count,
  dayOf,
  EmptyState,
  List,
  Notice,
  WhenLoaded,
  PageHeader,
  Row,
  say,
  sayDay,
  sayOnDay,
  saying,
  Section,
} from '../../../ui/index.js';
import { AtChosen } from '../../../shared/institutions/at-chosen.js';
import { ChooseInstitution, createChosenInstitution } from '../../../shared/institutions/choose-institution.js';
import { createInstitutions, type InstitutionChoice } from '../../../shared/institutions/places.js';
import { Refused, submitting } from '../../../shared/forms.js';
import { createKept, createSendingKept, KeptNotice, whyNoEmail, type Kept } from '../../../shared/people/kept-invitations.js';
import { createWho, PersonAvatar, PersonName } from '../../../shared/people/person-name.js';
import { createAddresses } from './addresses.js';
import { sayInvited } from './say-invited.js';
import { CHOOSE_DAY, ChooseWhen, dayOfChoice, isNow, type WhenToInvite } from '../../../shared/people/when-to-invite.js';
import './desk.css';

/** So many show at first; the rest on request. */
const SHOWN_AT_FIRST = 25;
/** How many people one command may name. */
const AT_ONCE_LIMIT_PEOPLE = 200;

/** Members who have not signed in, and their invitations: now, on a date, and again. */
export default function NewcomersScreen(): JSX.Element {
  const all = createInstitutions({ roles: ['coordinator', 'administrator'], schools: true, hub: false });
  const { chosen, choose } = createChosenInstitution(all, 'people');
  return (
    <div class="page">
      <div class="stack stack--loose">
        <AtChosen all={all} chosen={chosen()} notYours={<NotYours />}>
          {(at) => <NewcomersOf at={at()} all={all()} onChoose={choose} />}
        </AtChosen>
      </div>
    </div>
  );
}

const NotYours = () => (
  <>
    <PageHeader title="Not signed in yet" />
    <EmptyState level={2} title="You cannot invite people" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      Coordinators and administrators invite their colleagues here.
    </EmptyState>
  </>
);

function NewcomersOf(props: { at: InstitutionChoice; all: readonly InstitutionChoice[]; onChoose: (id: string) => void }): JSX.Element {
  const rows = createRows('newcomer', () => ({ institution: props.at.id }));
  const summary = createView('newcomers', () => props.at.id);
  const kept = createKept(() => props.at.id);
  const sorted = createMemo(() => rows().toSorted((a, b) => ((a.invitedOn ?? '') < (b.invitedOn ?? '') ? -1 : 1)));
  return (
    <>
      <PageHeader
        context={props.at.name}
        title="Not signed in yet"
        lead="Members who have never signed in to Alongside."
        end={
          <ButtonLink tone="quiet" href={`/members?at=${props.at.id}`}>
            See members
          </ButtonLink>
        }
      />
      <ChooseInstitution all={props.all} chosen={props.at} onChoose={props.onChoose} />
      <Elsewhere at={props.at.id} all={props.all} onChoose={props.onChoose} />
      <Show when={kept.data()}>{(now) => <KeptNotice at={props.at.id} of={now()} onSent={kept.again} />}</Show>
      <WhenLoaded of={[rows]} kind="rows" label="Loading members">
        <Show
          when={sorted().length}
          fallback={
            <EmptyState
              level={2}
              title={`All members of ${placeWithin(props.at.name)}${props.at.kind === 'trust' ? ' itself' : ''} have signed in`}
            >
              New members show here until they sign in for the first time.
              {props.at.kind === 'trust' && ' Members of its schools show at each school.'}
            </EmptyState>
          }
        >
          <Show when={summary()}>{(row) => <Plan of={row()} why={whyNoEmail(kept.data())} />}</Show>
          <People rows={sorted()} at={props.at.id} kept={kept.data()} onSent={kept.again} />
        </Show>
      </WhenLoaded>
    </>
  );
}

/** The other schools that one looks after where members have not signed in, each a press away. */
function Elsewhere(props: { at: string; all: readonly InstitutionChoice[]; onChoose: (id: string) => void }): JSX.Element {
  const rows = createRows('newcomers', () => ({}));
  const others = createMemo(() =>
    rows().flatMap(({ institution, people }) => {
      const named = institution === props.at || people === 0 ? undefined : props.all.find(({ id }) => id === institution);
      return named ? [{ ...named, people }] : [];
    }),
  );
  return (
    <Show when={others().length}>
      <div class="line line--wrap line--tight">
        <span class="small muted">Also at</span>
        <For each={others()}>
          {(one) => (
            <Button tone="plain" small onPress={() => props.onChoose(one.id)}>
              {one.name} ({one.people})
            </Button>
          )}
        </For>
      </div>
    </Show>
  );
}

/** When those who were never invited are told. */
function Plan(props: { of: ViewRows['newcomers']; why: string | undefined }): JSX.Element {
  const [changing, setChanging] = createSignal(false);
  const calling = createAct();
  const callOff = () =>
    void calling.run('PlanInvitations', { institution: props.of.institution, on: null }, 'Cancelled. We will not send these invitations.');
  return (
    <Show when={props.of.notInvited > 0 || (props.of.plannedOn ?? '') > dayOf()}>
      <Section title="Invitations">
        <Show
          when={!changing() && props.of.plannedOn}
          fallback={<PlanForm of={props.of} why={props.why} onDone={() => setChanging(false)} />}
        >
          {(on) => (
            <Notice
              foot={
                <div class="line line--wrap">
                  <Button tone="quiet" small onPress={() => setChanging(true)}>
                    Change date
                  </Button>
                  <Button tone="plain" small pending={calling.pending()} onPress={callOff}>
                    Cancel invitations
                  </Button>
                </div>
              }
            >
              {sayPlan(on(), props.of.notInvited)}
            </Notice>
          )}
        </Show>
      </Section>
    </Show>
  );
}

function sayPlan(on: string, people: number): string {
  if (people === 0) return `We invite members you add before then on ${sayDay(on)}.`;
  const whom = count(people, 'person', 'people');
  return on <= dayOf() ? `We are inviting ${whom} now.` : `We invite ${whom} on ${sayDay(on)}.`;
}

/** `why`: why no email leaves the hub. */
function PlanForm(props: { of: ViewRows['newcomers']; why: string | undefined; onDone: () => void }): JSX.Element {
  const [choice, setChoice] = createSignal<WhenToInvite>({ when: props.of.plannedOn ? 'on' : 'now', on: props.of.plannedOn ?? '' });
  const [missing, setMissing] = createSignal(false);
  const sending = createSending();
  const plan = async () => {
    const on = dayOfChoice(choice());
    setMissing(on === undefined);
    if (
      on === undefined ||
      !(await sending.send(
        'PlanInvitations',
        { institution: props.of.institution, on },
        {
          saved: saying(
            isNow(choice())
              ? props.why
                ? sayInvited(props.of.notInvited, 0, undefined, props.why)
                : 'We are sending the invitations.'
              : `We send the invitations on ${sayDay(on ?? '')}.`,
          ),
        },
      ))
    )
      return;
    props.onDone();
  };
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void plan())}>
      <p>{`We have not invited ${count(props.of.notInvited, 'person', 'people')} yet.`}</p>
      <Refused sending={sending} beside={['on']} />
      <ChooseWhen
        at={props.of.institution}
        label="When to invite them"
        value={choice()}
        onChange={setChoice}
        error={missing() ? CHOOSE_DAY : sending.problem('on')}
      />
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          {isNow(choice()) ? `Invite ${count(props.of.notInvited, 'person', 'people')}` : 'Save date'}
        </Button>
        <Show when={props.of.plannedOn}>
          <Button tone="quiet" onPress={props.onDone}>
            Cancel
          </Button>
        </Show>
      </div>
    </form>
  );
}

interface PeopleProps {
  readonly rows: readonly ViewRows['newcomer'][];
  readonly at: string;
  /** Undefined until it is known. */
  readonly kept: Kept | undefined;
  readonly onSent: () => void;
}

/** Invites people, one email a person and day. What was sent from here counts at once, before its row says so. */
function createInviting(props: PeopleProps) {
  const [sent, setSent] = createSignal<ReadonlyMap<string, string>>(new Map());
  const invitedOn = ({ person, invitedOn: on }: ViewRows['newcomer']) => sent().get(person) ?? on;
  const isToday = (row: ViewRows['newcomer']) => invitedOn(row) === dayOf();
  /** `called`: the name of the one person whom a button is about. */
  const send = async (wanted: readonly string[], called?: string) => {
    const rows = props.rows.filter(({ person }) => wanted.includes(person));
    const people = rows.filter((row) => !isToday(row)).map(({ person }) => person);
    const said = (invited: number) => say(sayInvited(invited, rows.length - people.length, called, whyNoEmail(props.kept)));
    if (!people.length) said(0);
    let invited = 0;
    for (let from = 0; from < people.length; from += AT_ONCE_LIMIT_PEOPLE) {
      const some = people.slice(from, from + AT_ONCE_LIMIT_PEOPLE);
      const saved = () => {
        setSent((before) => new Map([...before, ...some.map((person) => [person, dayOf()] as const)]));
        invited += some.length;
        if (from + some.length === people.length) said(invited);
      };
      if (!(await act('SendInvitations', { institution: props.at, people: some }, saved))) return;
    }
  };
  return { invitedOn, isToday, send };
}

function People(props: PeopleProps): JSX.Element {
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.rows : props.rows.slice(0, SHOWN_AT_FIRST));
  const addressOf = createAddresses(() => shown().map(({ person }) => person));
  const { invitedOn, isToday, send } = createInviting(props);
  const isKept = ({ person }: ViewRows['newcomer']) => props.kept?.people.includes(person) ?? false;
  const invited = () => props.rows.filter((row) => invitedOn(row) !== null && !isToday(row) && !isKept(row));
  const keptOnes = createSendingKept(() => props.onSent());
  const again = createPress(send);
  return (
    <Section
      title={atStart(count(props.rows.length, 'person', 'people'))}
      action={
        <Show when={invited().length > 1}>
          <Button tone="quiet" small pending={again.pending()} onPress={() => void again.run(invited().map(({ person }) => person))}>
            Invite {invited().length} people again
          </Button>
        </Show>
      }
    >
      <List each={shown()}>
        {(row) => (
          <Newcomer
            of={row}
            email={addressOf(row.person)}
            today={isToday(row)}
            kept={isKept(row)}
            why={whyNoEmail(props.kept)}
            onInvite={(called) =>
              isKept(row) ? keptOnes.send({ institution: props.at, people: [row.person] }) : send([row.person], called)
            }
          />
        )}
      </List>
      <Show when={props.rows.length > shown().length}>
        <div>
          <Button tone="quiet" small onPress={() => setAll(true)}>
            Show all {props.rows.length}
          </Button>
        </div>
      </Show>
    </Section>
  );
}

/** One person. `today`: an email went to them today, and the next one can go tomorrow. */
function Newcomer(props: {
  of: ViewRows['newcomer'];
  email: string | undefined;
  today: boolean;
  /** Their invitation was not emailed. */
  kept: boolean;
  /** Why no email leaves the hub now. */
  why: string | undefined;
  onInvite: (called: string) => Promise<unknown>;
}): JSX.Element {
  const who = createWho(() => props.of.person);
  const inviting = createPress(() => props.onInvite(calledName(who())));
  const words = () =>
    props.kept
      ? `Added ${sayOnDay(props.of.since)}, not emailed yet`
      : props.of.invitedOn === null
        ? `Added ${sayOnDay(props.of.since)}, not invited yet`
        : `Invited ${sayOnDay(props.of.invitedOn)}${props.of.times > 1 ? `, ${props.of.times} times in all` : ''}`;
  return (
    <Row
      wrap
      start={<PersonAvatar of={props.of.person} />}
      title={
        <strong>
          <PersonName of={props.of.person} />
        </strong>
      }
      note={
        <>
          <Show when={props.email}>
            {(email) => (
              <>
                <span class="desk__text">{email()}</span>
                <br />
              </>
            )}
          </Show>
          {words()}
        </>
      }
      end={
        <Show
          when={props.kept ? !props.why : !props.today}
          fallback={<span class="small muted">{props.why ? atStart(props.why) : 'You can invite them again tomorrow'}</span>}
        >
          <Button tone="quiet" small pending={inviting.pending()} onPress={() => void inviting.run()}>
            {props.kept ? 'Email now' : props.of.invitedOn === null ? 'Invite now' : 'Invite again'}
            <span class="unseen">
              : <PersonName of={props.of.person} />
            </span>
          </Button>
        </Show>
      }
    />
  );
}
