import { createSignal, type JSX, Show } from 'solid-js';
import { createTextDraft, type Draft } from '../../app/draft.js';
import { Button, Notice, onShown, TextArea } from '../../ui/index.js';
import type { Sending } from '../../replica/index.js';

/**
 * A few words and a button: a reason, a question, an answer. What was typed stays when it is refused, and when the user leaves and comes
 * back.
 */
export function ReplyForm(props: {
  /** Under this what was typed is kept. */
  about: string;
  label: string;
  hint?: string;
  send: string;
  field: string;
  limit: number;
  optional?: boolean;
  danger?: boolean;
  sending: Sending;
  /** Sends the words, with what was typed as the draft. */
  onSend: (words: string, draft: Draft<string>) => Promise<void>;
  onBack: () => void;
}): JSX.Element {
  const draft = createTextDraft(() => props.about);
  const words = draft.value;
  const [missing, setMissing] = createSignal(false);
  let place: HTMLFormElement | undefined;
  onShown(() => place?.querySelector('textarea')?.focus());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(!props.optional && words().trim() === '');
    if (!missing() && !props.sending.pending()) void props.onSend(words().trim(), draft);
  };
  return (
    <form ref={(element: HTMLFormElement) => (place = element)} class="stack request__reply" novalidate onSubmit={submit}>
      <TextArea
        label={props.label}
        hint={props.hint}
        optional={props.optional}
        rows={3}
        limit={props.limit}
        value={words()}
        onInput={draft.set}
        error={missing() ? 'Enter a message.' : props.sending.problem(props.field)}
      />
      <Show when={props.sending.problemBeside(props.field)}>
        {(why) => <Notice kind="refusal">{why()} What you wrote is still here.</Notice>}
      </Show>
      <div class="line line--wrap">
        <Button type="submit" pending={props.sending.pending()}>
          {props.send}
        </Button>
        <Button tone="plain" onPress={props.onBack}>
          {' '}
          Cancel
        </Button>
      </div>
    </form>
  );
}
