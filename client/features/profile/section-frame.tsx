import { createUniqueId, Show, type JSX } from 'solid-js';
import type { Draft } from '../../app/draft.js';
import type { Sending } from '../../replica/index.js';
import { inSentence } from '../../shared/people/say.js';
import type { OwnProfile } from './answers.js';
import { Button, Notice, onShown, Skeleton, Tag, WhenFetched } from '../../ui/index.js';

/** What every section of the profile shares: what it is called, what it says, and how it is opened and closed. */
export interface SectionProps {
  readonly title: string;
  readonly open: boolean;
  /** Some answer of it is still to give. */
  readonly missing?: boolean | undefined;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** It was sent: what comes next may open. */
  readonly onSent: () => void;
  /** It was saved. `words`: what is now true, where “Saved” would not say it. */
  readonly onSaved: (words?: string) => void;
}

/** A section of this person's own profile. */
export type OwnSectionProps = SectionProps & { readonly own: OwnProfile };

/** One section: said in a line or two until it is opened, then a form that saves by itself. */
export function SectionFrame(props: SectionProps & { change?: string; summary: JSX.Element; form: JSX.Element }): JSX.Element {
  const id = createUniqueId();
  return (
    <section class="profile__section" aria-labelledby={id} data-open={props.open ? '' : undefined}>
      <div class="profile__head">
        <h2 id={id}>{props.title}</h2>
        <Show when={!props.open}>
          <div class="line line--tight">
            <Show when={props.missing}>
              <Tag kind="move">To answer</Tag>
            </Show>
            <Button tone="plain" small onPress={props.onOpen}>
              {props.missing ? 'Answer' : (props.change ?? 'Change')}
              <Show when={props.missing || !props.change}>
                <span class="unseen"> {inSentence(props.title)}</span>
              </Show>
            </Button>
          </div>
        </Show>
      </div>
      <Show when={props.open} fallback={<div class="profile__said">{props.summary}</div>}>
        <WhenFetched fallback={<Skeleton label={`Loading: ${props.title}`} />}>{props.form}</WhenFetched>
      </Show>
    </section>
  );
}

/** The form within a section. The first field takes the focus, of choices the one chosen; what is refused stays as it was typed. */
export function SectionForm(props: {
  draft: Pick<Draft<unknown>, 'drop'>;
  sending: Sending;
  fields: readonly string[];
  onSave: () => void;
  onClose: () => void;
  save?: string;
  children: JSX.Element;
}): JSX.Element {
  let place: HTMLFormElement | undefined;
  const leave = () => {
    props.draft.drop();
    props.onClose();
  };
  onShown(() => {
    const first = place?.querySelector<HTMLElement>('.profile__add button, input, select, textarea');
    const chosen = first?.matches('[type=radio]') && place?.querySelector<HTMLElement>(`[name="${first.getAttribute('name')}"]:checked`);
    (chosen || first)?.focus();
  });
  return (
    <form
      ref={(element: HTMLFormElement) => (place = element)}
      class="stack profile__form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.sending.pending()) props.onSave();
      }}
    >
      {props.children}
      <Show when={props.sending.problemBeside(...props.fields)}>
        {(why) => (
          <Notice kind="refusal" title="Not saved">
            {why()} What you entered is still here.
          </Notice>
        )}
      </Show>
      <div class="line line--wrap">
        <Button type="submit" pending={props.sending.pending()}>
          {props.save ?? 'Save'}
        </Button>
        <Button tone="plain" onPress={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
