import { createSignal, Show, type JSX } from 'solid-js';
import { Button } from '../ui/index.js';

/** A button for what is not to be done by a slip, such as ending a question that others wait for: it asks first, in its own place. */
export function AskFirst(props: {
  label: string;
  /** What happens then, in a sentence or two. */
  question: JSX.Element;
  pending: boolean;
  onConfirm: () => void;
}): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  let place: HTMLDivElement | undefined;
  // What was pressed is gone: the focus goes on from its place.
  const focus = (which: string) => queueMicrotask(() => place?.querySelector<HTMLElement>(which)?.focus());
  const ask = (now: boolean) => {
    setAsking(now);
    focus(now ? '[data-question]' : 'button');
  };
  return (
    <div ref={(element) => (place = element)}>
      <Show
        when={asking()}
        fallback={
          <Button tone="quiet" pending={props.pending} onPress={() => ask(true)}>
            {props.label}
          </Button>
        }
      >
        <div class="stack stack--tight" role="group" aria-label={props.label}>
          <p tabindex="-1" data-question="">
            {props.question}
          </p>
          <div class="line line--wrap">
            <Button pending={props.pending} onPress={props.onConfirm}>
              {props.label}
            </Button>
            <Button tone="quiet" onPress={() => ask(false)}>
              Cancel
            </Button>
          </div>
        </div>
      </Show>
    </div>
  );
}
