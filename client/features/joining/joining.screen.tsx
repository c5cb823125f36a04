import { createSignal, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { isAway, post } from '../../replica/index.js';
import { CodeMissing, CodesNotice, createCodesLeave } from '../../shared/codes-leave.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';
import { CheckWhatIsKept, JoinedForGood, SAY_JOINED } from '../../shared/people/joined.js';
import { createJoiningAnswer } from '../../shared/people/joining-answer.js';
import { TwoAddresses } from '../../shared/people/two-addresses.js';
import { UnlessAddressIsNew } from '../../shared/people/waits-for-address.js';
import { createPosting } from '../../shared/posting.js';
import { asksToSignInAgain, SignInAgain } from '../../shared/sign-in-again.js';
import { Button, ButtonLink, Notice, PageHeader, sayMoment, TextField } from '../../ui/index.js';

const CODE_DIGITS = 6;

/** One person with two records: the address of the other, a code that goes there, and the two are one. */
export default function JoinRecords(): JSX.Element {
  const [sentTo, setSentTo] = createSignal<string>();
  // In the address: a moment later the page is made anew, for the person of both records.
  const [params, setParams] = useSearchParams<{ joined?: string }>();
  const done = () => params.joined === 'yes';
  return (
    <div class="page">
      <div class="stack stack--loose">
        <Show when={!done()} fallback={<Done />}>
          <UnlessAddressIsNew what="join your records" meanwhile="Come back after that." header={<PageHeader title="Join your records" />}>
            <Show when={sentTo()} fallback={<OtherAddress onSent={setSentTo} />}>
              {(email) => (
                <Proof email={email()} onDone={() => setParams({ joined: 'yes' }, { replace: true })} onBack={() => setSentTo(undefined)} />
              )}
            </Show>
          </UnlessAddressIsNew>
        </Show>
        <TwoAddresses />
      </div>
    </div>
  );
}

function OtherAddress(props: { onSent: (email: string) => void }): JSX.Element {
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<string>();
  const asking = createPosting();
  const answer = createJoiningAnswer<{ readonly asked?: readonly { readonly email: string; readonly joinsFrom?: string }[] }>();
  const masked = () =>
    answer
      .data()
      ?.asked?.map((one) => one.email)
      .filter(Boolean)
      .join(' and ');
  const withoutCode = () => answer.data()?.asked?.find((one) => one.joinsFrom)?.joinsFrom;
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const typed = email().trim();
    setMissing(whatIsWrongWithEmail(typed));
    if (missing() === undefined && (await asking.run(() => post('/api/joining/code', { email: typed })))) props.onSent(typed);
  };
  return (
    <>
      <PageHeader
        title="Join your records"
        lead="If you have two records on Alongside, for example from two schools, you can join them. We send a code to the email address of your other record, to check that it’s yours."
      />
      <Show when={withoutCode()}>
        {(from) => (
          <Notice title="You can join them without a code">
            An administrator says that you no longer read email at the other address. You can join the records on Today from{' '}
            {sayMoment(from())}. If you do read email there, you can use a code now.
          </Notice>
        )}
      </Show>
      <CodesNotice />
      <form class="stack" novalidate onSubmit={(event) => void send(event)}>
        <Show when={asking.failure() && !asking.problem('email')}>
          <Notice kind="refusal">{asking.failure()?.message}</Notice>
        </Show>
        <TextField
          label="Email address of your other record"
          kind="email"
          autocomplete="email"
          value={email()}
          onInput={setEmail}
          error={missing() ?? asking.problem('email')}
        />
        <Show when={masked()}>{(address) => <p>You are asked about a record with the email address {address()}.</p>}</Show>
        <Show when={!withoutCode()}>
          <p class="small muted">
            If you cannot read email there any more, ask an administrator who looks after both schools, or one of this hub, to say so. You
            can then join the records on Today, without a code, 3 days later.
          </p>
        </Show>
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
  const [again, setAgain] = createSignal(false);
  const joining = createPosting();
  const leave = createCodesLeave();
  const isOfCode = () => {
    const why = joining.failure();
    return why !== undefined && !isAway(why) && joining.problem('code') !== undefined;
  };
  const join = async () => {
    setAgain(false);
    if (await joining.run(() => post('/api/joining', { email: props.email, code: code() }))) return props.onDone();
    setAgain(asksToSignInAgain(joining.failure()));
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    setShort(code().replace(/\s/g, '').length !== CODE_DIGITS);
    if (!short()) void join();
  };
  const form = () => (
    <>
      <PageHeader
        title={leave() ? 'Check your email' : 'Enter your code'}
        lead={
          <>
            If a record here has the email address <strong>{props.email}</strong>,{' '}
            {leave() ? 'we sent a code to it' : 'there is a code for it'}. Enter the 6 digits within 10 minutes.
          </>
        }
      />
      <CodesNotice />
      <form class="stack" novalidate onSubmit={confirm}>
        <Show when={joining.failure() && !isOfCode() && !asksToSignInAgain(joining.failure())}>
          <Notice kind="refusal">{joining.failure()?.message}</Notice>
        </Show>
        <TextField
          label="Code"
          kind="code"
          value={code()}
          onInput={setCode}
          error={short() ? 'Enter all 6 digits of the code.' : joining.problem('code')}
        />
        <JoinedForGood />
        <div class="line line--wrap">
          <Button type="submit" pending={joining.pending()}>
            Join records
          </Button>
          <Button tone="plain" onPress={props.onBack}>
            Enter a different email address
          </Button>
        </div>
        <Show when={leave()}>
          <CodeMissing />
        </Show>
      </form>
    </>
  );
  return (
    <Show when={again()} fallback={form()}>
      <PageHeader title="Join your records" />
      <SignInAgain goOn="Join records" onDone={() => void join()} onBack={() => setAgain(false)} />
    </Show>
  );
}

const Done = (): JSX.Element => (
  <>
    <PageHeader title="Your records are joined" lead={SAY_JOINED} />
    <CheckWhatIsKept />
  </>
);
