import { createSignal, Show, type JSX } from 'solid-js';
import { post, type Failure } from '../../replica/index.js';
import { Notice } from '../../ui/index.js';

/** Sends a test email with settings, or with those in use where none are given, and remembers what came of it. */
export function createTest(to: () => string) {
  const [pending, setPending] = createSignal(false);
  const [said, setSaid] = createSignal<{ readonly ok: boolean; readonly words: string }>();
  const [failure, setFailure] = createSignal<Failure>();
  const send = async (settings?: unknown) => {
    if (pending()) return;
    setSaid(undefined);
    setFailure(undefined);
    setPending(true);
    const answer = await post('/api/mail/test', settings);
    setPending(false);
    if (answer.ok) setSaid({ ok: true, words: `The mail server took the message. Check the inbox of ${to()}, and its junk folder.` });
    else if (answer.error.problems) setFailure(answer.error);
    else setSaid({ ok: false, words: answer.error.message });
  };
  return { pending, said, failure, send };
}

/** What came of a test email, announced where it shows. */
export const TestResult = (props: { said: { readonly ok: boolean; readonly words: string } | undefined }): JSX.Element => (
  <div role="status">
    <Show when={props.said}>
      {(said) => (
        <Notice kind={said().ok ? 'good' : 'refusal'} title={said().ok ? 'Test email sent' : 'The test email was not sent'}>
          {said().words}
        </Notice>
      )}
    </Show>
  </div>
);
