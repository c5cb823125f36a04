import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { RadioGroup, SelectField, TextField } from '../../ui/index.js';
import { distancesFor } from './near.js';
import { USUAL_WITHIN, type Near } from './question.js';

const PLACES_ID = 'directory-places';
type Kind = 'me' | 'place';

/** “Within … of …”: how far, and from the own school or another place. */
export function NearFilter(props: { near: Near | undefined; onNear: (near: Near | undefined) => void }): JSX.Element {
  const kindOf = (near: Near | undefined): Kind => (near && near.of !== 'me' ? 'place' : 'me');
  const placeOf = (near: Near | undefined) => (near && near.of !== 'me' ? near.of : '');
  const [within, setWithin] = createSignal(props.near?.within ?? '');
  const [kind, setKind] = createSignal(kindOf(props.near));
  const [place, setPlace] = createSignal(placeOf(props.near));
  /** The place as it was last asked for: leaving the field asks for another only. */
  let asked = placeOf(props.near);
  const open = props.near !== undefined;
  const [opened, setOpened] = createSignal(open);
  const places = createAnswer<{ readonly names: readonly string[] }>(() => (opened() ? '/api/directory/places' : undefined));
  createEffect(
    on(
      () => JSON.stringify(props.near),
      () => {
        setWithin(props.near?.within ?? '');
        if (!props.near) return;
        setKind(kindOf(props.near));
        setPlace(placeOf(props.near));
        asked = placeOf(props.near);
      },
      { defer: true },
    ),
  );
  const ask = (next: { within?: string; kind?: Kind }) => {
    const [far, of] = [next.within ?? within(), (next.kind ?? kind()) === 'me' ? 'me' : place().trim()];
    if (far === '') return props.onNear(undefined);
    // A place that is still to be typed changes nothing yet.
    if (of !== '') props.onNear({ of, within: far });
  };
  const askOfPlace = () => {
    asked = place().trim();
    if (asked !== '') ask({ within: within() || USUAL_WITHIN });
  };
  return (
    <details class="directory__facet fold" open={open} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        Distance
        <Show when={props.near}>
          <span class="small muted">1 chosen</span>
        </Show>
      </summary>
      <form
        class="directory__near"
        onFocusOut={() => place().trim() !== asked && askOfPlace()}
        onSubmit={(event) => {
          event.preventDefault();
          askOfPlace();
        }}
      >
        <SelectField
          label="Within"
          value={within()}
          options={distancesFor(within())}
          empty="Any distance"
          onChange={(value) => {
            setWithin(value);
            ask({ within: value });
          }}
        />
        <RadioGroup<Kind>
          label="Of"
          value={kind()}
          choices={[
            { value: 'me', label: 'My school' },
            { value: 'place', label: 'Another place' },
          ]}
          onChange={(value) => {
            setKind(value);
            ask({ kind: value });
          }}
        />
        <Show when={kind() === 'place'}>
          <TextField
            label="Town, area, school or postcode"
            value={place()}
            onInput={setPlace}
            list={PLACES_ID}
            autocomplete="off"
            spellcheck={false}
            enterkeyhint="search"
            maxlength="80"
          />
          <datalist id={PLACES_ID}>
            <For each={places.data()?.names ?? []}>{(name) => <option>{name}</option>}</For>
          </datalist>
        </Show>
      </form>
    </details>
  );
}
