import { Show, type JSX } from 'solid-js';
import X from 'lucide-solid/icons/x';

/** A chosen thing that can be taken away again. */
export function Chip(props: { label: string; onRemove?: (() => void) | undefined; children?: JSX.Element }) {
  return (
    <span class="chip" onPointerDown={(event) => event.stopPropagation()}>
      {props.children ?? props.label}
      <Show when={props.onRemove}>
        <button type="button" class="chip__remove" aria-label={`Remove ${props.label}`} onClick={() => props.onRemove?.()}>
          <X size="0.875rem" aria-hidden="true" />
        </button>
      </Show>
    </span>
  );
}
