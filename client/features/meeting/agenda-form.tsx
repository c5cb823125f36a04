import { createSignal, Index, Show, type JSX } from 'solid-js';
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import X from 'lucide-solid/icons/x';
import { createSending, newId } from '../../replica/index.js';
import { Button, Notice, onShown, saying, TextField } from '../../ui/index.js';
import { createDraft } from '../../app/draft.js';
import { Refused, submitting } from '../../shared/forms.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';
import { AGENDA_LIMIT_ITEMS, mergeAgendas, moved, NEW_ITEM_MINUTES, type AgendaItem } from '../../shared/meetings/agenda.js';

interface Typed {
  /** What the form started from, so that what the other adds meanwhile is kept. */
  readonly base: readonly AgendaItem[];
  readonly items: readonly AgendaItem[];
}
const ITEM_LIMIT_MINUTES = 120;

/** The agenda as a form: words, minutes, order by buttons. `adding` begins with an empty item at the end. */
export function AgendaForm(props: { meeting: WholeMeeting; adding: boolean; onLeave: () => void }): JSX.Element {
  const sending = createSending();
  const [list, setList] = createSignal<HTMLElement>();
  const [said, setSaid] = createSignal('');
  // Copies: rows change in place, and the form must remember what it started from.
  const current = () => (props.meeting.agenda?.items ?? []).map((item) => ({ ...item }));
  const draft = createDraft<Typed>(
    () => `agenda:${props.meeting.meeting}`,
    () => ({ base: current(), items: current() }),
  );
  const items = () => draft.value().items;
  const write = (next: readonly AgendaItem[]) => draft.set({ base: draft.value().base, items: next });
  const focus = (at: number, what: string) =>
    queueMicrotask(() => list()?.querySelectorAll('li')[at]?.querySelector<HTMLElement>(what)?.focus());
  const put = (at: number, change: Partial<AgendaItem>) =>
    write(items().map((item, index) => (index === at ? { ...item, ...change } : item)));
  const add = () => {
    write([...items(), { id: newId(), title: '', minutes: NEW_ITEM_MINUTES }]);
    focus(items().length - 1, 'input');
  };
  const move = (at: number, by: number) => {
    write(moved(items(), at, by));
    setSaid(`${items()[at + by]?.title || 'This item'} is now number ${at + by + 1} of ${items().length}.`);
    const stillThere = by < 0 ? at + by > 0 : at + by < items().length - 1;
    focus(at + by, `[data-way="${by < 0 === stillThere ? 'up' : 'down'}"]`);
  };
  const remove = (at: number) => {
    write(items().filter((_, index) => index !== at));
    focus(Math.max(0, at - 1), 'input');
  };
  const [missing, setMissing] = createSignal<readonly boolean[]>([]);
  /** An item whose words were taken out, and the first of a form that says nothing at all. Others that are empty are left out. */
  const lacksWords = ({ id, title }: AgendaItem, at: number): boolean =>
    !title.trim() && (draft.value().base.some((before) => before.id === id) || (at === 0 && items().every((one) => !one.title.trim())));
  const save = async () => {
    setMissing(items().map(lacksWords));
    if (missing().includes(true)) return;
    const mine = items().filter(({ title }) => title.trim());
    const now = current();
    const merged = mergeAgendas(draft.value().base, mine, now);
    const about = { meeting: props.meeting.meeting, seen: now.map(({ id }) => id) };
    if (
      !(await sending.send(
        'SetAgenda',
        { ...about, items: merged, letGo: [] },
        { draft, saved: saying('Agenda saved. You can both see it.') },
      ))
    )
      return;
    props.onLeave();
  };
  onShown(() => (props.adding && items().at(-1)?.title !== '' ? add() : focus(props.adding ? items().length - 1 : 0, 'input')));
  const problem = (at: number, field: 'title' | 'minutes') => sending.problem(`items.${at}.${field}`);
  return (
    <form class="stack" novalidate onSubmit={submitting(() => void save())}>
      <Refused sending={sending} beside={items().flatMap((_, at) => [`items.${at}.title`, `items.${at}.minutes`])} />
      <Show when={draft.typed() && !sameItems(draft.value().base, current())}>
        <Notice>The agenda changed while you were editing. We keep both sets of changes when you save.</Notice>
      </Show>
      <ol class="agenda-form" role="list" ref={setList}>
        <Index each={items()}>
          {(item, at) => (
            <li>
              <TextField
                label={`Item ${at + 1}`}
                maxlength={160}
                value={item().title}
                onInput={(title) => put(at, { title })}
                error={missing()[at] ? 'Enter what you want to talk about, or remove this item.' : problem(at, 'title')}
              />
              <div class="agenda-form__foot">
                <TextField
                  label={`Minutes for item ${at + 1}`}
                  unlabelled
                  kind="number"
                  min={1}
                  max={ITEM_LIMIT_MINUTES}
                  value={String(item().minutes)}
                  onInput={(minutes) => put(at, { minutes: Math.round(Number(minutes)) })}
                  error={problem(at, 'minutes')}
                />
                <span class="small muted" aria-hidden="true">
                  min
                </span>
                <span class="agenda-form__ways">
                  <Way label={`Move item ${at + 1} up`} way="up" disabled={at === 0} onPress={() => move(at, -1)} />
                  <Way label={`Move item ${at + 1} down`} way="down" disabled={at === items().length - 1} onPress={() => move(at, 1)} />
                  <button type="button" class="icon-button" aria-label={`Remove item ${at + 1}`} onClick={() => remove(at)}>
                    <X size="1.125rem" aria-hidden="true" />
                  </button>
                </span>
              </div>
            </li>
          )}
        </Index>
      </ol>
      <span class="unseen" role="status">
        {said()}
      </span>
      <Show when={items().length < AGENDA_LIMIT_ITEMS}>
        <div>
          <Button tone="plain" small onPress={add}>
            Add an item
          </Button>
        </div>
      </Show>
      <div class="line line--wrap line--tight">
        <Button type="submit" pending={sending.pending()}>
          Save agenda
        </Button>
        <Button
          tone="quiet"
          onPress={() => {
            draft.drop();
            props.onLeave();
          }}
        >
          {' '}
          Cancel
        </Button>
      </div>
    </form>
  );
}

const sameItems = (a: readonly AgendaItem[], b: readonly AgendaItem[]): boolean =>
  a.length === b.length && a.every((item, at) => item.id === b[at]?.id && item.title === b[at]?.title && item.minutes === b[at]?.minutes);

const Way = (props: { label: string; way: 'up' | 'down'; disabled: boolean; onPress: () => void }) => (
  <button
    type="button"
    class="icon-button"
    data-way={props.way}
    aria-label={props.label}
    disabled={props.disabled}
    onClick={() => props.onPress()}
  >
    <Show when={props.way === 'up'} fallback={<ArrowDown size="1.125rem" aria-hidden="true" />}>
      <ArrowUp size="1.125rem" aria-hidden="true" />
    </Show>
  </button>
);
