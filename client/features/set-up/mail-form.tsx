import { createSignal, Show, type JSX } from 'solid-js';
import { createAnswer, post, type Failure } from '../../replica/index.js';
import { createTest, TestResult } from '../../shared/set-up/test-email.js';
import { Button, Facts, NotFetched, Notice, RadioGroup, say, Skeleton, TextField } from '../../ui/index.js';

type Security = 'tls' | 'starttls' | 'none';
interface Settings {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string;
  readonly senderName: string;
  readonly senderAddress: string;
}
/** `GET /api/mail`. */
interface MailAnswer {
  readonly by: 'environment' | 'browser' | 'outbox';
  readonly settings: Settings | null;
  readonly hasPassword: boolean;
  readonly fixedFrom: string | null;
  readonly testTo: string;
}

const PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 };

interface Props {
  /** What the sender is called where nothing else was entered. */
  readonly hubName: string | null;
  readonly onSaved: () => void;
  readonly onChanged: () => void;
}

/** The settings of email with a test message. What the server’s own settings name is shown, and cannot be changed here. */
export function MailForm(props: Props): JSX.Element {
  const mail = createAnswer<MailAnswer>(() => '/api/mail');
  return (
    <Show
      when={mail.data()}
      fallback={
        <Show when={mail.failed()} fallback={<Skeleton lines={4} label="Loading email settings" />}>
          {(said) => <NotFetched onAgain={mail.again}>{said()}</NotFetched>}
        </Show>
      }
    >
      {(now) => (
        <Show when={now().by === 'environment'} fallback={<EditMail {...props} now={now()} />}>
          <FixedMail now={now()} onNext={props.onSaved} />
        </Show>
      )}
    </Show>
  );
}

function FixedMail(props: { now: MailAnswer; onNext: () => void }): JSX.Element {
  const test = createTest(() => props.now.testTo);
  return (
    <div class="stack">
      <Notice title="Email is set by the server’s settings">
        The person who runs the server can change it there. You can check that it works.
      </Notice>
      <Facts of={[{ label: 'Sender', value: props.now.fixedFrom ?? 'Not set by the server’s settings' }]} />
      <TestResult said={test.said()} />
      <div class="line line--wrap">
        <Button onPress={props.onNext}>Continue</Button>
        <Button tone="quiet" pending={test.pending()} onPress={() => void test.send()}>
          Send a test email
        </Button>
      </div>
    </div>
  );
}

function EditMail(props: Props & { now: MailAnswer }): JSX.Element {
  const before = props.now.settings;
  const [host, setHost] = createSignal(before?.host ?? '');
  const [security, setSecurity] = createSignal<Security>(before?.security ?? 'starttls');
  const [port, setPort] = createSignal(String(before?.port ?? PORTS.starttls));
  const [user, setUser] = createSignal(before?.user ?? '');
  const [password, setPassword] = createSignal('');
  const [senderName, setSenderName] = createSignal(before?.senderName ?? props.hubName ?? 'Alongside');
  const [senderAddress, setSenderAddress] = createSignal(before?.senderAddress ?? '');
  const [pending, setPending] = createSignal(false);
  const [failure, setFailure] = createSignal<Failure>();
  const test = createTest(() => props.now.testTo);
  const keepsPassword = () => props.now.hasPassword && host().trim() === before?.host && user().trim() === before.user;
  const [missing, setMissing] = createSignal<Readonly<Record<string, string>>>({});
  const problem = (field: string) =>
    missing()[field] ?? (failure() ?? test.failure())?.problems?.find((one) => one.field === field)?.message;
  const settings = () => ({
    host: host().trim(),
    port: Number(port()),
    security: security(),
    user: user().trim(),
    senderName: senderName().trim(),
    senderAddress: (senderAddress() || user()).trim(),
    ...(password() || !keepsPassword() ? { password: password() } : {}),
  });
  const secure = (next: Security) => {
    if (Object.values(PORTS).some((usual) => String(usual) === port())) setPort(String(PORTS[next]));
    setSecurity(next);
  };
  const isWhole = (): boolean => {
    setMissing({
      ...(host().trim() ? {} : { host: 'Enter the name of the mail server, such as smtp.example.org.' }),
      ...(port().trim() ? {} : { port: 'Enter a port from 1 to 65535.' }),
      ...(senderAddress().trim() || user().trim() || props.now.fixedFrom
        ? {}
        : { senderAddress: 'Enter the email address of the sender.' }),
    });
    return Object.keys(missing()).length === 0;
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (pending() || !isWhole()) return;
    setFailure(undefined);
    setPending(true);
    const answer = await post('/api/mail', settings());
    setPending(false);
    if (!answer.ok) return void setFailure(answer.error);
    setPassword('');
    props.onChanged();
    say('Email settings saved');
    props.onSaved();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={failure() && !failure()?.problems}>
        <Notice kind="refusal">{failure()?.message}</Notice>
      </Show>
      <TextField
        label="Mail server"
        hint="Such as smtp.office365.com or smtp.gmail.com."
        autocomplete="off"
        spellcheck={false}
        value={host()}
        onInput={setHost}
        error={problem('host')}
      />
      <RadioGroup<Security>
        label="Security"
        value={security()}
        onChange={secure}
        error={problem('security')}
        choices={[
          { value: 'starttls', label: 'STARTTLS', hint: 'Most mail services, port 587.' },
          { value: 'tls', label: 'TLS', hint: 'Port 465.' },
          { value: 'none', label: 'None', hint: 'Only for a mail server on this machine or network. The password is sent unprotected.' },
        ]}
      />
      <div class="institution__pair">
        <TextField label="Port" kind="number" inputmode="numeric" value={port()} onInput={setPort} error={problem('port')} />
        <TextField
          label="User name"
          optional
          autocomplete="off"
          spellcheck={false}
          value={user()}
          onInput={setUser}
          error={problem('user')}
        />
      </div>
      <TextField
        label="Password"
        optional
        kind="password"
        autocomplete="new-password"
        hint={keepsPassword() ? 'A password is saved. Leave this empty to keep it.' : 'It is kept encrypted, and never shown again.'}
        value={password()}
        onInput={setPassword}
        error={problem('password')}
      />
      <Show
        when={props.now.fixedFrom}
        fallback={
          <div class="institution__pair">
            <TextField
              label="Sender name"
              optional
              autocomplete="off"
              value={senderName()}
              onInput={setSenderName}
              error={problem('senderName')}
            />
            <TextField
              label="Sender email address"
              kind="email"
              value={senderAddress()}
              onInput={setSenderAddress}
              error={problem('senderAddress')}
            />
          </div>
        }
      >
        {(from) => <Facts of={[{ label: 'Sender (set by the server’s settings)', value: from() }]} />}
      </Show>
      <TestResult said={test.said()} />
      <div class="line line--wrap">
        <Button type="submit" pending={pending()}>
          Save and continue
        </Button>
        <Button tone="quiet" pending={test.pending()} onPress={() => isWhole() && void test.send(settings())}>
          Send a test email
        </Button>
      </div>
      <p class="small muted">The test goes to {props.now.testTo}. You do not need to save first.</p>
    </form>
  );
}
