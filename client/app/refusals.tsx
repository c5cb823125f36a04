import { createEffect, createSignal, For, Show, type JSX } from 'solid-js';
import { createView, replica, session, type RefusedCommand } from '../replica/index.js';
import { Button, Dialog, calledName, Notice } from '../ui/index.js';
import { commandLabel, typedIn, whomItConcerned } from './what-was-said.js';
import './refusals.css';

/** Commands rejected after the user left the form, with reason and typed text, until dismissed. */
export default function Refusals(props: { open: boolean; onClose: () => void }): JSX.Element {
  const all = () => replica().outbox.refusals();
  createEffect(() => props.open && all().length === 0 && props.onClose());
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Not saved" lead="We could not save these changes. Everything else is saved.">
      <For each={all()}>{(refused) => <Refusal of={refused} />}</For>
    </Dialog>
  );
}

function Refusal(props: { of: RefusedCommand }): JSX.Element {
  const said = () => props.of.envelope;
  const whom = () => whomItConcerned(said().type, said().data, session()?.person);
  const other = createView('person', whom);
  const typed = () => typedIn(said().data);
  return (
    <Notice
      kind="refusal"
      title={commandLabel(said().type, calledName(other()), whom() !== undefined)}
      foot={
        <>
          <Show when={typed().length}>
            <Copy
              text={typed()
                .map(({ text }) => text)
                .join('\n\n')}
            />
          </Show>
          <Button tone="plain" small onPress={() => replica().outbox.seen(said().commandId)}>
            Dismiss
          </Button>
        </>
      }
    >
      <p>{props.of.answer.message}</p>
      <Show when={typed().length}>
        <dl class="typed">
          <For each={typed()}>
            {({ label, text }) => (
              <div>
                <dt class="small muted">{label}</dt>
                <dd class="typed__text">{text}</dd>
              </div>
            )}
          </For>
        </dl>
      </Show>
    </Notice>
  );
}

/** Takes the words along. Where the browser does not allow it, they can still be selected. */
function Copy(props: { text: string }): JSX.Element {
  const [told, setTold] = createSignal('');
  const copy = () =>
    navigator.clipboard.writeText(props.text).then(
      () => setTold('Copied'),
      () => setTold('Your browser does not allow copying. Select the words above and copy them.'),
    );
  return (
    <>
      <Button tone="quiet" small onPress={() => void copy()}>
        Copy what you wrote
      </Button>
      <span class="small" role="status">
        {told()}
      </span>
    </>
  );
}
