import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { sameText } from '@alongside/domain/text/folding.js';
import { createSending, me, replica } from '../../replica/index.js';
import { ERASED_IN_BACKUPS } from '../../shared/people/erased-in-backups.js';
import { Button, Notice, say, Section, TextField } from '../../ui/index.js';
import { focusFirst } from '../../shared/forms.js';
import { UnlessAddressIsNew } from '../../shared/people/waits-for-address.js';
import { asksToSignInAgain, SignInAgain } from '../../shared/sign-in-again.js';
import { WhoWaits } from '../../shared/requests/who-waits.js';
import { OnlyAdministrator } from './only-administrator.js';

/** What has to be typed. */
const ERASE_WORDS = 'delete my account';

/** Deletes the account in two steps: what it means, then words typed by hand. */
export function EraseMe(props: { name: string }): JSX.Element {
  const [sure, setSure] = createSignal(false);
  let opener: HTMLDivElement | undefined;
  createEffect(on(sure, (now) => !now && queueMicrotask(() => opener?.querySelector('button')?.focus()), { defer: true }));
  return (
    <Section title="Delete your account">
      <p class="muted">
        Your name, your email address and everything you wrote can never be read again on this hub. {ERASED_IN_BACKUPS} What others wrote
        stays. Meetings are still counted, without your name.
      </p>
      <UnlessAddressIsNew what="delete your account" meanwhile="If you cannot wait, ask an administrator of this hub.">
        <Show
          when={sure()}
          fallback={
            <div ref={(element) => (opener = element)}>
              <Button tone="quiet" onPress={() => setSure(true)}>
                Delete my account
              </Button>
            </div>
          }
        >
          <Confirm name={props.name} onBack={() => setSure(false)} />
        </Show>
      </UnlessAddressIsNew>
    </Section>
  );
}

function Confirm(props: { name: string; onBack: () => void }): JSX.Element {
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal('');
  const [wrong, setWrong] = createSignal(false);
  const sending = createSending();
  const [again, setAgain] = createSignal(false);
  /** However late the answer comes, and wherever they are by then. */
  const leave = async () => {
    await replica().signOut();
    navigate('/');
    say('Your account is deleted. Thank you for the time you gave to others.');
  };
  const erase = async () => {
    if (sending.pending()) return;
    setAgain(false);
    await sending.send('ErasePerson', { person: me() }, { needsHub: true, saved: () => void leave() });
    setAgain(asksToSignInAgain(sending.refusal()));
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(!sameText(typed(), ERASE_WORDS));
    if (!wrong()) void erase();
  };
  const form = () => (
    <form class="stack erase" novalidate onSubmit={confirm} ref={focusFirst}>
      <Notice title="You cannot undo this">
        Your active mentorships end, and we tell the other person only that. Your certificates can no longer be checked by name, so download
        them first.
      </Notice>
      <OnlyAdministrator />
      <WhoWaits doing="When you delete your account" forGood />
      <Show when={!asksToSignInAgain(sending.refusal()) && sending.refusal()}>
        {(said) => <Notice kind="refusal">{said().message}</Notice>}
      </Show>
      <TextField
        label={`Type “${ERASE_WORDS}” to confirm`}
        autocomplete="off"
        spellcheck={false}
        value={typed()}
        onInput={setTyped}
        error={wrong() ? `Type “${ERASE_WORDS}”, or choose Cancel.` : undefined}
      />
      <div class="line line--wrap">
        <Button tone="danger" type="submit" pending={sending.pending()}>
          Delete my account
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Cancel
        </Button>
      </div>
    </form>
  );
  return (
    <Show when={again()} fallback={form()}>
      <SignInAgain goOn="Delete my account" tone="danger" onDone={() => void erase()} onBack={() => setAgain(false)} />
    </Show>
  );
}
