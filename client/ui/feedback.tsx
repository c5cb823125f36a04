import { createContext, createUniqueId, For, Show, useContext, type JSX } from 'solid-js';
import { Button } from './button.js';
import { atStart, dayOf, daysBetween, sayDayNear, sayOnDay } from './words.js';

/** Something to know before going on. A `refusal` is announced at once and keeps what was typed; the rest waits its turn. */
export const Notice = (props: {
  kind?: 'info' | 'refusal' | 'good' | 'move';
  title?: string | undefined;
  foot?: JSX.Element;
  children?: JSX.Element;
}) => (
  <div class={`notice notice--${props.kind ?? 'info'}`} role={props.kind === 'refusal' ? 'alert' : undefined}>
    <Show when={props.title}>
      <p class="notice__title">{props.title}</p>
    </Show>
    <Show when={props.children}>
      <div>{props.children}</div>
    </Show>
    <Show when={props.foot}>
      <div class="notice__foot">{props.foot}</div>
    </Show>
  </div>
);

/** Whether what is being fetched cannot be, and how to try again: given once, by the code that fetches. */
export const FetchTrouble = createContext<{ readonly failing: () => boolean; readonly again: () => void }>();

interface SkeletonProps {
  readonly kind?: 'text' | 'rows' | 'page' | 'card' | undefined;
  readonly lines?: number | undefined;
  readonly label?: string | undefined;
}

/** Where something will stand while it is read for the first time. `label` says so to those who cannot see it. What cannot be read says that instead. */
export function Skeleton(props: SkeletonProps) {
  const trouble = useContext(FetchTrouble);
  return (
    <Show when={trouble?.failing()} fallback={<Bones {...props} />}>
      <div class="stack stack--tight">
        <p class="muted" role="status">
          We could not load this. Try again.
        </p>
        <div>
          <Button tone="quiet" small onPress={() => trouble?.again()}>
            Try again
          </Button>
        </div>
      </div>
    </Show>
  );
}

/** Shows a skeleton until all of it is loaded, so that a false 0 or an empty list never shows. */
export const WhenLoaded = (props: SkeletonProps & { of: readonly { readonly loading: boolean }[]; children: JSX.Element }) => (
  <Show when={!props.of.some(({ loading }) => loading)} fallback={<Skeleton kind={props.kind} lines={props.lines} label={props.label} />}>
    {props.children}
  </Show>
);

/** What could not be fetched, why not, and the way to try again. `mild`: something older stands beside it. */
export const NotFetched = (props: {
  title?: string | undefined;
  mild?: boolean;
  again?: string;
  onAgain: () => void;
  children: JSX.Element;
}) => (
  <Notice
    kind={props.mild ? 'info' : 'refusal'}
    title={props.title}
    foot={
      <Button tone="quiet" small onPress={props.onAgain}>
        {props.again ?? 'Try again'}
      </Button>
    }
  >
    {props.children}
  </Notice>
);

/** Room for one word of a sentence that is not read yet. */
export const WordToCome = () => <span class="skeleton skeleton--word" aria-hidden="true" />;

const Bones = (props: SkeletonProps) => (
  <div class="stack" aria-busy="true">
    <span class="unseen" role="status">
      {props.label ?? 'Loading'}
    </span>
    <Show when={props.kind === 'page'}>
      <span class="skeleton skeleton--text skeleton--short" aria-hidden="true" />
      <span class="skeleton skeleton--heading" aria-hidden="true" />
    </Show>
    <Show when={props.kind === 'card' || props.kind === 'page'}>
      <span class="skeleton skeleton--block" aria-hidden="true" />
    </Show>
    <Show when={props.kind !== 'card'}>
      <For each={Array.from({ length: props.lines ?? 3 })}>
        {(_, index) => (
          <div class="line" aria-hidden="true">
            <Show when={props.kind === 'rows'}>
              <span class="skeleton skeleton--circle" />
            </Show>
            <div class="grow">
              <span class="skeleton skeleton--text" />
              <Show when={props.kind === 'rows' || index() % 2 === 1}>
                <span class="skeleton skeleton--text skeleton--short" />
              </Show>
            </div>
          </div>
        )}
      </For>
    </Show>
  </div>
);

/** Long work: how far it is, in words and as a bar, and a way to stop it. Without `value` the end is not known. */
export function Progress(props: { label: string; value?: number | undefined; max?: number; words?: string; cancel?: JSX.Element }) {
  const id = createUniqueId();
  return (
    <div class="progress">
      <div class="progress__head">
        <span id={id}>{props.label}</span>
        <span class="muted">{props.words}</span>
      </div>
      <progress
        class="progress__bar"
        aria-labelledby={id}
        max={props.max ?? 1}
        {...(props.value === undefined ? {} : { value: props.value })}
      />
      <Show when={props.cancel}>
        <div>{props.cancel}</div>
      </Show>
    </div>
  );
}

/** Whether the user’s changes are saved. */
export type SaveStatus = 'everywhere' | 'sending' | 'here' | 'unable' | 'offline' | 'away' | 'refused';

const SAVE_STATUS: Record<SaveStatus, (reason: string) => string> = {
  everywhere: () => 'Saved',
  sending: () => 'Saving',
  // The browser keeps it in memory: a reload would lose it.
  here: () => 'Not saved: no connection',
  unable: () => 'Not saved: server problem',
  offline: () => 'Offline',
  away: () => 'No connection',
  refused: (reason) => `Not saved: ${reason}`,
};

/** The state of the user’s changes, in words. `reason`: why one was not saved. */
export const saySaveStatus = (status: SaveStatus, reason = ''): string => SAVE_STATUS[status](reason);

/** Saved, or not saved and why. With `onPress` it opens the reasons. */
export function SaveState(props: { status: SaveStatus; reason?: string | undefined; onPress?: (() => void) | undefined }) {
  const reason = () => (props.status === 'refused' && props.reason) || undefined;
  const words = () => (reason() ? 'Not saved' : saySaveStatus(props.status, props.reason));
  const classes = () => `save-state save-state--${props.status}`;
  const inside = () => (
    <>
      <span class="save-state__dot" aria-hidden="true" />
      <span class="save-state__words">
        {words()}
        <Show when={reason()}>{(why) => <span class="save-state__reason">: {why()}</span>}</Show>
      </span>
    </>
  );
  return (
    <Show when={props.status === 'refused' && props.onPress} fallback={<span class={classes()}>{inside()}</span>}>
      <button type="button" class={classes()} onClick={() => props.onPress?.()}>
        {inside()}
      </button>
    </Show>
  );
}

const SOON_DAYS = 2;

/**
 * A due date: “by Friday 6 March”, marked when near, or “was due on Friday 20 February”. `starts`: it begins a line. `today`: another day to
 * count from.
 */
export function DueDate(props: { day: string; verb?: string; starts?: boolean; today?: string }) {
  const today = () => props.today ?? dayOf();
  const away = () => daysBetween(today(), props.day);
  const words = () => (away() < 0 ? `was due ${sayOnDay(props.day, today())}` : `${props.verb ?? 'by'} ${sayDayNear(props.day, today())}`);
  return (
    <time dateTime={props.day} class={`due${away() < 0 ? ' due--past' : away() <= SOON_DAYS ? ' due--soon' : ''}`}>
      {props.starts ? atStart(words()) : words()}
    </time>
  );
}
