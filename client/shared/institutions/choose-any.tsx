import { createSignal, Show, type JSX } from 'solid-js';
import { Button } from '../../ui/index.js';
import { ChooseInstitution } from './choose-institution.js';
import { FindInstitution, type InstitutionHit } from './find-institution.js';
import type { InstitutionChoice } from './places.js';

/** As `ChooseInstitution`, for administrators of the hub: they find any school or trust of it. */
export function ChooseAny(props: {
  label: string;
  all: readonly InstitutionChoice[];
  chosen: InstitutionChoice | undefined;
  /** Starts with the search where nothing is chosen yet, and leaves out what has closed. */
  mustChoose?: boolean;
  /** What the address names is being read. */
  loading?: boolean;
  onChoose: (id: string) => void;
}): JSX.Element {
  const [finding, setFinding] = createSignal(false);
  // Shown at once, while the hub is still asked for the rest of it.
  const [picked, setPicked] = createSignal<InstitutionHit>();
  const name = () => props.chosen?.name ?? picked()?.name;
  const isFinding = () => finding() || (props.mustChoose && !props.loading && name() === undefined);
  let another: HTMLButtonElement | undefined;
  const choose = (hit: InstitutionHit) => {
    setPicked(hit);
    setFinding(false);
    props.onChoose(hit.institution);
    // The button that was pressed is gone with its row.
    queueMicrotask(() => another?.focus());
  };
  const keep = () => {
    setFinding(false);
    queueMicrotask(() => another?.focus());
  };
  return (
    <div class="stack stack--tight">
      <Show
        when={isFinding()}
        fallback={
          <>
            <Show
              when={props.all.length > 1 && props.chosen}
              fallback={
                <Show when={props.mustChoose && name()}>
                  <p>
                    {props.label} <strong>{name()}</strong>
                  </p>
                </Show>
              }
            >
              <ChooseInstitution label={props.label} all={props.all} chosen={props.chosen} onChoose={props.onChoose} />
            </Show>
            <div>
              <Button tone="quiet" small ref={(element: HTMLButtonElement) => (another = element)} onPress={() => setFinding(true)}>
                Find another school or trust
              </Button>
            </div>
          </>
        }
      >
        <FindInstitution
          label={props.label}
          hint="Type a name, a town, a postcode or a reference number."
          open={props.mustChoose ?? false}
          focused={finding()}
          end={(hit) => (
            <Button tone="quiet" small aria-label={`Choose ${hit.name}`} onPress={() => choose(hit)}>
              Choose
            </Button>
          )}
        />
        <Show when={name() !== undefined}>
          <div>
            <Button tone="quiet" small onPress={keep}>
              Keep {name()}
            </Button>
          </div>
        </Show>
      </Show>
    </div>
  );
}
