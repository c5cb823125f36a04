import { createSignal, Show, type JSX } from 'solid-js';
import { sayApart } from '@alongside/domain/imports/told-apart.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import type { JoiningRow } from '@alongside/projections/views/joining.view.js';
import { createAnswer, createRows, createSending, me, post } from '../../replica/index.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';
import { createPosting } from '../../shared/posting.js';
import { Button, Checkbox, dayOf, Notice, onShown, RadioGroup, saying, sayDate, sayDay, TextField } from '../../ui/index.js';
import { AskFirst } from '../../shared/ask-first.js';
import { createCodesLeave } from '../../shared/codes-leave.js';
import { Refused } from '../../shared/forms.js';

interface Found {
  readonly record: string;
  readonly name: string;
  /** As it was entered. */
  readonly email: string;
  readonly places: readonly string[];
  readonly sameName: boolean;
  /** The record that is kept. */
  readonly kept: string;
  readonly keptName: string;
  /** Masked: shown where the whole address is not at hand. */
  readonly keptEmail: string;
  /** Those of the two who have had no email yet. */
  readonly uninvited: readonly string[];
  /** Those of the two of whom who asks may say that they do not read email there. */
  readonly mayVouch: readonly string[];
}
interface Props {
  readonly person: string;
  readonly name: string;
  readonly job?: string | undefined;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** An administrator of both records asks their person whether the two are theirs, or takes back what they asked. */
export function JoinRecord(props: Props): JSX.Element {
  const asked = createRows('joining', () => ({ askedOf: props.person, status: 'asked' }));
  const mine = () => asked().find(({ askedBy }) => askedBy === me());
  const address = createAnswer<{ readonly email: string }>(() => `/api/people/${encodeURIComponent(props.person)}/email`);
  const apart = () => sayApart({ email: address.data()?.email ?? '', job: props.job ?? '' });
  return (
    <>
      <Show when={apart()}>{(said) => <p>{[props.name, said()].join(', ')}</p>}</Show>
      <Show when={mine()} fallback={<Ask {...props} address={address.data()?.email} />}>
        {(row) => (
          <Asked name={props.name} row={row()} onClose={props.onClose}>
            <Button tone="quiet" onPress={props.onBack}>
              Cancel
            </Button>
          </Asked>
        )}
      </Show>
    </>
  );
}

/** What the signed-in person asked, since when, who decides, and how it is taken back. */
export function Asked(props: { name: string; row: JoiningRow; onClose: () => void; children?: JSX.Element }): JSX.Element {
  const sending = createSending();
  const withdraw = async (): Promise<void> => {
    const saved = saying(`We no longer ask ${props.name}`);
    if (await sending.send('DeclineJoining', { record: props.row.kept, other: props.row.joined }, { saved })) props.onClose();
  };
  return (
    <div class="stack">
      <Refused sending={sending} />
      <p>
        {props.row.askedAt ? `On ${sayDate(dayOf(props.row.askedAt))} you` : 'You'} asked {props.name} if another record is theirs too. They
        have not answered yet. Only they can join the records.
      </p>
      <Show when={props.row.unread}>
        {(unread) => (
          <p>
            You said that they no longer read email at one of the two addresses. They can join the records without a code from{' '}
            {sayDay(dayOf(unread().from))}, signed in with the other address.
          </p>
        )}
      </Show>
      <div class="line line--wrap">
        <AskFirst
          label="Take back the question"
          question={`We no longer ask ${props.name}, and the two records stay apart. You can ask again later.`}
          pending={sending.pending()}
          onConfirm={() => void withdraw()}
        />
        {props.children}
      </div>
    </div>
  );
}

/** `address`: of the record that was opened, where its administrator may know it. */
function Ask(props: Props & { readonly address?: string | undefined }): JSX.Element {
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<string>();
  const [found, setFound] = createSignal<Found>();
  const [unread, setUnread] = createSignal('');
  const finding = createPosting();
  const sending = createSending();
  const leave = createCodesLeave();
  let place: HTMLFormElement | undefined;
  onShown(() => place?.querySelector('input')?.focus());
  const find = async (): Promise<void> => {
    setMissing(whatIsWrongWithEmail(email()));
    if (missing()) return;
    await finding.run(async () => {
      const outcome = await post<Omit<Found, 'email'>>('/api/joining/find', { record: props.person, email: email().trim() });
      if (outcome.ok) setFound({ ...outcome.value, email: email().trim() });
      return outcome;
    });
  };
  const ask = async (other: Found): Promise<void> => {
    const saved = saying(`We asked ${props.name} if both records are theirs`);
    if (
      await sending.send('ProposeJoining', { record: props.person, other: other.record, ...(unread() && { unread: unread() }) }, { saved })
    )
      props.onClose();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const other = found();
    void (other ? ask(other) : find());
  };
  return (
    <form class="stack" novalidate onSubmit={submit} ref={(element) => (place = element)}>
      <Show when={sending.refusal()}>{(why) => <Notice kind="refusal">{why().message}</Notice>}</Show>
      <Show
        when={found()}
        fallback={
          <TextField
            label="Email address of the other record"
            hint="You must be an administrator where the other record belongs, or belonged."
            kind="email"
            value={email()}
            onInput={setEmail}
            error={missing() ?? finding.failure()?.message}
          />
        }
      >
        {(other) => (
          <>
            <OtherRecord of={other()} name={props.name} address={props.address} unread={unread()} leave={leave()} />
            <WhichIsRead of={other()} person={props.person} address={props.address} unread={unread()} onChange={setUnread} />
          </>
        )}
      </Show>
      <p class="small muted">
        {leave()
          ? `We email the question to both addresses, and it is on Today for ${props.name} when they sign in.`
          : `This hub sends no emails yet, so tell ${props.name} that the question is on Today when they sign in.`}{' '}
        {unread()
          ? 'We join the records only if they agree there, signed in with the address that they read. They need no code, and can agree 3 days after you ask.'
          : 'We join the records only if they agree with a code.'}{' '}
        {unread() && unread() === found()?.kept && 'Then ask them to choose on Privacy which address we email. '}
        Once the records are joined, you cannot undo it.
      </p>
      <div class="line line--wrap">
        <Button type="submit" pending={finding.pending() || sending.pending()}>
          {found() ? `Ask ${props.name}` : 'Find record'}
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Whether they can still read what goes to both addresses: a code that goes to a closed mailbox reaches nobody. */
function WhichIsRead(props: {
  of: Found;
  person: string;
  address: string | undefined;
  unread: string;
  onChange: (unread: string) => void;
}): JSX.Element {
  const say = (record: string) =>
    `They can no longer read email at ${record === props.of.record ? props.of.email : (props.address ?? 'the address of the record that you opened')}`;
  return (
    <Show when={props.of.mayVouch.length > 1} fallback={<One />}>
      <RadioGroup
        label="Can they read email at both addresses?"
        value={props.unread}
        onChange={props.onChange}
        choices={[
          { value: '', label: 'They can read email at both' },
          ...props.of.mayVouch.map((record) => ({ value: record, label: say(record) })),
        ]}
      />
    </Show>
  );

  function One(): JSX.Element {
    return (
      <Show when={props.of.mayVouch[0]}>
        {(record) => (
          <Checkbox label={say(record())} checked={props.unread === record()} onChange={(on) => props.onChange(on ? record() : '')} />
        )}
      </Show>
    );
  }
}

/** Whose record was found, what to check, and what joining would keep. */
function OtherRecord(props: { of: Found; name: string; address: string | undefined; unread: string; leave: boolean }): JSX.Element {
  /** As the addresses beside it are written. */
  const keptEmail = () => (props.of.kept === props.of.record ? props.of.email : (props.address ?? props.of.keptEmail));
  const name = () => isolated(props.of.name);
  /** Two of one name are told apart by the address that was typed. */
  const whose = (one: string) =>
    one === props.of.record
      ? props.of.sameName
        ? `The record with ${props.of.email}`
        : `The record of ${name()}`
      : props.of.sameName
        ? 'The record that you opened'
        : `The record of ${props.name}`;
  const sayUninvited = () => {
    const [one, other] = props.of.uninvited;
    if (one === undefined || !props.leave) return undefined;
    if (other !== undefined) return 'Neither record has an invitation yet, so this is their first email from Alongside.';
    return `${whose(one)} has no invitation yet, so this is its first email from Alongside.`;
  };
  return (
    <>
      <p>
        {name()}, {props.of.email}
        {props.of.places.length ? `, ${props.of.places.join(' and ')}` : ''}
      </p>
      <Show when={!props.of.sameName}>
        <Notice kind="info" title="The names differ">
          {`${props.name} and ${name()}. Check that they are one person before you ask.`}
        </Notice>
      </Show>
      <p>
        {`If they join the records, we keep the name ${isolated(props.of.keptName)} and send emails to ${keptEmail()} until they choose the other address on Privacy. ${props.unread ? '' : 'They can sign in with either address.'}`.trim()}
      </p>
      <Show when={sayUninvited()}>{(said) => <p>{said()}</p>}</Show>
    </>
  );
}
