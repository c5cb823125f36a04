import { createMemo, createSignal, untrack, type Signal } from 'solid-js';
import { me, replica, type Replica } from '../replica/index.js';

/** How many unfinished forms are kept; the oldest gives way. */
const KEPT_LIMIT_DRAFTS = 200;

/** What was typed under a key, and what was sent of it and is not answered yet, the newest last. */
interface Cell {
  readonly typed: Signal<unknown>;
  readonly away: { words: unknown }[];
}
const kept = new Map<string, Cell>();
const [changes, setChanges] = createSignal(0);
const changed = () => void setChanges((count) => count + 1);
let owner: string | undefined;
let watched: Replica | undefined;

/** Something half-written. */
export interface Draft<Value> {
  /** What was typed, or what it started from. */
  readonly value: () => Value;
  /** Whether anything was typed that is not sent yet. */
  readonly typed: () => boolean;
  readonly set: (next: Value) => void;
  readonly drop: () => void;
  /** Takes what was typed out of the form, because it was sent. Where it was not saved, it comes back, unless something else was typed since. */
  readonly aside: () => (saved: boolean) => void;
  /** Changes what was typed, in the form and where it is on its way: some of it was dealt with. */
  readonly amend: (change: (typed: Value) => Value) => void;
}

/** Something half-written in several fields. */
export interface FormDraft<Fields> extends Draft<Fields> {
  /** One of its fields, as a signal. */
  readonly field: <Name extends keyof Fields>(name: Name) => readonly [() => Fields[Name], (next: Fields[Name]) => void];
}

function wipe(): void {
  for (const { typed } of kept.values()) typed[1](undefined);
  kept.clear();
  changed();
}

/** Another person at the same keyboard finds none of it, and nobody does after a sign-out. A session that ran out is another thing: its owner goes on. */
function cellOf(key: string): Cell {
  const person = untrack(me);
  const current = replica();
  if (owner !== person || watched !== current) wipe();
  if (watched !== current) current.onForgotten(wipe);
  owner = person;
  watched = current;
  const found = kept.get(key);
  if (found) return found;
  const oldest = kept.size >= KEPT_LIMIT_DRAFTS ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  const cell: Cell = { typed: createSignal<unknown>(undefined), away: [] };
  kept.set(key, cell);
  return cell;
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Text being typed, kept in memory under `key` until the tab closes. Until the person types it follows `start`; undoing returns to it. */
export function createDraft<Value extends object | string>(key: () => string, start: () => Value): Draft<Value> {
  const cell = createMemo(() => cellOf(key()));
  const typedIn = ({ typed }: Cell) => typed[0]() as Value | undefined;
  const putIn = ({ typed }: Cell, next: Value | undefined) => {
    typed[1](() => next);
    changed();
  };
  const typed = () => typedIn(cell());
  const put = (next: Value | undefined) => putIn(cell(), next);
  const write = (next: Value) => put(alike(next, untrack(start)) ? undefined : next);
  return {
    value: () => typed() ?? start(),
    typed: () => typed() !== undefined,
    set: write,
    drop: () => put(undefined),
    aside: () => {
      // The form may be about something else by the time that an answer comes.
      const from = untrack(cell);
      const sent = { words: untrack(() => typedIn(from)) };
      from.away.push(sent);
      putIn(from, undefined);
      return (saved) => {
        from.away.splice(from.away.indexOf(sent), 1);
        if (!saved && untrack(() => typedIn(from)) === undefined) putIn(from, sent.words as Value | undefined);
      };
    },
    amend: (change) => {
      const [now, { away }] = untrack(() => [typed(), cell()] as const);
      if (now !== undefined) write(change(now));
      for (const sent of away) if (sent.words !== undefined) sent.words = change(sent.words as Value);
    },
  };
}

/** One field that starts empty. */
export const createTextDraft = (key: () => string): Draft<string> => createDraft<string>(key, () => '');

/**
 * A form that starts with these fields as they are now, or as last sent and unanswered: a later change does not overwrite what is being
 * edited.
 */
export function createFormDraft<Fields extends object>(key: () => string, start: Fields): FormDraft<Fields> {
  const from = (untrack(() => cellOf(key())).away.at(-1)?.words as Fields | undefined) ?? start;
  const draft = createDraft<Fields>(key, () => from);
  return {
    ...draft,
    field: (name) => [() => draft.value()[name], (next) => draft.set({ ...untrack(draft.value), [name]: next })],
  };
}

/** Whether anything is half-written, on whatever screen. */
export const halfWritten = (): boolean => {
  changes();
  return [...kept.values()].some(({ typed }) => typed[0]() !== undefined);
};
