import { For, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';

/** The name of an institution, in a sentence; nothing until it is known. */
export function InstitutionName(props: { of: string }): JSX.Element {
  const row = createView('institution', () => props.of);
  return <>{row()?.details.name ?? ''}</>;
}

/** “Northfield School, Riverbank Trust”. */
export const InstitutionNames = (props: { of: readonly string[] }): JSX.Element => (
  <For each={props.of}>
    {(institution, index) => (
      <>
        {index() > 0 && ', '}
        <InstitutionName of={institution} />
      </>
    )}
  </For>
);
