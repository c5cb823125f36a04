import { For, Show, type JSX } from 'solid-js';
import { createRows, me } from '../../replica/index.js';
import { ButtonLink, dayOf, OnceRead, sayDate, Section } from '../../ui/index.js';
import type { Mentorship } from '../pair/pair.js';
import { PersonName } from '../people/person-name.js';

const SHOWN_LIMIT = 3;

/** Reflections on this mentorship that its author shows to the pair; one's own private ones stay under Growth. */
export function Reflections(props: { pair: Mentorship }): JSX.Element {
  const reflections = createRows('reflection', () => ({ mentorship: props.pair.mentorship }));
  const shared = () =>
    reflections()
      .filter(({ sharedWith }) => sharedWith !== 'nobody')
      .sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  return (
    <Section
      title="Reflections you share"
      action={
        <ButtonLink tone="quiet" small href={`/growth?part=reflections&mentorship=${props.pair.mentorship}`}>
          Write one
        </ButtonLink>
      }
    >
      <OnceRead of={[reflections]} lines={1} label="Fetching the reflections you share">
        <Show when={shared().length} fallback={<p class="muted">None yet. What you write is yours alone until you share it.</p>}>
          <For each={shared().slice(0, SHOWN_LIMIT)}>
            {(reflection) => (
              <article class="note">
                <h3>{reflection.title}</h3>
                <p class="reading note__text">{reflection.text}</p>
                <p class="small muted">
                  <Show when={reflection.person === me()} fallback={<PersonName of={reflection.person} />}>
                    You
                  </Show>
                  , {sayDate(dayOf(reflection.writtenAt))} ·{' '}
                  {reflection.sharedWith === 'pair' ? 'the two of you can read it' : 'published to your institutions'}
                </p>
              </article>
            )}
          </For>
        </Show>
      </OnceRead>
    </Section>
  );
}
