import { createSignal, For, onCleanup, Show, type JSX } from 'solid-js';
import { isAway, replica, type Failure } from '../../replica/index.js';
import { createFetched } from '../../ui/create-fetched.js';
import { Avatar, Button, Notice, PageHeader, RadioGroup, Section, TextField } from '../../ui/index.js';
import './sign-in.css';
import { CodeMissing, CodesStay } from '../../shared/codes-leave.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';

type Computer = 'own' | 'shared';

/** Signing in without a password: an address, then six digits. In the demo, a person to try it as. */
export default function SignIn(): JSX.Element {
  const [sentTo, setSentTo] = createKeptAddress();
  const { hub, leaves } = createHub();
  // What comes after it begins at its top, wherever on this page the user chose.
  onCleanup(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  return (
    <div class="page sign-in">
      <div class="stack stack--loose">
        <Show when={sentTo()} fallback={<AskForCode hub={hub()} leaves={leaves()} onSent={setSentTo} />}>
          {(address) => <EnterCode hub={hub()} leaves={leaves()} email={address()} onBack={() => setSentTo(undefined)} />}
        </Show>
      </div>
      <DemoPeople />
    </div>
  );
}

/** Whose hub this is, and whether it emails codes. Until it is known, and where it has no name, the line stays empty, so that nothing moves. */
function createHub() {
  const hub = createFetched(
    () => 'hub',
    async () => {
      const answer = await replica().hubName();
      return answer.ok ? answer.value : undefined;
    },
  );
  return { hub: () => hub.value()?.name || '\u00a0', leaves: () => hub.value()?.leaves !== false };
}

/** How long a code works, in milliseconds. */
const CODE_LIMIT_MS = 10 * 60_000;
const KEPT = 'sign-in.code-for';

/**
 * The address that a code was sent to, while it works: reading the email on a phone may cost this page. One tab only, for shared computers.
 */
function createKeptAddress(): [() => string | undefined, (email: string | undefined) => void] {
  const [address, setAddress] = createSignal(keptAddress());
  const keep = (email: string | undefined) => {
    setAddress(email);
    try {
      if (email === undefined) sessionStorage.removeItem(KEPT);
      else sessionStorage.setItem(KEPT, JSON.stringify({ email, until: Date.now() + CODE_LIMIT_MS }));
    } catch {
      // Without storage the page is as it was: the address can be typed again.
    }
  };
  return [address, keep];
}

function keptAddress(): string | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as { email?: unknown; until?: unknown } | null;
    return typeof kept?.email === 'string' && Number(kept.until) > Date.now() ? kept.email : undefined;
  } catch {
    return undefined;
  }
}

/** One request at a time, with what went wrong. */
function createTry() {
  const [pending, setPending] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const run = async (what: () => Promise<{ ok: true } | { ok: false; error: Failure }>): Promise<boolean> => {
    if (pending()) return false;
    setFailure(undefined);
    setPending(true);
    const outcome = await what();
    setPending(false);
    if (!outcome.ok) setFailure(outcome.error);
    return outcome.ok;
  };
  return {
    pending,
    failure,
    clear: () => setFailure(undefined),
    run,
    problem: (field: string) => failure()?.problems?.find((one) => one.field === field)?.message,
  };
}

const submitting = (run: () => void) => (event: SubmitEvent) => {
  event.preventDefault();
  run();
};

function AskForCode(props: { hub: string; leaves: boolean; onSent: (email: string | undefined) => void }): JSX.Element {
  const [email, setEmail] = createSignal('');
  const attempt = createTry();
  const [missing, setMissing] = createSignal<string>();
  const isThere = () => {
    setMissing(whatIsWrongWithEmail(email()));
    return missing() === undefined;
  };
  const send = async () => {
    if (!isThere()) return;
    if (await attempt.run(() => replica().askForCode(email().trim()))) props.onSent(email().trim());
  };
  return (
    <>
      <PageHeader
        context={props.hub}
        title="Find a mentor who has done your job"
        lead="Mentoring for everyone who works in education. Sign in with your work email. You do not need a password."
      />
      <Show when={!props.leaves}>
        <CodesStay />
      </Show>
      <form class="stack" novalidate onSubmit={submitting(() => void send())}>
        <Show when={attempt.failure() && !attempt.problem('email')}>
          <Notice kind="refusal">{attempt.failure()?.message}</Notice>
        </Show>
        <TextField
          label="Your email address"
          kind="email"
          autocomplete="email"
          value={email()}
          onInput={setEmail}
          error={missing() ?? attempt.problem('email')}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={attempt.pending()}>
            Send code
          </Button>
          <Button tone="plain" onPress={() => isThere() && props.onSent(email().trim())}>
            I have a code
          </Button>
        </div>
      </form>
    </>
  );
}

function EnterCode(props: { hub: string; leaves: boolean; email: string; onBack: () => void }): JSX.Element {
  const [code, setCode] = createSignal('');
  const [computer, setComputer] = createSignal<Computer>('shared');
  const [short, setShort] = createSignal(false);
  const attempt = createTry();
  const another = createTry();
  const [told, setTold] = createSignal('');
  const sendAnother = async () => {
    setTold('');
    setShort(false);
    attempt.clear();
    if (!(await another.run(() => replica().askForCode(props.email)))) return;
    setCode('');
    const made = props.leaves ? 'we sent another code' : 'there is another code';
    setTold(`If this email address has an account, ${made}. Only the newest one works. We send up to 5 an hour.`);
  };
  const away = () => {
    const why = attempt.failure();
    return why && isAway(why) ? why.message : undefined;
  };
  /** What is wrong with the code; a hub that is out of reach has not said that anything is. */
  const ofCode = () => (away() ? undefined : attempt.failure()?.message);
  const enter = async () => {
    setShort(code().length !== 6);
    // The code is used: a user who signs out here begins anew.
    if (!short() && (await attempt.run(() => replica().signIn(props.email, code(), computer() === 'shared')))) props.onBack();
  };
  return (
    <>
      <PageHeader
        context={props.hub}
        title={props.leaves ? 'Check your email' : 'Enter your code'}
        lead={
          <>
            If <strong>{props.email}</strong> has an account,{' '}
            {props.leaves ? 'we sent it a code of 6 digits' : 'there is a code of 6 digits'}. Enter the code within 10 minutes. It works
            once.
          </>
        }
      />
      <Show when={!props.leaves}>
        <CodesStay />
      </Show>
      <form class="stack" novalidate onSubmit={submitting(() => void enter())}>
        <Show when={away()}>{(why) => <Notice kind="refusal">{why()}</Notice>}</Show>
        <TextField
          label="Code"
          kind="code"
          value={code()}
          onInput={setCode}
          error={short() ? 'Enter all 6 digits of the code.' : ofCode()}
        />
        <RadioGroup<Computer>
          label="Who uses this device?"
          value={computer()}
          onChange={setComputer}
          choices={[
            { value: 'shared', label: 'Others use it too', hint: 'Nothing stays on it when you close the browser.' },
            { value: 'own', label: 'Only I use it', hint: 'You stay signed in.' },
          ]}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={attempt.pending()}>
            Sign in
          </Button>
          <Button tone="plain" pending={another.pending()} onPress={() => void sendAnother()}>
            Send another code
          </Button>
          <Button tone="plain" onPress={props.onBack}>
            Use another email address
          </Button>
        </div>
        <p class="small muted" role="status">
          {told()}
        </p>
        <Show when={props.leaves}>
          <CodeMissing />
        </Show>
        <Show when={another.failure()}>{(why) => <Notice kind="refusal">{why().message}</Notice>}</Show>
      </form>
    </>
  );
}

function DemoPeople(): JSX.Element {
  const people = createFetched(
    () => 'demo',
    async () => {
      const answer = await replica().demoPeople();
      return answer.ok ? answer.value.people : [];
    },
  );
  const attempt = createTry();
  const some = () => people.value() ?? [];
  return (
    <Show when={some().length}>
      <aside aria-label="Demo">
        <Section title="Try the demo as" level={2}>
          <p class="small muted">
            The people and term dates in this demo are made up. Whatever day it is, you join in the middle of a term. What you change stays
            in the demo.
          </p>
          <Show when={attempt.failure()}>
            <Notice kind="refusal">{attempt.failure()?.message}</Notice>
          </Show>
          <ul class="list" role="list">
            <For each={some()}>
              {(person) => (
                <li>
                  <button
                    type="button"
                    class="sign-in__person"
                    aria-disabled={attempt.pending() ? 'true' : undefined}
                    onClick={() => void attempt.run(() => replica().signInAs(person.person))}
                  >
                    <Avatar who={{ id: person.person, name: person.name }} />
                    <span class="grow">
                      <span class="name">{person.name}</span>
                      <span class="sign-in__what">{person.what}</span>
                    </span>
                  </button>
                </li>
              )}
            </For>
          </ul>
          <p class="small muted">
            You can{' '}
            <a href="/outbox" target="_blank" rel="noopener">
              read codes and emails in a new tab
            </a>
            . We do not send them.
          </p>
        </Section>
      </aside>
    </Show>
  );
}
