import { createSignal, For, Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { framework, statement } from '@alongside/domain/uk/frameworks/statements.js';
import { Button, Tag, WhenFetched } from '../../ui/index.js';
import { createOpen } from '../forms.js';
import type { LinkCommand } from './link-command.js';
import './standards.css';

const LinkForm = lazyPart(() => import('./link-form.js'));

/** “5 Adapt teaching”, in the words of its framework, or a whole framework by its name; an id that a newer list has dropped stays as it is. */
export function sayStatement(id: string): string {
  const found = statement(id);
  return found ? `${found.code} ${found.title}` : (framework(id)?.title ?? id);
}

/** The standards that something speaks to, and, for its owner, a way to choose or remove them. */
export default function StandardsOf(props: {
  statements: readonly string[];
  /** What it is called, for those who hear the button alone. */
  about: string;
  /** Absent: another person’s, or only to be read. */
  link?: LinkCommand | undefined;
}): JSX.Element {
  const [place, setPlace] = createSignal<HTMLElement>();
  const form = createOpen<'link'>(place);
  return (
    <div class="stack stack--tight standards" ref={setPlace}>
      <Show when={props.statements.length && !form.any()}>
        <ul class="standards__list" role="list" aria-label={`Standards linked to ${props.about}`}>
          <For each={props.statements}>
            {(id) => (
              <li>
                <Tag kind="quiet">{sayStatement(id)}</Tag>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.link}>
        {(link) => (
          <Show
            when={form.any()}
            fallback={
              <div>
                <Button tone="plain" small onPress={() => form.open('link')}>
                  {props.statements.length ? 'Change standards' : 'Link standards'}
                  <span class="unseen">: {props.about}</span>
                </Button>
              </div>
            }
          >
            <WhenFetched>
              <LinkForm statements={props.statements} link={link()} onClose={form.close} />
            </WhenFetched>
          </Show>
        )}
      </Show>
    </div>
  );
}
