import { createMemo, createUniqueId, For, type JSX } from 'solid-js';
import { Button } from './button.js';
import { dayAfter, daysBetween, sayDate } from './words.js';

const HEIGHT = 72;
const TALLEST = 62;
const WEEK_DAYS = 7;

export interface Band {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Its name is on a second line where there is little room, and left out where there is least. */
  readonly minor?: boolean;
  /** It begins near the end: its name is left out where there is least room. */
  readonly late?: boolean;
}

/**
 * A timeline of the school year: terms, event ticks, one marker. A native range gives days by arrow and weeks by Page Up; two buttons avoid
 * dragging.
 */
export function Scrubber(props: {
  label: string;
  from: string;
  to: string;
  value: string;
  onInput: (day: string) => void;
  ticks: readonly { readonly day: string; readonly count: number }[];
  bands: readonly Band[];
  end?: JSX.Element;
}) {
  const id = createUniqueId();
  const length = () => Math.max(1, daysBetween(props.from, props.to));
  const at = (day: string) => Math.min(length(), Math.max(0, daysBetween(props.from, day)));
  const go = (days: number) => props.onInput(dayAfter(props.from, Math.min(length(), Math.max(0, days))));
  const most = createMemo(() => props.ticks.reduce((max, tick) => Math.max(max, tick.count), 1));
  // Square roots keep a quiet week visible beside a busy one.
  const drawn = createMemo(() =>
    props.ticks.map((tick) => ({
      x: at(tick.day),
      line: `M${at(tick.day)} ${HEIGHT}V${(HEIGHT - 4 - Math.sqrt(tick.count / most()) * (TALLEST - 4)).toFixed(1)}`,
    })),
  );
  const lines = (later: boolean) =>
    drawn()
      .filter((tick) => tick.x > at(props.value) === later)
      .map((tick) => tick.line)
      .join('');
  const leap = (event: KeyboardEvent) => {
    const days = event.key === 'PageUp' ? WEEK_DAYS : event.key === 'PageDown' ? -WEEK_DAYS : 0;
    if (!days) return;
    event.preventDefault();
    go(at(props.value) + days);
  };
  return (
    <div class="scrubber">
      <div class="scrubber__terms" aria-hidden="true">
        <For each={props.bands}>
          {(band) => (
            <span
              class="scrubber__term"
              classList={{ 'scrubber__term--minor': band.minor, 'scrubber__term--late': band.late }}
              style={{ '--at': `${(100 * at(band.from)) / length()}%` }}
            >
              {band.label}
            </span>
          )}
        </For>
      </div>
      <svg class="scrubber__planner" viewBox={`0 0 ${length()} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <For each={props.bands}>
          {(band) => (
            <rect class="scrubber__band" x={at(band.from)} y="0" width={Math.max(0, at(band.to) - at(band.from))} height={HEIGHT} />
          )}
        </For>
        <path class="scrubber__tick" d={lines(false)} fill="none" />
        <path class="scrubber__tick scrubber__tick--later" d={lines(true)} fill="none" />
        <line class="scrubber__base" x1="0" x2={length()} y1={HEIGHT} y2={HEIGHT} />
        <line class="scrubber__now" x1={at(props.value)} x2={at(props.value)} y1="-6" y2={HEIGHT + 8} />
      </svg>
      <label class="unseen" for={id}>
        {props.label}
      </label>
      <input
        class="scrubber__input"
        id={id}
        type="range"
        min="0"
        max={length()}
        step="1"
        value={at(props.value)}
        aria-valuetext={sayDate(props.value)}
        onInput={(event) => go(event.currentTarget.valueAsNumber)}
        onKeyDown={leap}
      />
      <div class="scrubber__foot">
        <div class="line line--tight">
          <Button tone="plain" small onPress={() => go(at(props.value) - WEEK_DAYS)}>
            Previous week
          </Button>
          <Button tone="plain" small onPress={() => go(at(props.value) + WEEK_DAYS)}>
            Next week
          </Button>
        </div>
        {props.end}
      </div>
    </div>
  );
}

/** What happened, in order, in words. `fresh` entries fade from marigold. */
export const Timeline = (props: {
  entries: readonly { readonly when: string; readonly words: JSX.Element; readonly fresh?: boolean }[];
}) => (
  <ol class="timeline" role="list">
    <For each={props.entries}>
      {(entry) => (
        <li class={entry.fresh ? 'timeline__entry timeline__entry--new' : 'timeline__entry'}>
          <span class="label">{entry.when}</span>
          <p>{entry.words}</p>
        </li>
      )}
    </For>
  </ol>
);
