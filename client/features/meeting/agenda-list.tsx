import { isOpen } from '@alongside/domain/meetings/states.js';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { createSending, newId } from '../../replica/index.js';
import { Button, sayMinutes, Section, Skeleton } from '../../ui/index.js';
import { Refused } from '../../shared/forms.js';
import type { WholeMeeting } from '../../shared/meetings/content.js';
import type { Meeting } from '../../shared/pair/pair.js';
import { totalMinutes, usualAgenda, type AgendaItem } from '../../shared/meetings/agenda.js';
import { AgendaForm } from './agenda-form.js';
import { TimerPanel } from './timer-panel.js';
import { timerOf } from './timer.js';

/** The agenda as it is read in a meeting: numbered, with its minutes, the item that is on marked. */
export function Agenda(props: { meeting: WholeMeeting; number: number | undefined; begun: boolean; over: boolean }): JSX.Element {
  const [editing, setEditing] = createSignal<'no' | 'edit' | 'add'>('no');
  let opener: HTMLDivElement | undefined;
  const items = () => props.meeting.agenda?.items ?? [];
  const open = () => !props.over && isOpen(props.meeting);
  const [timer] = timerOf(props.meeting.meeting);
  const leave = () => {
    setEditing('no');
    queueMicrotask(() => opener?.querySelector<HTMLElement>('button')?.focus());
  };
  return (
    <Section title="Agenda">
      <Show
        when={editing() === 'no' || !open()}
        fallback={<AgendaForm meeting={props.meeting} adding={editing() === 'add'} onLeave={leave} />}
      >
        <Show
          when={items().length}
          fallback={
            <Show when={props.number} fallback={<Skeleton lines={1} label="Loading agenda" />}>
              {(number) => <Empty meeting={props.meeting} number={number()} open={open()} />}
            </Show>
          }
        >
          <ol class="agenda" role="list">
            <For each={items()}>
              {(item, index) => (
                <li
                  class={timer()?.item === item.id && open() ? 'agenda__item agenda__item--on' : 'agenda__item'}
                  aria-current={timer()?.item === item.id && open() ? 'step' : undefined}
                >
                  <span class="agenda__number">{index() + 1}</span>
                  <span class="agenda__title">{item.title}</span>
                  <span class="agenda__minutes">{item.minutes} min</span>
                </li>
              )}
            </For>
          </ol>
          <p class="small muted">
            {sayMinutes(totalMinutes(items()))} in total{over(items(), props.meeting)}
          </p>
        </Show>
        <CarriedOn meeting={props.meeting} />
        <Show when={open()}>
          <div class="line line--wrap line--tight" ref={(element) => (opener = element)}>
            <Button tone="quiet" onPress={() => setEditing('add')}>
              Add to the agenda
            </Button>
            <Show when={items().length}>
              <Button tone="plain" onPress={() => setEditing('edit')}>
                {' '}
                Edit agenda
              </Button>
            </Show>
          </div>
        </Show>
        <Show when={open() && props.meeting.status === 'booked' && props.begun && items().length}>
          <TimerPanel meeting={props.meeting.meeting} items={items()} />
        </Show>
      </Show>
    </Section>
  );
}

function over(items: readonly AgendaItem[], { time }: Meeting): string {
  const beyond = time ? totalMinutes(items) - time.minutes : 0;
  return beyond > 0 ? `, ${sayMinutes(beyond)} more than you booked` : '';
}

/** Nothing on it yet: the usual agenda for this stage is one press away. */
function Empty(props: { meeting: WholeMeeting; number: number; open: boolean }): JSX.Element {
  const sending = createSending();
  const usual = () => usualAgenda(props.number, props.meeting.time?.minutes ?? props.meeting.times[0]?.minutes ?? 45, newId);
  // Pressed again before the hub has answered, it would be there twice.
  const start = async () =>
    sending.waiting() || sending.send('SetAgenda', { meeting: props.meeting.meeting, items: usual(), letGo: [], seen: [] });
  return (
    <Show when={props.open} fallback={<p class="muted">There was no agenda.</p>}>
      <div class="stack">
        <p class="muted">No agenda yet. Either of you can start it.</p>
        <Refused sending={sending} />
        <div>
          <Button tone="quiet" pending={sending.pending()} onPress={() => void start()}>
            Start from the usual agenda
          </Button>
        </div>
      </div>
    </Show>
  );
}

const CarriedOn = (props: { meeting: WholeMeeting }): JSX.Element => (
  <Show when={props.meeting.carriedOver.some(({ item }) => item.title)}>
    <p class="small muted">
      Carried over to next time:{' '}
      {props.meeting.carriedOver
        .map(({ item }) => item.title)
        .filter(Boolean)
        .join(' · ')}
    </p>
  </Show>
);
