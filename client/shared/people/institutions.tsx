import { createMemo, mapArray, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';

/** The name of an institution, in a sentence; nothing until it is known. */
export function InstitutionName(props: { of: string }): JSX.Element {
  const row = createView('institution', () => props.of);
  return <>{row()?.details.name ?? ''}</>;
}

/** “Northfield School, Riverbank Trust”: those that are known, with what stands `before` them; nothing where none is, as without the hub. */
export function InstitutionNames(props: { of: readonly string[]; before?: string | false }): JSX.Element {
  const rows = createMemo(
    mapArray(
      () => props.of,
      (institution) => createView('institution', () => institution),
    ),
  );
  const names = () => rows().flatMap((row) => row()?.details.name ?? []);
  return <>{names().length > 0 && `${props.before || ''}${names().join(', ')}`}</>;
}
