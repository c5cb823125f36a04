import { createEffect, createSignal, For, Show, type JSX } from 'solid-js';
import { createView, replica, session, type RefusedCommand } from '../replica/index.js';
import { Button, Dialog, calledName, Notice } from '../ui/index.js';
import { sayAct, typedIn, whomItConcerned } from './what-was-said.js';
import './refusals.css';

/** What was refused while nobody was looking: what it was, why, and what was typed, until it is put away. */
export default function Refusals(props: { open: boolean; onClose: () => void }): JSX.Element {
  const all = () => replica().outbox.refusals();
  createEffect(() => props.open && all().length === 0 && props.onClose());
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Not saved" lead="The hub did not accept these. Nothing else was affected.">
      <For each={all()}>{(refused) => <Refusal of={refused} />}</For>
    </Dialog>
  );
}

function Refusal(props: { of: RefusedCommand }): JSX.Element {
  const said = () => props.of.envelope;
  const other = createView('person', () => whomItConcerned(said().type, said().data, session()?.person));
  const typed = () => typedIn(said().data);
  return (
    <Notice
      kind="refusal"
      title={sayAct(said().type, calledName(other()))}
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
            Put away
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
      () => setTold('Copied.'),
      () => setTold('This browser does not allow it: select the words above instead.'),
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
