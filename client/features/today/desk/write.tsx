import { For, Show, type JSX } from 'solid-js';
import { createDraft } from '../../../app/draft.js';
import { createSending, newId } from '../../../replica/index.js';
import { focusFirst, Refused, submitting } from '../../../shared/forms.js';
import { useCalled } from '../../../shared/people/called-apart.js';
import { createWho } from '../../../shared/people/person-name.js';
import { Dialog, DialogFoot, saying, TextArea, together, WhenLoaded } from '../../../ui/index.js';

/** Writes to one person, or to the two of a pair, each separately. */
export function WriteTo(props: {
  open: boolean;
  onClose: () => void;
  to: readonly string[];
  /** What the draft is kept under. */
  about: string;
  draft?: string;
  /** What they answer, to be read while writing. */
  quoted?: string;
}): JSX.Element {
  const call = useCalled();
  const who = props.to.map((person) => ({ person, called: createWho(() => person) }));
  const names = () => who.map(({ called }) => call(called()));
  const isNamed = () => names().every(Boolean);
  const draft = createDraft<{ text: string }>(
    () => `write:${props.about}:${props.to.join('+')}`,
    () => ({ text: props.draft ?? '' }),
  );
  // The same message is sent once, however often it is tried.
  const messages = props.to.map((to) => ({ message: newId(), to }));
  const sending = createSending();
  const send = async () => {
    const { text } = draft.value();
    const last = { draft, after: sending, saved: saying(`Message sent to ${together(names())}.`) };
    for (const message of messages) {
      const going = message === messages.at(-1) ? last : { after: sending };
      if (!(await sending.send('WriteMessage', { ...message, text }, going))) return;
    }
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={isNamed() ? `Write to ${together(who.map(({ called }) => called().name))}` : 'Write a message'}
      lead={props.to.length > 1 ? 'Each of them gets their own message, and can reply to you alone.' : undefined}
    >
      <WhenLoaded of={[{ loading: !isNamed() }]} lines={4} label="Loading names">
        <form class="stack" ref={focusFirst} novalidate onSubmit={submitting(() => void send())}>
          <Show when={props.quoted}>
            {(text) => (
              <blockquote class="desk__quote">
                <For each={text().split('\n')}>{(line) => <p>{line}</p>}</For>
              </blockquote>
            )}
          </Show>
          <Refused sending={sending} beside={['text']} />
          <TextArea
            label="Message"
            hint={
              props.to.length > 1
                ? 'Each message is between you and one of them. We tell them by email that you wrote.'
                : `Only you and ${together(names())} can see this. We tell them by email that you wrote.`
            }
            limit={1_200}
            value={draft.value().text}
            onInput={(text) => draft.set({ text })}
            error={sending.problem('text')}
          />
          <DialogFoot does="Send message" pending={sending.pending()} onClose={props.onClose} />
        </form>
      </WhenLoaded>
    </Dialog>
  );
}
