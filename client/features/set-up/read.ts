import { createSignal } from 'solid-js';

const KEY = 'alongside.set-up-read';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    // Storage that is blocked is the same as none.
    return false;
  }
}

const [wasRead, setRead] = createSignal(kept());
/** What staff are told was read on this device: it changes nothing on the hub, so that only the device can know. */
export { wasRead };

/** Keeps that it was read. */
export function keepRead(): void {
  setRead(true);
  try {
    localStorage.setItem(KEY, 'yes');
  } catch {
    // It lasts for this visit only.
  }
}
