import { Show, type JSX } from 'solid-js';
import { Button } from '../../ui/index.js';
import { createNow } from '../../shared/pair/pair.js';
import type { AgendaItem } from '../../shared/meetings/agenda.js';
import { begun, going, resting, sayLeft, spentMs, timerOf } from './timer.js';

const SECOND_MS = 1_000;

/** A timer for the item that is on: this person's own, seen and never announced. It presses nobody; it only says what is left. */
export function TimerPanel(props: { meeting: string; items: readonly AgendaItem[] }): JSX.Element {
  const [timer, setTimer] = timerOf(props.meeting);
  const now = createNow(SECOND_MS);
  const at = () => props.items.findIndex(({ id }) => id === timer()?.item);
  const item = () => props.items[at()];
  const next = () => props.items[at() + 1];
  const start = (of: AgendaItem | undefined) => setTimer(of && begun(of.id, Date.now()));
  const left = () => {
    const [running, on] = [timer(), item()];
    return running && on ? sayLeft(on.minutes, spentMs(running, Date.parse(now()))) : '';
  };
  return (
    <div class="timer">
      <Show
        when={item()}
        fallback={
          <Button tone="plain" small onPress={() => start(props.items[0])}>
            Start the timer
          </Button>
        }
      >
        <p class="timer__left" role="timer" aria-live="off" aria-label="Time for this item">
          {left()}
        </p>
        <div class="line line--wrap line--tight">
          <Show
            when={timer()?.since === undefined}
            fallback={
              <Button tone="plain" small onPress={() => setTimer((running) => running && resting(running, Date.now()))}>
                Pause
              </Button>
            }
          >
            <Button tone="plain" small onPress={() => setTimer((running) => running && going(running, Date.now()))}>
              Resume
            </Button>
          </Show>
          <Button tone="plain" small onPress={() => start(next())}>
            {next() ? 'Next item' : 'Stop the timer'}
          </Button>
        </div>
      </Show>
    </div>
  );
}
