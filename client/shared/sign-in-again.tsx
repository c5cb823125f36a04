import { createSignal, createUniqueId, onCleanup, Show, type JSX } from 'solid-js';
import { createView, isAway, me, post, session } from '../replica/index.js';
import { Button, Notice, onShown, TextField } from '../ui/index.js';
import { CodesStay, createCodesLeave } from './codes-leave.js';
import { focusFirst } from './forms.js';
import { createPosting } from './posting.js';

const CODE_DIGITS = 6;

/** Whether the hub refused something because the person signed in too long ago for what cannot be undone. */
export const asksToSignInAgain = (refused: { readonly code: string } | undefined): boolean => refused?.code === 'SIGN_IN.TOO_LONG_AGO';

interface Props {
  /** What its button does, in the words of the one that was pressed: “Delete my account”. */
  readonly goOn: string;
  readonly tone?: 'danger';
  /** The code was right: what was begun goes on. */
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** A code to one’s own address, entered in place, before something that cannot be undone. What was typed around it stays where it is kept. */
export function SignInAgain(props: Props): JSX.Element {
  const profile = createView('profile', me);
  const leave = createCodesLeave();
  const [sent, setSent] = createSignal(false);
  const [told, setTold] = createSignal('');
  const asking = createPosting();
  const id = createUniqueId();
  let place: HTMLDivElement | undefined;
  onShown(() => place?.querySelector('button')?.focus());
  const whereItIs = () => {
    if (session()?.demo || !leave()) return 'Your code is ready.';
    const email = profile()?.email;
    return email ? `We sent a code to ${email}.` : 'We sent a code.';
  };
  const sendCode = async () => {
    const another = sent();
    setTold('');
    const isSent = await asking.run(() => post('/api/sign-in/again/code'));
    // Of several that were sent the newest still works.
    const why = asking.failure();
    if (isSent || why?.code === 'SIGN_IN.TOO_MANY_CODES') setSent(true);
    if (isSent)
      setTold(another ? (leave() ? 'We sent another code.' : 'There is another code.') : `${whereItIs()} It works for 10 minutes.`);
  };
  return (
    <div class="stack" role="group" aria-labelledby={id} ref={(element) => (place = element)}>
      <Notice kind="refusal">
        <span id={id}>You signed in more than 10 minutes ago and this cannot be undone, so check that it’s you first.</span>
      </Notice>
      <Show when={!leave()}>
        <CodesStay />
      </Show>
      <Show
        when={sent()}
        fallback={
          <div class="line line--wrap">
            <Button pending={asking.pending()} onPress={() => void sendCode()}>
              {profile()?.email ? `Send code to ${profile()?.email}` : 'Send code'}
            </Button>
            <Button tone="quiet" onPress={props.onBack}>
              Cancel
            </Button>
          </div>
        }
      >
        <EnterCode
          goOn={props.goOn}
          {...(props.tone && { tone: props.tone })}
          onAnother={() => void sendCode()}
          asking={asking.pending()}
          onDone={props.onDone}
          onBack={props.onBack}
        />
      </Show>
      <p class="small muted" role="status">
        {told()}
      </p>
      <Show when={asking.failure()}>{(why) => <Notice kind="refusal">{why().message}</Notice>}</Show>
    </div>
  );
}

function EnterCode(props: Props & { readonly onAnother: () => void; readonly asking: boolean }): JSX.Element {
  const [code, setCode] = createSignal('');
  const [short, setShort] = createSignal(false);
  const proving = createPosting();
  let gone = false;
  onCleanup(() => (gone = true));
  const away = () => {
    const why = proving.failure();
    return why && isAway(why) ? why.message : undefined;
  };
  const ofCode = () => (away() ? undefined : proving.failure()?.message);
  const prove = async (event: SubmitEvent) => {
    event.preventDefault();
    setShort(code().replace(/\s/g, '').length !== CODE_DIGITS);
    // Who chose Cancel meanwhile does not go on.
    if (!short() && (await proving.run(() => post('/api/sign-in/again', { code: code() }))) && !gone) props.onDone();
  };
  const another = () => {
    proving.clear();
    setShort(false);
    setCode('');
    props.onAnother();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void prove(event)} ref={focusFirst}>
      <Show when={away()}>{(why) => <Notice kind="refusal">{why()}</Notice>}</Show>
      <TextField label="Code" kind="code" value={code()} onInput={setCode} error={short() ? 'Enter all 6 digits of the code.' : ofCode()} />
      <Show when={session()?.demo}>
        <p class="small muted">
          This demo does not send emails. You can{' '}
          <a href="/outbox" target="_blank" rel="noopener">
            read the code in a new tab
          </a>
          .
        </p>
      </Show>
      <div class="line line--wrap">
        <Button tone={props.tone} type="submit" pending={proving.pending()}>
          {props.goOn}
        </Button>
        <Button tone="plain" pending={props.asking} onPress={another}>
          Send another code
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
