import { createMemo, Show, type Accessor, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { SelectField } from '../../ui/index.js';
import type { InstitutionChoice } from './places.js';

/** The institution that a screen is about, kept in its address (`?at=northfield`), so that a link and the way back lead to the same one. */
export function createChosenInstitution(all: Accessor<readonly InstitutionChoice[]>) {
  const [search, setSearch] = useSearchParams<{ at: string }>();
  const chosen = createMemo(() => all().find(({ id }) => id === search.at) ?? all()[0]);
  return { chosen, choose: (id: string) => setSearch({ at: id }, { replace: true, scroll: false }) };
}

/** Which institution; nothing where there is no choice. */
export const ChooseInstitution = (props: {
  label?: string;
  all: readonly InstitutionChoice[];
  chosen: InstitutionChoice | undefined;
  onChoose: (id: string) => void;
}): JSX.Element => (
  <Show when={props.all.length > 1}>
    <SelectField
      label={props.label ?? 'Institution'}
      value={props.chosen?.id ?? ''}
      onChange={props.onChoose}
      options={props.all.map(({ id, name }) => ({ value: id, label: name || id }))}
    />
  </Show>
);
