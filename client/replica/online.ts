import { createSignal, onCleanup, type Accessor } from 'solid-js';
import type { Network } from './ports.js';

/** Whether the browser has a network. `back`: it has one again. */
export function createOnline(network: Network, back: () => void): Accessor<boolean> {
  const [online, setOnline] = createSignal(network.online());
  onCleanup(
    network.onChange((now) => {
      setOnline(now);
      if (now) back();
    }),
  );
  return online;
}
