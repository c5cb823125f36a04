import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ResumeAnswer } from '@alongside/domain/protocol/messages.js';
import { earlier, later } from './positions.js';
import type { Rules } from './rules.js';
import { scopeKey, type Kept } from './scopes.js';

/** One thing that is kept in step. */
interface Followed {
  readonly kept: Kept;
  /** The position from which the line is complete for it; `undefined` until it was asked. */
  from: Position | undefined;
  /** Its oldest read that the line does not cover yet. */
  readAt: Position | undefined;
}

/** How far this browser is: from where the live line covers each thing it keeps, and the furthest position that this person was told of. */
export function createProgress(rules: Pick<Rules, 'resumesAfter'>) {
  let through: Position | undefined;
  let accepted: Position | undefined;
  const followed = new Map<string, Followed>();
  /** What the hub still keeps live for this browser, which it needs no more. */
  const dropped = new Map<string, Kept>();

  const uncovered = () => [...followed.values()].filter(({ from }) => from === undefined);
  const readsOf = (some: readonly Followed[]) => some.flatMap(({ readAt }) => (readAt === undefined ? [] : [readAt]));

  /** The line answered for these, asked to begin after `from`. `whole`: for everything that is kept. */
  function resumed(asked: readonly Kept[], from: Position | undefined, answer: ResumeAnswer, whole = true): void {
    const start = answer.kind === 'resumed' && from !== undefined ? from : (answer.through ?? ('' as Position));
    for (const kept of asked) {
      const one = followed.get(scopeKey(kept));
      if (!one) continue;
      // Read while the line was being asked, from before it begins: it is asked for that again ([RP8]).
      if (answer.kind === 'resumed' && (one.readAt ?? start) < start) continue;
      if (one.from === undefined || answer.kind === 'reset') one.from = start;
      one.readAt = undefined;
    }
    if (answer.through !== null) through = whole && answer.kind === 'reset' ? answer.through : later(through, answer.through);
  }

  /** The line does not go on for these after all: it is asked again to begin where it should have. */
  function notResumed(asked: readonly Kept[], from: Position | undefined): void {
    for (const kept of asked) {
      const one = followed.get(scopeKey(kept));
      if (!one) continue;
      one.from = undefined;
      one.readAt = earlier(one.readAt, from);
    }
  }

  return {
    /** Adds to what is kept. False where it is kept already. */
    want: (kept: Kept): boolean => {
      const key = scopeKey(kept);
      if (followed.has(key)) return false;
      followed.set(key, { kept, from: undefined, readAt: undefined });
      dropped.delete(key);
      return true;
    },
    /** Keeps something no longer. */
    drop: (kept: Kept): void => {
      if (followed.delete(scopeKey(kept))) dropped.set(scopeKey(kept), kept);
    },
    isWanted: (kept: Kept): boolean => followed.has(scopeKey(kept)),
    all: (): readonly Kept[] => [...followed.values()].map(({ kept }) => kept),
    /** What the line was not asked for yet. */
    added: (): readonly Kept[] => uncovered().map(({ kept }) => kept),
    /** What it is to be told to keep no more; asked for once. */
    takeDropped: (): readonly Kept[] => {
      const all = [...dropped.values()];
      dropped.clear();
      return all;
    },
    hasDropped: (): boolean => dropped.size > 0,
    /** The line was not asked for all of it yet. */
    isIncomplete: (): boolean => uncovered().length > 0,
    coveredFrom: (kept: Kept): Position | undefined => followed.get(scopeKey(kept))?.from,
    /** How far what is kept goes: to what was last heard, or to its oldest read; `undefined` where neither is known. */
    goesTo: (kept: Kept): Position | undefined => {
      const one = followed.get(scopeKey(kept));
      return one && (one.from === undefined ? one.readAt : through);
    },
    /** Something was read as of a position. Remembered while the line does not cover it ([RP5]). */
    read: (kept: Kept, at: Position): void => {
      const one = followed.get(scopeKey(kept));
      if (one && one.from === undefined) one.readAt = earlier(one.readAt, at);
    },
    /** Where the line goes on for everything. */
    resumesAfter: (): Position | undefined => rules.resumesAfter(through, readsOf([...followed.values()])),
    /** Where it begins for what was added: nothing of that was heard before. */
    beginsAfter: (): Position | undefined => rules.resumesAfter(undefined, readsOf(uncovered())),
    /** The line answered for these, asked to begin after `from`. */
    resumed,
    notResumed,
    through: (): Position | undefined => through,
    heard: (position: Position): void => void (through = later(through, position)),
    accepted: (position: Position): void => void (accepted = later(accepted, position)),
    /** Headers of a read: it must not go back behind what this person was told, whichever hub process answers ([RP7]). */
    after: (least?: Position): Readonly<Record<string, string>> => {
      const position = later(later(accepted, through), least);
      return position === undefined ? {} : { 'x-alongside-after': position };
    },
    /** The line was closed: it covers nothing, and the next person was told of nothing. */
    forget: (): void => {
      through = accepted = undefined;
      dropped.clear();
      for (const one of followed.values()) one.from = one.readAt = undefined;
    },
  };
}
export type Progress = ReturnType<typeof createProgress>;
