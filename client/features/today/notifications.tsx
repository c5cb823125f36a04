import { isOfThePast } from '@alongside/domain/notices/past.js';
import { wordsOf } from '@alongside/domain/notices/words.js';
import { createMemo, createSignal, For, Show, type JSX } from 'solid-js';
import { createAct } from '../../app/act.js';
import { createRows, createView, me, type ViewRows } from '../../replica/index.js';
import { Button, calledName, dayOf, daysBetween, Link, sayDayNear, Section, WordToCome } from '../../ui/index.js';
import { createWho } from '../../shared/people/person-name.js';
import { midSentence } from '@alongside/domain/text/mid-sentence.js';

type Notice = ViewRows['notice'];

/** Older notifications no longer show on Today: what they are about shows where it happened. */
const SHOWN_DAYS = 28;
/** So many show at first; the rest on request. */
const SHOWN_AT_FIRST = 4;
const HUB = 'hub';

/** What happened that concerns this person and asks nothing of them: newest first, each with a link and a way to dismiss it. */
export function Notifications(props: { now: string }): JSX.Element {
  const rows = createRows('notice', () => ({ person: me() }));
  const recent = createMemo(() =>
    rows()
      .filter((one) => one.listed && !isOfThePast(one, props.now) && daysBetween(dayOf(one.at), dayOf(props.now)) <= SHOWN_DAYS)
      .toSorted((a, b) => (a.at < b.at ? 1 : -1)),
  );
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? recent() : recent().slice(0, SHOWN_AT_FIRST));
  const dismissing = createAct();
  const dismiss = (notices: readonly Notice[]) =>
    void dismissing.run('DismissNotices', { person: me(), notices: notices.map(({ notice }) => notice) });
  return (
    <Show when={recent().length}>
      <Section
        title="Notifications"
        action={
          <Button tone="plain" small pending={dismissing.pending()} onPress={() => dismiss(recent())}>
            Dismiss all
          </Button>
        }
      >
        <ul class="list" role="list">
          <For each={shown()}>{(notice) => <Notification of={notice} onDismiss={() => dismiss([notice])} />}</For>
        </ul>
        <Show when={recent().length > shown().length}>
          <div>
            <Button tone="quiet" small onPress={() => setAll(true)}>
              Show all {recent().length}
            </Button>
          </div>
        </Show>
      </Section>
    </Show>
  );
}

function Notification(props: { of: Notice; onDismiss: () => void }): JSX.Element {
  const words = createWords(() => props.of);
  return (
    <Show
      when={words()}
      fallback={
        <li>
          <WordToCome />
        </li>
      }
    >
      {(said) => (
        <li>
          <div class="row row--wrap">
            <div class="row__main">
              <p>
                <strong>{said().title}</strong> <span class="small muted">· {sayDayNear(dayOf(props.of.at))}</span>
              </p>
              <p class="small muted">
                {said().body.join(' ')}{' '}
                <Link href={said().link.path} about={`: ${said().title}`}>
                  {said().link.says}
                </Link>
              </p>
            </div>
            <Button tone="plain" small onPress={props.onDismiss}>
              Dismiss<span class="unseen">: {said().title}</span>
            </Button>
          </div>
        </li>
      )}
    </Show>
  );
}

/** The words of a notice once every name in them is read: whom they name, the words themselves say. */
function createWords(notice: () => Notice) {
  const institution = createView('institution', () => notice().institution ?? undefined);
  const wordsWith = (name: (person: string) => string, gone: (person: string) => boolean) =>
    wordsOf({ ...notice(), to: notice().person, institution: institution()?.details.name ?? '', name, gone });
  const people = createMemo(() => {
    const named = new Set<string>();
    const note = (id: string) => void named.add(id);
    wordsWith(
      (id) => (note(id), id),
      (id) => (note(id), false),
    );
    named.delete(HUB);
    return new Map([...named].map((id) => [id, { who: createWho(() => id), row: createView('person', () => id) }]));
  });
  return createMemo(() => {
    const known = people();
    if ([...known.values()].some(({ who }) => !who().name) || (notice().institution && institution.loading)) return undefined;
    const words = wordsWith(
      (id) => (id === HUB ? 'Alongside' : calledName(known.get(id)?.who())),
      (id) => known.get(id)?.row()?.erased ?? false,
    );
    return words && { ...words, title: midSentence(words.title), body: words.body.map(midSentence) };
  });
}
