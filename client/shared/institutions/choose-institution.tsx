import { createEffect, createMemo, Show, untrack, type Accessor, type JSX } from 'solid-js';
import { useLocation, useSearchParams } from '@solidjs/router';
import { session } from '../../replica/index.js';
import { SelectField } from '../../ui/index.js';
import { firstOf, lastUsed, remember, type Purpose } from './first.js';
import type { InstitutionChoice } from './places.js';

/**
 * The institution of a screen, kept in its address (`?at=northfield`) for links and the way back. A missing or unmanaged one is replaced
 * there by a sensible first.
 */
export function createChosenInstitution(
  all: Accessor<readonly InstitutionChoice[]> & { readonly loading: boolean },
  purpose: Purpose,
  /** Whether the hub is chosen only where the address names it. */
  hubIfNamed: () => boolean = () => false,
) {
  const [search, setSearch] = useSearchParams<{ at: string }>();
  const location = useLocation();
  const here = untrack(() => location.pathname);
  const chosen = createMemo((): InstitutionChoice | undefined => {
    const named = all().find(({ id }) => id === search.at);
    // While schools are still being read, the first would be another one a moment later.
    if (named || all.loading) return named;
    const own = new Set((session()?.memberships ?? []).map(({ institution }) => institution as string));
    return firstOf(hubIfNamed() ? all().filter(({ kind }) => kind !== 'hub') : all(), {
      purpose,
      last: lastUsed(session()?.person ?? '', purpose),
      own,
    });
  });
  createEffect(() => {
    const [at, person] = [chosen()?.id, session()?.person];
    // On the way to another screen the address is that one's.
    if (at === undefined || person === undefined || location.pathname !== here) return;
    remember(person, purpose, at);
    if (search.at !== at) setSearch({ at }, { replace: true, scroll: false });
  });
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
      label={props.label ?? 'School or trust'}
      value={props.chosen?.id ?? ''}
      onChange={props.onChoose}
      options={props.all.map(({ id, name }) => ({ value: id, label: name || id }))}
    />
  </Show>
);
