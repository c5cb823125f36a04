import { For, lazy, type Component, type JSX } from 'solid-js';
import { changeDisplaySettings, displaySettings, THEMES, type Theme } from '../../app/display-settings.js';
import { PageHeader, Skeleton, Slots, WhenFetched } from '../../ui/index.js';
import { Data, TokensShown, Words } from './words-and-data.js';

// Most parts are fetched when the first are there: together they are more than one screen may bring with it.
const Fields = lazy(async () => ({ default: (await import('./fields.js')).Fields }));
const Choices = lazy(async () => ({ default: (await import('./fields.js')).Choices }));
const Surfaces = lazy(async () => ({ default: (await import('./surfaces.js')).Surfaces }));
const People = lazy(async () => ({ default: (await import('./surfaces.js')).People }));
const States = lazy(async () => ({ default: (await import('./states.js')).States }));
const Floating = lazy(async () => ({ default: (await import('./states.js')).Floating }));

const NAMES: Record<Theme, string> = { system: 'As this device', light: 'Light', dark: 'Dark', contrast: 'High contrast' };

const PARTS: readonly { readonly name: string; readonly part: Component }[] = [
  { name: 'Type and colour', part: TokensShown },
  { name: 'Buttons and links', part: Words },
  { name: 'Fields', part: Fields },
  { name: 'Choices', part: Choices },
  { name: 'Surfaces and lists', part: Surfaces },
  { name: 'People and paths', part: People },
  { name: 'States', part: States },
  { name: 'What floats', part: Floating },
  { name: 'Figures and time', part: Data },
];

/** Every part of the design system in every state, in the theme of one's choice: where a part is judged before it is used. */
export default function Design(): JSX.Element {
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <PageHeader context="For those who build this" title="The parts" lead="Every part of a screen, in each of its states." />
        <Slots
          label="Theme"
          value={displaySettings().theme}
          onChange={(theme) => changeDisplaySettings({ theme })}
          choices={THEMES.map((value) => ({ value, label: NAMES[value] }))}
        />
        <For each={PARTS}>
          {({ name, part: Part }) => (
            <section class="stack" aria-labelledby={slug(name)}>
              <hr />
              <h2 id={slug(name)}>{name}</h2>
              <WhenFetched fallback={<Skeleton kind="rows" label={`Loading: ${name}`} />}>
                <Part />
              </WhenFetched>
            </section>
          )}
        </For>
      </div>
    </div>
  );
}

const slug = (name: string) => `part-${name.toLowerCase().replace(/\W+/g, '-')}`;
