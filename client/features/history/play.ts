import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';
import { dayAfter } from '../../ui/index.js';

/** A week of the programme passes in this time, in milliseconds; slower for those who ask for little motion. */
const STEP_MS = 900;
const CALM_STEP_MS = 2_400;
const STEP_DAYS = 7;

/** Plays a programme forward a week at a time: never faster than the hub answers, and it stops by itself at the end. */
export function createPlay(options: {
  readonly day: Accessor<string | undefined>;
  readonly to: Accessor<string | undefined>;
  /** What is on the screen belongs to the day. */
  readonly shown: Accessor<boolean>;
  readonly go: (day: string) => void;
}) {
  const [playing, setPlaying] = createSignal(false);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const atEnd = () => (options.day() ?? '') >= (options.to() ?? '');
  createEffect(() => {
    if (!playing() || !options.shown()) return;
    const day = options.day();
    const to = options.to();
    if (day === undefined || to === undefined || day >= to) return void setPlaying(false);
    const next = dayAfter(day, STEP_DAYS);
    const timer = setTimeout(() => options.go(next > to ? to : next), calm ? CALM_STEP_MS : STEP_MS);
    onCleanup(() => clearTimeout(timer));
  });
  return { playing, atEnd, play: () => setPlaying(true), pause: () => setPlaying(false) };
}
