import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import { sameText } from '@alongside/domain/text/folding.js';
import { createSending, me, replica } from '../../replica/index.js';
import { Button, Notice, say, Section, TextField } from '../../ui/index.js';

/** What has to be typed. */
export const ERASE_WORDS = 'erase me';

/** Erasure in two steps: what it means, then a word typed by hand. */
export function EraseMe(props: { name: string }): JSX.Element {
  const [sure, setSure] = createSignal(false);
  let opener: HTMLDivElement | undefined;
  createEffect(on(sure, (now) => !now && queueMicrotask(() => opener?.querySelector('button')?.focus()), { defer: true }));
  return (
    <Section title="Leave, and be erased">
      <p class="muted">
        Your name, your e-mail address and everything you wrote are made unreadable for good, here and in every copy of the hub’s records.
        What others wrote stays theirs. That meetings took place is still counted, without your name.
      </p>
      <Show
        when={sure()}
        fallback={
          <div ref={(element) => (opener = element)}>
            <Button tone="quiet" onPress={() => setSure(true)}>
              Erase everything about me
            </Button>
          </div>
        }
      >
        <Confirm name={props.name} onBack={() => setSure(false)} />
      </Show>
    </Section>
  );
}

function Confirm(props: { name: string; onBack: () => void }): JSX.Element {
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal('');
  const [wrong, setWrong] = createSignal(false);
  const sending = createSending();
  let place: HTMLFormElement | undefined;
  queueMicrotask(() => place?.querySelector('input')?.focus());
  const erase = async (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(!sameText(typed(), ERASE_WORDS));
    if (wrong() || sending.pending()) return;
    if (!(await sending.send('ErasePerson', { person: me() }))) return;
    await replica().signOut();
    navigate('/');
    say('You have been erased from this hub. Thank you for the time you gave to others.');
  };
  return (
    <form class="stack erase" novalidate onSubmit={(event) => void erase(event)} ref={(element) => (place = element)}>
      <Notice title="This cannot be taken back">
        Running mentorships end, and the other person is told only that. Certificates that you hold can no longer be verified by name:
        download them first.
      </Notice>
      <Show when={sending.refusal()}>{(said) => <Notice kind="refusal">{said().message}</Notice>}</Show>
      <TextField
        label={`Type “${ERASE_WORDS}” to go ahead`}
        autocomplete="off"
        spellcheck={false}
        value={typed()}
        onInput={setTyped}
        error={wrong() ? `Type the two words “${ERASE_WORDS}”, or keep your account.` : undefined}
      />
      <div class="line line--wrap">
        <Button tone="danger" type="submit" pending={sending.pending()}>
          Erase {props.name || 'me'} for good
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Keep my account
        </Button>
      </div>
    </form>
  );
}
