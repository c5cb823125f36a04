import { onCleanup } from 'solid-js';
import { useLocation, useNavigate } from '@solidjs/router';
import { say } from '../ui/index.js';

interface Way {
  /** Where it goes on. */
  readonly to: string;
  /** What is said of it. */
  readonly words: string;
  /** What the way there is called for a user who has gone elsewhere by now: “See your requests”. */
  readonly link: string;
  /** The answer came after the screen had gone on. */
  readonly late?: boolean;
  /** Beside the words, for a user who was led on. */
  readonly action?: { readonly label: string; readonly onPress: () => void };
}

/** Opens the screen that shows the result. A late answer interrupts no one: a toast says it, with a link. */
export function createLeadOn(): (way: Way) => void {
  let here = true;
  onCleanup(() => (here = false));
  return createLeading(() => here);
}

/** As `createLeadOn`, for a card that leaves the screen as soon as it is answered: its user is still here while the address is the same. */
export function createLeadOnFromCard(): (way: Way) => void {
  const location = useLocation();
  const from = location.pathname;
  return createLeading(() => location.pathname === from);
}

function createLeading(isHere: () => boolean): (way: Way) => void {
  const navigate = useNavigate();
  return ({ to, words, link, late, action }) => {
    if (late || !isHere()) return say(words, { label: link, onPress: () => navigate(to) });
    navigate(to);
    say(words, action);
  };
}
