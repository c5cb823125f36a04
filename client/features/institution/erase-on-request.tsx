import { folded } from '@alongside/domain/text/folding.js';
import { createSignal, Show, type JSX } from 'solid-js';
import { createSending, post } from '../../replica/index.js';
import { UnlessAddressIsNew } from '../../shared/people/waits-for-address.js';
import { asksToSignInAgain, SignInAgain } from '../../shared/sign-in-again.js';
import { ERASED_IN_BACKUPS } from '../../shared/people/erased-in-backups.js';
import { Button, Facts, Notice, saying, Section, TextField } from '../../ui/index.js';

interface Found {
  readonly person: string;
  readonly name: string;
  readonly institutions: readonly string[];
}
const asTyped = (text: string) => folded(text).trim().replace(/\s+/g, ' ');

/** Deleting a person’s data because they asked: found by their address, read, and confirmed by typing their name. */
export function EraseOnRequest(): JSX.Element {
  const [email, setEmail] = createSignal('');
  const [problem, setProblem] = createSignal<string>();
  const [pending, setPending] = createSignal(false);
  const [found, setFound] = createSignal<Found>();
  const find = async (event: SubmitEvent) => {
    event.preventDefault();
    if (pending()) return;
    setProblem(email().trim() ? undefined : 'Enter their email address.');
    if (problem()) return;
    setPending(true);
    const answer = await post<Found>('/api/people/by-email', { email: email().trim() });
    setPending(false);
    if (answer.ok) setFound(answer.value);
    else setProblem(answer.error.status === 404 ? 'No person on this hub signs in with this address.' : answer.error.message);
  };
  const close = () => {
    setFound(undefined);
    setEmail('');
  };
  return (
    <Section title="Delete a person’s data">
      <p class="muted">
        Anyone can delete their own account on their privacy page. If a person asks you to do it for them, find them by the address they
        sign in with.
      </p>
      <UnlessAddressIsNew what="delete a person’s data" meanwhile="If they cannot wait, ask another administrator of this hub.">
        <Show
          when={found()}
          keyed
          fallback={
            <form class="stack" novalidate onSubmit={(event) => void find(event)}>
              <TextField label="Their email address" kind="email" value={email()} onInput={setEmail} error={problem()} />
              <div>
                <Button tone="quiet" type="submit" pending={pending()}>
                  Find person
                </Button>
              </div>
            </form>
          }
        >
          {(one) => <Confirm of={one} email={email().trim()} onClose={close} />}
        </Show>
      </UnlessAddressIsNew>
    </Section>
  );
}

function Confirm(props: { of: Found; email: string; onClose: () => void }): JSX.Element {
  const [typed, setTyped] = createSignal('');
  const [wrong, setWrong] = createSignal(false);
  const [again, setAgain] = createSignal(false);
  const sending = createSending();
  const erase = async () => {
    if (sending.pending()) return;
    setAgain(false);
    if (await sending.send('ErasePerson', { person: props.of.person }, { needsHub: true, saved: saying('Their data is deleted') }))
      return props.onClose();
    setAgain(asksToSignInAgain(sending.refusal()));
  };
  const confirm = (event: SubmitEvent) => {
    event.preventDefault();
    setWrong(asTyped(typed()) !== asTyped(props.of.name));
    if (!wrong()) void erase();
  };
  const form = () => (
    <form class="stack" novalidate onSubmit={confirm}>
      <Facts
        of={[
          { label: 'Name', value: <bdi>{props.of.name}</bdi> },
          { label: 'Email', value: props.email },
          { label: 'Belongs to', value: props.of.institutions.join(', ') || 'No school' },
        ]}
      />
      <Notice title="You cannot undo this">
        Their name, their address and everything they wrote can never be read again on this hub. {ERASED_IN_BACKUPS} Their mentorships end.
        What others wrote stays, and meetings are still counted without a name. Certificates they hold can no longer be checked by name.
      </Notice>
      <Show when={!asksToSignInAgain(sending.refusal()) && sending.refusal()}>
        {(said) => <Notice kind="refusal">{said().message}</Notice>}
      </Show>
      <TextField
        label={`Type “${props.of.name}” to confirm`}
        autocomplete="off"
        spellcheck={false}
        value={typed()}
        onInput={setTyped}
        error={wrong() ? 'Type their name as it is shown above.' : undefined}
      />
      <div class="line line--wrap">
        <Button tone="danger" type="submit" pending={sending.pending()}>
          Delete their data
        </Button>
        <Button tone="quiet" onPress={props.onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
  return (
    <Show when={again()} fallback={form()}>
      <SignInAgain goOn="Delete their data" tone="danger" onDone={() => void erase()} onBack={() => setAgain(false)} />
    </Show>
  );
}
