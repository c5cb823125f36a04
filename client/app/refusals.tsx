import { createEffect, For } from 'solid-js';
import { replica } from '../replica/index.js';
import { Button, Dialog, Notice } from '../ui/index.js';

/** What was refused while nobody was looking, with the reason, until it is put away. */
export default function Refusals(props: { open: boolean; onClose: () => void }) {
  const all = () => replica().outbox.refusals();
  createEffect(() => props.open && all().length === 0 && props.onClose());
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Not saved" lead="The hub did not accept these. Nothing else was affected.">
      <For each={all()}>
        {(refusal) => (
          <Notice
            kind="refusal"
            foot={
              <Button tone="quiet" small onPress={() => replica().outbox.seen(refusal.commandId)}>
                Put away
              </Button>
            }
          >
            {refusal.message}
          </Notice>
        )}
      </For>
    </Dialog>
  );
}
