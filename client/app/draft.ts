import { createMemo, createSignal, untrack, type Signal } from 'solid-js';
import { me, replica, type Replica } from '../replica/index.js';

/** How many unfinished forms are kept; the oldest gives way. */
const KEPT_LIMIT_DRAFTS = 200;

const kept = new Map<string, Signal<unknown>>();
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
}

/** Something half-written in several fields. */
export interface FormDraft<Fields> extends Draft<Fields> {
  /** One of its fields, as a signal. */
  readonly field: <Name extends keyof Fields>(name: Name) => readonly [() => Fields[Name], (next: Fields[Name]) => void];
}

function wipe(): void {
  for (const [, set] of kept.values()) set(undefined);
  kept.clear();
  changed();
}

/** Another person at the same keyboard finds none of it, and nobody does after a sign-out. A session that ran out is another thing: its owner goes on. */
function cellOf(key: string): Signal<unknown> {
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
  const cell = createSignal<unknown>(undefined);
  kept.set(key, cell);
  return cell;
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Text being typed, kept in memory under `key` until the tab closes. Until the person types it follows `start`; undoing returns to it. */
export function createDraft<Value extends object | string>(key: () => string, start: () => Value): Draft<Value> {
  const cell = createMemo(() => cellOf(key()));
  const typed = () => cell()[0]() as Value | undefined;
  const put = (next: Value | undefined) => {
    cell()[1](() => next);
    changed();
  };
  return {
    value: () => typed() ?? start(),
    typed: () => typed() !== undefined,
    set: (next) => put(alike(next, untrack(start)) ? undefined : next),
    drop: () => put(undefined),
  };
}

/** One field that starts empty. */
export const createTextDraft = (key: () => string): Draft<string> => createDraft<string>(key, () => '');

/** A form that starts with these fields as they stand now: later news does not write over what is being changed. */
export function createFormDraft<Fields extends object>(key: () => string, start: Fields): FormDraft<Fields> {
  const draft = createDraft<Fields>(key, () => start);
  return {
    ...draft,
    field: (name) => [() => draft.value()[name], (next) => draft.set({ ...untrack(draft.value), [name]: next })],
  };
}

/** Whether anything is half-written, on whatever screen. */
export const halfWritten = (): boolean => {
  changes();
  return [...kept.values()].some(([typed]) => typed() !== undefined);
};
