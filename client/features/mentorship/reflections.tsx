import { For, Show, type JSX } from 'solid-js';
import { createRows, me, type ViewRows } from '../../replica/index.js';
import { atStart, ButtonLink, count, dayOf, OnceRead, sayDate, Section } from '../../ui/index.js';
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
          <For each={shared().slice(0, SHOWN_LIMIT)}>{(reflection) => <Shared of={reflection} />}</For>
          <Show when={shared().length > SHOWN_LIMIT}>
            <details class="small">
              <summary>{atStart(count(shared().length - SHOWN_LIMIT, 'earlier reflection'))}</summary>
              <For each={shared().slice(SHOWN_LIMIT)}>{(reflection) => <Shared of={reflection} />}</For>
            </details>
          </Show>
        </Show>
      </OnceRead>
    </Section>
  );
}

const Shared = (props: { of: ViewRows['reflection'] }): JSX.Element => (
  <article class="note">
    <h3>{props.of.title}</h3>
    <p class="reading note__text">{props.of.text}</p>
    <p class="small muted">
      <Show when={props.of.person === me()} fallback={<PersonName of={props.of.person} />}>
        You
      </Show>
      , {sayDate(dayOf(props.of.writtenAt))} ·{' '}
      {props.of.sharedWith === 'pair' ? 'the two of you can read it' : 'published to your institutions'}
    </p>
  </article>
);
