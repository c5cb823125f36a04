import { createSignal, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { post, replica, type Failure } from '../../replica/index.js';
import { Button, ButtonLink, Notice, PageHeader, TextField } from '../../ui/index.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';

/** The holder of the set-up link says who they are, and is the first administrator from then on. */
export function Begin(props: { token: string }): JSX.Element {
  const navigate = useNavigate();
  const [name, setName] = createSignal('');
  const [called, setCalled] = createSignal('');
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<{ name?: string; email?: string }>({});
  const [pending, setPending] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const problem = (field: string) => failure()?.problems?.find((one) => one.field === field)?.message;
  const beside = () => (problem('name') || problem('names.given') || problem('email') ? undefined : failure());

  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    const wrong = whatIsWrongWithEmail(email());
    setMissing({ ...(name().trim() ? {} : { name: 'Enter your name.' }), ...(wrong && { email: wrong }) });
    if (pending() || Object.keys(missing()).length > 0) return;
    setPending(true);
    setFailure(undefined);
    const names = called().trim() ? { names: { given: called().trim() } } : {};
    const answer = await post('/api/set-up/begin', { token: props.token, name: name().trim(), ...names, email: email().trim() });
    setPending(false);
    if (!answer.ok) return void setFailure(answer.error);
    // The link is used up: nothing of it stays in the address.
    navigate('/set-up', { replace: true });
    await replica().refresh();
  };
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader
          context="Set up Alongside"
          title="Start with you"
          lead="You will be the first administrator. Setting up takes about 10 minutes, and you can stop and come back at any time."
        />
        <form class="stack" novalidate onSubmit={(event) => void begin(event)}>
          <Show when={beside()}>
            {(why) => (
              <Notice
                kind="refusal"
                foot={
                  <Show when={why().code === 'SET_UP.LINK_WRONG' || why().code === 'HUB.HAS_ADMINISTRATOR'}>
                    <ButtonLink tone="quiet" small href="/">
                      Go to sign in
                    </ButtonLink>
                  </Show>
                }
              >
                {why().message}
              </Notice>
            )}
          </Show>
          <TextField label="Your name" autocomplete="name" value={name()} onInput={setName} error={missing().name ?? problem('name')} />
          <TextField
            label="Given name"
            optional
            hint="We use it when we write to you. You can change it in your profile."
            autocomplete="given-name"
            value={called()}
            onInput={setCalled}
            error={problem('names.given')}
          />
          <TextField
            label="Your work email address"
            kind="email"
            autocomplete="email"
            hint="Check it carefully. You will sign in with it."
            value={email()}
            onInput={setEmail}
            error={missing().email ?? problem('email')}
          />
          <div>
            <Button type="submit" pending={pending()}>
              Start set-up
            </Button>
          </div>
        </form>
        <p class="small muted">
          We do not send a code now, because your link shows that you may do this. You stay signed in on this computer for 30 days. After
          that, you sign in with a code that we email to you, so set up email before then.
        </p>
      </div>
    </div>
  );
}
