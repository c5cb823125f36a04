import { createMemo, createSignal, untrack, type Signal } from 'solid-js';
import { me } from '../../replica/index.js';

/** How many unfinished forms are kept; the oldest gives way. */
const KEPT_LIMIT_DRAFTS = 200;

const kept = new Map<string, Signal<unknown>>();
let owner: string | undefined;

/** Something half-written. */
export interface Draft<Value> {
  /** What was typed, or what it started from. */
  readonly value: () => Value;
  /** Whether anything was typed that is not sent yet. */
  readonly typed: () => boolean;
  readonly set: (next: Value) => void;
  readonly drop: () => void;
}

/** Another person at the same keyboard finds none of it. */
function cellOf(key: string): Signal<unknown> {
  const person = untrack(me);
  if (owner !== person) kept.clear();
  owner = person;
  const found = kept.get(key);
  if (found) return found;
  const oldest = kept.size >= KEPT_LIMIT_DRAFTS ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  const cell = createSignal<unknown>(undefined);
  kept.set(key, cell);
  return cell;
}

/**
 * What somebody is typing, kept in memory under `key` while they look at other screens or are refused; it ends with the tab. Until they
 * type, it follows `start`.
 */
export function createDraft<Value extends object | string>(key: () => string, start: () => Value): Draft<Value> {
  const cell = createMemo(() => cellOf(key()));
  const typed = () => cell()[0]() as Value | undefined;
  return {
    value: () => typed() ?? start(),
    typed: () => typed() !== undefined,
    set: (next) => void cell()[1](() => next),
    drop: () => void cell()[1](() => undefined),
  };
}

/** One field that starts empty. */
export const createTextDraft = (key: () => string): Draft<string> => createDraft<string>(key, () => '');
