import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { ROLE_SEES } from '@alongside/domain/institutions/role-words.js';
import { createSending, createView, me, newId, post, type Sent } from '../../replica/index.js';
import { Button, dayOf, Notice, RadioGroup, say, TextField } from '../../ui/index.js';
import { startAmongMany, startAt } from '../../shared/set-up/answers.js';
import { ChooseSchool } from './choose-school.js';
import { NoSchoolYet } from './no-school-yet.js';
import type { StepProps } from './step-props.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';

type Who = 'colleague' | 'me';
/** The next step shows what the hub made of this one. */
const NEEDS_HUB = { needsHub: true } as const;

/** The first coordinator of a school: oneself, or a colleague, who is invited. Tried again, it goes on where it stopped. */
export function CoordinatorStep(props: StepProps): JSX.Element {
  const schools = () => props.progress.schools;
  const start = () => (props.progress.hasMore ? startAmongMany : startAt);
  const profile = createView('profile', me);
  const [picked, setAt] = createSignal<string>();
  const at = createMemo(
    (before: string): string => picked() ?? (before || start()(schools(), props.at, ({ hasCoordinator }) => hasCoordinator)),
    '',
  );
  const row = createView('institution', () => at() || undefined);
  const [who, setWho] = createSignal<Who>('colleague');
  const [name, setName] = createSignal('');
  const [called, setCalled] = createSignal('');
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<{ name?: string; email?: string }>({});
  const [person] = createSignal(newId());
  const [invited, setInvited] = createSignal(false);
  const [tried, setTried] = createSignal(false);
  const unchosen = () => tried() && at() === '';
  const sending = createSending();

  const grant = (whom: string, more: { readonly withInvitation?: true } = {}) =>
    sending.send('GrantRole', { institution: at(), person: whom, role: 'coordinator', ...more }, NEEDS_HUB);
  const chooseMe = async (): Promise<Sent> =>
    // A person who is on the hub already joins a school by saying yes, an administrator too.
    (await sending.send('InviteMembers', { institution: at(), invited: [{ email: profile()?.email ?? '', from: dayOf() }] }, NEEDS_HUB)) &&
    (await sending.send('AcceptInvitation', { institution: at(), person: me() }, NEEDS_HUB)) &&
    grant(me());
  const chooseColleague = async (): Promise<Sent> => {
    const wrong = whatIsWrongWithEmail(email());
    setMissing({ ...(name().trim() ? {} : { name: 'Enter their name.' }), ...(wrong && { email: wrong }) });
    if (Object.keys(missing()).length > 0) return false;
    const institution = at();
    if (!invited()) {
      // A colleague whom a list brought in has a record here already: it gets the role, and no second one is made.
      const known = await post<{ readonly person: string }>('/api/people/by-email', { email: email().trim() });
      if (known.ok) return grant(known.value.person);
      const names = called().trim() ? { names: { given: called().trim() } } : {};
      const who = { person: person(), name: name().trim(), ...names, email: email().trim() };
      if (!(await sending.send('InvitePerson', { ...who, institution, role: 'coordinator' }, NEEDS_HUB))) return false;
      setInvited(true);
    }
    const member = { institution, person: person(), from: dayOf() };
    return (await sending.send('AddMember', member, NEEDS_HUB)) && grant(person(), { withInvitation: true });
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (at() === '') return;
    if (sending.pending() || !(await (who() === 'me' ? chooseMe() : chooseColleague()))) return;
    const school = row()?.details.name ?? schools().find(({ institution }) => institution === at())?.name ?? 'this school';
    say(`${who() === 'me' ? 'You are' : `${name().trim()} is`} a coordinator at ${school}`);
    props.onNext(at());
  };
  return (
    <Show when={schools().length > 0} fallback={<NoSchoolYet loading={props.loading} />}>
      <form class="stack" novalidate onSubmit={(event) => void save(event)}>
        <p>A coordinator runs mentoring at a school. {ROLE_SEES.coordinator}</p>
        <Show when={sending.problemBeside('name', 'names.given', 'email')}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
        <ChooseSchool progress={props.progress} chosen={at()} onChoose={setAt} />
        <Show when={unchosen()}>
          <Notice kind="refusal">Choose a school or trust first.</Notice>
        </Show>
        <RadioGroup<Who>
          label="Who is the first coordinator?"
          value={who()}
          onChange={setWho}
          choices={[
            { value: 'colleague', label: 'A colleague' },
            { value: 'me', label: 'Me' },
          ]}
        />
        <Show when={who() === 'colleague'}>
          <TextField
            label="Their name"
            autocomplete="off"
            disabled={invited()}
            value={name()}
            onInput={setName}
            error={missing().name ?? sending.problem('name')}
          />
          <TextField
            label="Given name"
            optional
            hint="We use it when we write to them. They can change it in their profile."
            autocomplete="off"
            disabled={invited()}
            value={called()}
            onInput={setCalled}
            error={sending.problem('names.given')}
          />
          <TextField
            label="Their work email address"
            kind="email"
            disabled={invited()}
            hint={
              props.progress.mail === 'sends'
                ? 'We email them an invitation as soon as you continue.'
                : 'Email is not set up, so they get no invitation yet. Tell them yourself.'
            }
            value={email()}
            onInput={setEmail}
            error={missing().email ?? sending.problem('email')}
          />
        </Show>
        <div class="line line--wrap">
          <Button type="submit" pending={sending.pending()}>
            {who() === 'me' ? 'Make me coordinator' : 'Add coordinator'}
          </Button>
          <Button tone="plain" onPress={() => props.onNext()}>
            Skip for now
          </Button>
        </div>
      </form>
    </Show>
  );
}
