import { comparableEmail } from '@alongside/domain/text/folding.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { createView, isAway, me, post } from '../../replica/index.js';
import { Button, ButtonLink, Notice, PageHeader, Skeleton, TextField } from '../../ui/index.js';
import { CodeMissing, CodesNotice, createCodesLeave } from '../../shared/codes-leave.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';
import { TwoAddresses } from '../../shared/people/two-addresses.js';
import { createPosting } from '../../shared/posting.js';

const CODE_DIGITS = 6;

/** The address that a person signs in with, and a new one in its place: typed, proven by a code, done. */
export default function Address(): JSX.Element {
  const profile = createView('profile', me);
  const [sentTo, setSentTo] = createSignal<string>();
  const [done, setDone] = createSignal<string>();
  return (
    <div class="page">
      <Show when={!profile.loading} fallback={<Skeleton kind="page" label="Loading your email address" />}>
        <div class="stack stack--loose">
          <Show when={done()} fallback={<Asked now={profile()?.email ?? ''} sentTo={sentTo()} onSent={setSentTo} onDone={setDone} />}>
            {(email) => <Done email={email()} />}
          </Show>
          <Show when={!sentTo() && !done()}>
            <TwoAddresses />
          </Show>
        </div>
      </Show>
    </div>
  );
}

interface AskedProps {
  readonly now: string;
  readonly sentTo: string | undefined;
  readonly onSent: (email: string | undefined) => void;
  readonly onDone: (email: string) => void;
}

const Asked = (props: AskedProps): JSX.Element => (
  <Show when={props.sentTo} fallback={<NewAddress now={props.now} onSent={props.onSent} />}>
    {(email) => <Proof email={email()} onDone={() => props.onDone(email())} onBack={() => props.onSent(undefined)} />}
  </Show>
);

function NewAddress(props: { now: string; onSent: (email: string) => void }): JSX.Element {
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<string>();
  const asking = createPosting();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = email().trim();
    const isSame = comparableEmail(typed) === comparableEmail(props.now);
    const wrong = whatIsWrongWithEmail(typed);
    setMissing(wrong ?? (isSame ? 'You sign in with this email address already. Enter a different one.' : undefined));
    if (missing() === undefined && (await asking.run(() => post('/api/address/code', { email: typed })))) props.onSent(typed);
  };
  return (
    <>
      <PageHeader
        title="Change email address"
        lead={
          <>
            You sign in with <strong>{props.now}</strong>. We send a code to the new email address, to check that it’s yours.
          </>
        }
      />
      <CodesNotice />
      <form class="stack" novalidate onSubmit={(event) => void send(event)}>
        <Show when={asking.failure() && !asking.problem('email')}>
          <Notice kind="refusal">{asking.failure()?.message}</Notice>
        </Show>
        <TextField
          label="New email address"
          kind="email"
          autocomplete="email"
          value={email()}
          onInput={setEmail}
          error={missing() ?? asking.problem('email')}
        />
        <div class="line line--wrap">
          <Button type="submit" pending={asking.pending()}>
            Send code
          </Button>
          <ButtonLink tone="quiet" href="/privacy">
            Cancel
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

function Proof(props: { email: string; onDone: () => void; onBack: () => void }): JSX.Element {
  const [code, setCode] = createSignal('');
  const [short, setShort] = createSignal(false);
  const [told, setTold] = createSignal('');
  const changing = createPosting();
  const leave = createCodesLeave();
  const another = createPosting();
  const sendAnother = async () => {
    setTold('');
    setShort(false);
    changing.clear();
    if (!(await another.run(() => post('/api/address/code', { email: props.email })))) return;
    setCode('');
    setTold(`${leave() ? 'We sent another code' : 'There is another code'}. You can ask for 5 an hour.`);
  };
  const ofCode = () => {
    const why = changing.failure();
    return why && !isAway(why) && !changing.problem('email') ? why.message : undefined;
  };
  const beside = () => {
    const why = changing.failure();
    return why && (isAway(why) || changing.problem('email')) ? why.message : undefined;
  };
  const change = async (event: SubmitEvent) => {
    event.preventDefault();
    setShort(code().replace(/\s/g, '').length !== CODE_DIGITS);
    if (!short() && (await changing.run(() => post('/api/address', { email: props.email, code: code() })))) props.onDone();
  };
  return (
    <>
      <PageHeader
        title={leave() ? 'Check your email' : 'Enter your code'}
        lead={
          <>
            {leave() ? 'We sent an email to' : 'There is a code for'} <strong>{props.email}</strong>. Enter its 6 digits within 10 minutes.
          </>
        }
      />
      <CodesNotice />
      <form class="stack" novalidate onSubmit={(event) => void change(event)}>
        <Show when={beside()}>{(why) => <Notice kind="refusal">{why()}</Notice>}</Show>
        <TextField
          label="Code"
          kind="code"
          value={code()}
          onInput={setCode}
          error={short() ? 'Enter all 6 digits of the code.' : ofCode()}
        />
        <p class="small muted">You stay signed in here. We sign you out everywhere else, and tell your old email address.</p>
        <div class="line line--wrap">
          <Button type="submit" pending={changing.pending()}>
            Change email address
          </Button>
          <Button tone="plain" pending={another.pending()} onPress={() => void sendAnother()}>
            Send another code
          </Button>
          <Button tone="plain" onPress={props.onBack}>
            Enter a different email address
          </Button>
        </div>
        <p class="small muted" role="status">
          {told()}
        </p>
        <Show when={leave()}>
          <CodeMissing />
        </Show>
        <Show when={another.failure()}>{(why) => <Notice kind="refusal">{why().message}</Notice>}</Show>
      </form>
    </>
  );
}

const Done = (props: { email: string }): JSX.Element => (
  <>
    <PageHeader
      title="Email address changed"
      lead={
        <>
          From now on, sign in with <strong>{props.email}</strong>. Your old email address no longer works.
        </>
      }
    />
    <p class="muted">You are signed out everywhere else. We emailed your old email address about this change.</p>
    <div>
      <ButtonLink tone="quiet" href="/privacy">
        Go to your privacy
      </ButtonLink>
    </div>
  </>
);
