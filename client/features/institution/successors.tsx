import { createSignal, For, Show, type JSX } from 'solid-js';
import { SUCCESSORS_LIMIT } from '@alongside/domain/institutions/institution.events.js';
import { createView } from '../../replica/index.js';
import { FindInstitution, type InstitutionHit } from '../../shared/institutions/find-institution.js';
import { Button, Group } from '../../ui/index.js';

/** A school that follows a closed one. `name`: empty until it is known. */
export interface Successor {
  readonly id: string;
  readonly name: string;
}

/** The schools that follow one that closed: chosen by name, each with the way back. */
export function Successors(props: {
  of: readonly Successor[];
  closing: string;
  onChange: (of: readonly Successor[]) => void;
}): JSX.Element {
  const [adding, setAdding] = createSignal(false);
  const add = ({ institution, name }: InstitutionHit) => {
    props.onChange([...props.of, { id: institution, name }]);
    setAdding(false);
    // The button that was pressed is gone with its row.
    toggle?.focus();
  };
  let toggle: HTMLButtonElement | undefined;
  const canFollow = ({ institution, kind }: InstitutionHit) =>
    kind !== 'trust' && institution !== props.closing && !props.of.some(({ id }) => id === institution);
  return (
    <Group label="Schools that follow it">
      <div class="stack stack--tight">
        <Show when={props.of.length === 0}>
          <p class="muted">None so far. Add one where it merged, was split or became an academy.</p>
        </Show>
        <For each={props.of}>
          {(one) => (
            <div class="line line--wrap">
              <bdi>{one.name}</bdi>
              <Button tone="quiet" small onPress={() => props.onChange(props.of.filter(({ id }) => id !== one.id))}>
                Remove<span class="unseen"> {one.name}</span>
              </Button>
            </div>
          )}
        </For>
        <Show when={props.of.length < SUCCESSORS_LIMIT}>
          <div>
            <Button
              tone="quiet"
              small
              aria-expanded={adding()}
              ref={(element: HTMLButtonElement) => (toggle = element)}
              onPress={() => setAdding((now) => !now)}
            >
              Add a school that follows it
            </Button>
          </div>
          <Show when={adding()}>
            <div>
              <FindInstitution
                open
                focused
                label="Find the school"
                hint="By name, town, postcode or number."
                end={(hit) => (
                  <Show when={canFollow(hit)}>
                    <Button small onPress={() => add(hit)}>
                      Add<span class="unseen"> {hit.name}</span>
                    </Button>
                  </Show>
                )}
              />
            </div>
          </Show>
        </Show>
      </div>
    </Group>
  );
}

/** Schools by their ids, with their names once these are known. */
export function createSuccessors(ids: readonly string[]): () => readonly Successor[] {
  const rows = ids.map((id) => ({ id, row: createView('institution', () => id) }));
  return () => rows.map(({ id, row }) => ({ id, name: row()?.details.name ?? '' }));
}
