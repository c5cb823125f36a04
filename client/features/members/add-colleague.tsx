import { createEffect, createRoot, createSignal, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { uuidv7 } from 'uuidv7';
import { whyNoFirstDay, WRONG_FIRST_DAY } from '@alongside/domain/institutions/first-day.js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import type { InvitationRow } from '@alongside/projections/views/invitation.view.js';
import { createPress } from '../../app/act.js';
import { createRows, createSending, post } from '../../replica/index.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';
import { WHAT_COMES_BACK } from '../../shared/people/add-again.js';
import { createKept, sayNoEmail, whyNoEmail } from '../../shared/people/kept-invitations.js';
import { Button, DateField, dayOf, Dialog, DialogFoot, Notice, say, saying, TextField } from '../../ui/index.js';

/** Brings one person into the hub and onto the list of an institution. */
export default function AddColleague(props: { at: InstitutionChoice; onClose: () => void }): JSX.Element {
  const kept = createKept(() => props.at.id);
  const cannot = () => sayNoEmail(kept.data());
  return (
    <Dialog
      open
      onClose={props.onClose}
      title="Add a colleague"
      lead={`They become a member of ${placeWithin(props.at.name)}. ${cannot() ? `We cannot email them now. ${cannot()}` : 'We email them an invitation straight away.'}`}
    >
      <AddForm {...props} why={whyNoEmail(kept.data())} />
    </Dialog>
  );
}

/** A person whom this place removed, and may add again. */
interface Removed {
  readonly person: string;
  readonly name: string;
  readonly from: string;
}

const sayEmailed = (why: string | undefined, email: string): string =>
  why ? `We have not emailed them: ${why}.` : `We emailed an invitation to ${email}.`;

/** How long the open invitation of a person who was just asked is waited for, in milliseconds. */
const INVITATION_WAIT_MS = 4_000;

/** `emailed`: undefined where it is not known. */
function sayAsked(email: string, emailed: boolean | undefined): string {
  if (emailed === false) return `${email} invited, but not emailed yet. You can email them under “Invited” on this page.`;
  return `${email} invited. The invitation is on their Today page${emailed ? ' and in their email' : ''}.`;
}

/** The form itself. `why`: why no email leaves the hub. Inviting and adding are two acts: when only the second is refused, the first is not done again. */
export function AddForm(props: { at: InstitutionChoice; why?: string | undefined; onClose: () => void }): JSX.Element {
  const [name, setName] = createSignal('');
  const [called, setCalled] = createSignal('');
  const [email, setEmail] = createSignal('');
  const [from, setFrom] = createSignal(dayOf());
  const [missing, setMissing] = createSignal<{ name?: string; email?: string; from?: string }>({});
  const [person, setPerson] = createSignal(uuidv7());
  const [invited, setInvited] = createSignal(false);
  const inviting = createSending();
  const adding = createSending();
  const asking = createSending();
  const emailing = createSending();
  const [looked, setLooked] = createSignal(false);
  const isTaken = () => inviting.refusal()?.code === 'PERSON.EMAIL_TAKEN';
  const invitations = createRows('invitation', () => (isTaken() ? { institution: props.at.id } : undefined));
  // What to do about it is shown once it is known which of two things that is.
  const known = () => isTaken() && looked();
  const pending = () => inviting.pending() || adding.pending() || (isTaken() && !looked());
  const [removed, setRemoved] = createSignal<Removed>();
  /** Why it is not known whether they were removed. */
  const [unknown, setUnknown] = createSignal<string>();
  const again = createSending();
  /** A colleague who was removed and never signed in would not find an invitation. */
  const lookForRemoved = async () => {
    const found = await post<Removed>(`/api/institutions/${encodeURIComponent(props.at.id)}/put-back`, { email: email().trim() });
    setRemoved(found.ok ? found.value : undefined);
    setUnknown(found.ok || found.error.status === 404 ? undefined : found.error.message);
    setLooked(true);
    if (found.ok) setFrom(found.value.from as Day);
  };
  const addAgain = async ({ person, name }: Removed) => {
    if (again.pending() || !check()) return;
    const where = placeWithin(props.at.name);
    const member = { institution: props.at.id, person, from: from() || dayOf() };
    if (await again.send('AddMember', member, { saved: saying(`${name} is a member of ${where} again`) })) props.onClose();
  };

  const check = (): boolean => {
    const wrong = whatIsWrongWithEmail(email());
    // Before they are invited: a day that is refused would leave them without a school.
    const code = whyNoFirstDay((from() || dayOf()) as Day, dayOf() as Day);
    const found = {
      ...(name().trim() ? {} : { name: 'Enter their name.' }),
      ...(wrong && { email: wrong }),
      ...(code && { from: WRONG_FIRST_DAY[code] }),
    };
    setMissing(found);
    return Object.keys(found).length === 0;
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (pending() || !check()) return;
    const institution = props.at.id;
    if (!invited()) {
      const fresh = person();
      const names = called().trim() ? { names: { given: called().trim() } } : {};
      setLooked(false);
      if (!(await inviting.send('InvitePerson', { person: fresh, name: name().trim(), ...names, email: email().trim(), institution })))
        return isTaken() ? lookForRemoved() : undefined;
      setInvited(true);
    }
    if (
      !(await adding.send(
        'AddMember',
        { institution, person: person(), from: from() || dayOf() },
        { after: inviting, saved: saying(`${name().trim()} added. ${sayEmailed(props.why, email().trim())}`) },
      ))
    )
      return;
    props.onClose();
    setPerson(uuidv7());
  };
  const ask = async () => {
    if (pending() || !check()) return;
    const institution = props.at.id;
    const to = email().trim();
    const sent = await asking.send(
      'InviteMembers',
      { institution, invited: [{ email: to, from: from() || dayOf() }] },
      { saved: (late) => late && say(sayAsked(to, undefined)) },
    );
    if (!sent) return;
    if (sent === 'saved') say(sayAsked(to, await isEmailed(to)));
    props.onClose();
  };
  const pressed = createPress(ask);
  /** Their invitation; undefined where none comes soon, as for one who is a member already. */
  const invitationOf = (to: string): Promise<InvitationRow | undefined> =>
    new Promise((resolve) =>
      createRoot((dispose) => {
        const done = (row?: InvitationRow) => {
          clearTimeout(timer);
          dispose();
          resolve(row);
        };
        const timer = setTimeout(done, INVITATION_WAIT_MS);
        createEffect(() => {
          const row = invitations().find((one) => comparableEmail(one.email) === comparableEmail(to));
          if (row) done(row);
        });
      }),
    );
  /** No email has told some of Alongside: their first invitation asks them, and one who is asked by hand is sent it at once. */
  const isEmailed = async (to: string): Promise<boolean | undefined> => {
    const row = await invitationOf(to);
    if (!row) return undefined;
    const sent = row.untold ? await emailing.send('SendInvitations', { institution: row.institution, people: [row.person] }) : 'saved';
    if (!sent) return false;
    return sent === 'kept' || props.why ? undefined : true;
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void submit(event)}>
      <Show when={known() && removed()}>
        {(one) => (
          <Notice kind="info" title={`${isolated(one().name)} was removed before`}>
            <p>
              They were a member of {placeWithin(props.at.name)} and have never signed in. You can add them again without an invitation.{' '}
              {WHAT_COMES_BACK}
            </p>
            <Show when={again.problemBeside('from')}>{(said) => <p>{said()}</p>}</Show>
            <div class="line line--wrap">
              <Button pending={again.pending()} onPress={() => void addAgain(one())}>
                Add {isolated(one().name)} again
              </Button>
            </div>
          </Notice>
        )}
      </Show>
      <Show when={known() && unknown()}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
      <Show when={known() && !removed() && !unknown()}>
        <Notice kind="info" title="They already have an account">
          <p>
            A person on Alongside already has this email address. If it is this colleague, invite them. They join{' '}
            {placeWithin(props.at.name)} when they accept. If they belong to other schools, they stay there too.
          </p>
          <Show when={asking.problemBeside()}>{(said) => <p>{said()}</p>}</Show>
          <div class="line line--wrap">
            <Button pending={pressed.pending()} onPress={() => void pressed.run()}>
              Invite them to {placeWithin(props.at.name)}
            </Button>
          </div>
        </Notice>
      </Show>
      <Show when={!isTaken() && inviting.problemBeside('name', 'names.given', 'email')}>
        {(said) => <Notice kind="refusal">{said()}</Notice>}
      </Show>
      <Show when={adding.problemBeside('from')}>
        {(said) => (
          <Notice kind="refusal" title={`${name().trim()} was invited, but is not a member yet`}>
            {said()} Your entries are still here. Try again, or add them later.
          </Notice>
        )}
      </Show>
      <TextField
        label="Name"
        autocomplete="off"
        value={name()}
        onInput={setName}
        disabled={invited()}
        error={missing().name ?? inviting.problem('name')}
      />
      <TextField
        label="Given name"
        optional
        hint="We use it when we write to them. They can change it in their profile."
        autocomplete="off"
        value={called()}
        onInput={setCalled}
        disabled={invited()}
        error={inviting.problem('names.given')}
      />
      <TextField
        label="Work email address"
        kind="email"
        value={email()}
        onInput={setEmail}
        disabled={invited()}
        error={missing().email ?? (isTaken() ? undefined : inviting.problem('email'))}
      />
      <DateField label="First day here" value={from()} onInput={setFrom} error={missing().from ?? adding.problem('from')} />
      <DialogFoot does={invited() ? 'Try again' : `Add to ${placeWithin(props.at.name)}`} pending={pending()} onClose={props.onClose} />
    </form>
  );
}
