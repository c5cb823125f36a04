import { createSignal, Show, type JSX } from 'solid-js';
import { createAnswer, createSending, createView } from '../../replica/index.js';
import { whatIsWrongWithEmail } from '../../shared/people/email.js';
import { Button, Notice, onShown, saying, TextField } from '../../ui/index.js';

interface Props {
  readonly person: string;
  /** Where they are a member. */
  readonly at: string;
  readonly name: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** A member’s new email address, given by a coordinator or an administrator. The member and both addresses are told. */
export function ChangeEmail(props: Props): JSX.Element {
  const [email, setEmail] = createSignal('');
  const [missing, setMissing] = createSignal<string>();
  const sending = createSending();
  let place: HTMLFormElement | undefined;
  onShown(() => place?.querySelector('input')?.focus());
  const address = createAnswer<{ readonly email: string }>(() => `/api/people/${encodeURIComponent(props.person)}/email`);
  const line = createView('roster', () => `${props.at}:${props.person}`);
  const newcomer = () => (line()?.awaited ? line() : undefined);
  const refused = () =>
    sending.refusal()?.code === 'COMMAND.NOT_ALLOWED'
      ? `${props.name} has a role that you do not have. Ask an administrator to change this email address.`
      : sending.problemBeside('email');
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(whatIsWrongWithEmail(email()));
    if (missing() || sending.pending()) return;
    if (
      !(await sending.send(
        'ChangeEmail',
        { person: props.person, email: email().trim() },
        { saved: saying(`${props.name} now signs in with ${email().trim()}.`) },
      ))
    )
      return;
    props.onClose();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)} ref={(element) => (place = element)}>
      <Show when={refused()}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
      <Show when={address.data()?.email}>
        {(now) => (
          <p>
            {props.name} signs in with <strong>{now()}</strong>.
          </p>
        )}
      </Show>
      <TextField label="New email address" kind="email" value={email()} onInput={setEmail} error={missing() ?? sending.problem('email')} />
      <p class="small muted">
        <Show
          when={newcomer()}
          fallback={`Check it with ${props.name} first. The old email address stops working at once, and ${props.name} is signed out everywhere. We email both addresses to say that you made this change.`}
        >
          {(row) =>
            row().uninvited
              ? `${props.name} has no invitation yet. We send it to this email address when you invite them.`
              : `Check it with ${props.name} first. The old email address stops working at once. We email both addresses to say that you made this change.`
          }
        </Show>
      </p>
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          Change email address
        </Button>
        <Button tone="quiet" onPress={props.onBack}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
