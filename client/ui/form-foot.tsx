import type { JSX } from 'solid-js';
import { Button } from './button.js';

interface Foot {
  /** What the form does, as its button says it. */
  readonly does: string;
  /** What it does cannot be taken back. */
  readonly danger?: boolean;
  readonly pending: boolean;
  readonly onClose: () => void;
}

/** The end of a form in a dialog or on a page of its own: what it does, and the way out. */
export const DialogFoot = (props: Foot): JSX.Element => (
  <div class="line line--wrap">
    <Button type="submit" tone={props.danger ? 'danger' : 'primary'} pending={props.pending}>
      {props.does}
    </Button>
    <Button tone="quiet" onPress={props.onClose}>
      Cancel
    </Button>
  </div>
);

/** The end of a small form in place: what it does, and the way out that keeps what was typed. */
export const FormFoot = (props: Foot): JSX.Element => (
  <div class="line line--wrap line--tight">
    <Button small type="submit" pending={props.pending}>
      {props.does}
    </Button>
    <Button small tone="plain" onPress={props.onClose}>
      {' '}
      Cancel
    </Button>
  </div>
);
