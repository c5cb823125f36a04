import { createContext, createMemo, mapArray, useContext, type Accessor, type JSX } from 'solid-js';
import { calledApart, type Who } from '../../ui/index.js';
import { createWho } from './person-name.js';

/** The people on a screen, whose names are read. */
const OnScreen = createContext<Accessor<readonly Who[]>>(() => []);

/** Tells people apart who are shown together: within it, two of the same called name have their whole names. */
export function CalledApart(props: { of: readonly string[]; children: JSX.Element }): JSX.Element {
  const around = useContext(OnScreen);
  const ids = createMemo(() => [...new Set(props.of)]);
  const people = createMemo(mapArray(ids, (id) => createWho(() => id)));
  const all = createMemo(() => [...around(), ...people().map((who) => who())]);
  return <OnScreen.Provider value={all}>{props.children}</OnScreen.Provider>;
}

/** What to call people on this screen, so that each is known from the others. */
export function useCalled(): (who: Who | undefined) => string {
  const all = useContext(OnScreen);
  return (who) => calledApart(who, all());
}
