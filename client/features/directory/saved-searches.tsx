import { createEffect, Show, type JSX } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import X from 'lucide-solid/icons/x';
import { createRows, createSending, createView, me, newId } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { atStart, Button, count, Link, List, Notice, Row, saying } from '../../ui/index.js';
import type { DirectoryAnswer } from './answer.js';
import type { Question } from './question.js';
import { canBeSaved, nameOf, savedAs, SAY_TOO_MANY } from './saved.js';

const createSaved = () => createRows('saved-search', () => ({ person: me() }));

/** Keeps what is asked, to be told when another mentor matches; or says that it is kept, with the way back. */
export function SaveSearch(props: { question: Question; answer: DirectoryAnswer }): JSX.Element {
  const saved = createSaved();
  const sending = createSending();
  let place: HTMLDivElement | undefined;
  const asked = () => savedAs(props.question);
  const kept = () => saved().find((row) => row.asked === asked());
  // The button that was pressed gives way to the other.
  const stay = () => queueMicrotask(() => place?.querySelector('button')?.focus());
  const save = async () => {
    const data = { person: me(), search: newId(), name: nameOf(props.question, props.answer), asked: asked() };
    if (await sending.send('SaveSearch', data, { saved: saying('Search saved. We look once a day.') })) stay();
  };
  const remove = async (search: string) => {
    if (await sending.send('RemoveSearch', { person: me(), search }, { saved: saying('Search removed.') })) stay();
  };
  return (
    <Show when={asked() && !saved.loading}>
      <div class="stack stack--tight" ref={(element) => (place = element)}>
        <Show
          when={kept()}
          fallback={
            <Show when={canBeSaved(props.answer)}>
              <Button tone="quiet" small pending={sending.pending()} onPress={() => void save()}>
                Save this search
              </Button>
            </Show>
          }
        >
          {(row) => (
            <div class="line line--wrap line--tight">
              <span class="small muted">{canBeSaved(props.answer) ? 'We tell you when another mentor matches.' : SAY_TOO_MANY}</span>
              <Button tone="plain" small pending={sending.pending()} onPress={() => void remove(row().search)}>
                Remove search
              </Button>
            </div>
          )}
        </Show>
        <Refused sending={sending} />
      </div>
    </Show>
  );
}

/** The searches that this person keeps. */
export function SavedSearches(): JSX.Element {
  const saved = createSaved();
  const sending = createSending();
  let place: HTMLDetailsElement | undefined;
  const remove = async (search: string) => {
    const at = saved().findIndex((row) => row.search === search);
    if (!(await sending.send('RemoveSearch', { person: me(), search }, { saved: saying('Search removed.') }))) return;
    // The button goes with its line: the next one has the focus, or the heading.
    queueMicrotask(() => {
      const left = [...(place?.querySelectorAll<HTMLElement>('.icon-button') ?? [])];
      (left[Math.min(at, left.length - 1)] ?? document.querySelector<HTMLElement>('.directory__head input'))?.focus();
    });
  };
  return (
    <Show when={saved().length > 0}>
      <details class="directory__facet fold" open ref={(element) => (place = element)}>
        <summary>{atStart(count(saved().length, 'saved search', 'saved searches'))}</summary>
        <Refused sending={sending} />
        <List each={saved().map(({ search }) => search)}>
          {(search) => (
            <Show when={saved().find((row) => row.search === search)}>
              {(row) => (
                <Row
                  title={<Link href={`/directory?${row().asked}`}>{row().name || 'Search'}</Link>}
                  end={
                    <button type="button" class="icon-button" aria-label={`Remove ${row().name}`} onClick={() => void remove(search)}>
                      <X size="1.125rem" aria-hidden="true" />
                    </button>
                  }
                />
              )}
            </Show>
          )}
        </List>
      </details>
    </Show>
  );
}

/** Leads from a notice to the search that it is about. */
export function OpenSaved(props: { search: string }): JSX.Element {
  const row = createView('saved-search', () => props.search);
  const navigate = useNavigate();
  createEffect(() => {
    const found = row();
    if (found) navigate(`/directory?${found.asked}`, { replace: true, scroll: false });
  });
  return (
    <Show when={row.gone}>
      <Notice>You have removed this search, so we do not look for it any more.</Notice>
    </Show>
  );
}
