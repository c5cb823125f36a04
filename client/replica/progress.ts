import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ResumeAnswer } from '@alongside/domain/protocol/messages.js';
import { earlier, later } from './positions.js';
import type { Rules } from './rules.js';

/** How far this browser is: from where the live line covers each view, and the furthest position that this person was told of. */
export function createProgress(rules: Pick<Rules, 'resumesAfter'>) {
  let through: Position | undefined;
  let accepted: Position | undefined;
  /** Views wanted → the position from which the line is complete for them; `undefined` until it was asked. */
  const covered = new Map<string, Position | undefined>();
  /** The oldest read of views that the line does not cover yet. */
  const readAt = new Map<string, Position>();

  function resumed(views: readonly string[], from: Position | undefined, answer: ResumeAnswer): void {
    const start = answer.kind === 'resumed' && from !== undefined ? from : (answer.through ?? ('' as Position));
    for (const view of views) {
      // Read while the line was being asked, from before it begins: it is asked for that view again ([RP8]).
      if (answer.kind === 'resumed' && (readAt.get(view) ?? start) < start) continue;
      if (covered.get(view) === undefined || answer.kind === 'reset') covered.set(view, start);
      readAt.delete(view);
    }
    if (answer.through !== null) through = answer.kind === 'reset' ? answer.through : later(through, answer.through);
  }

  return {
    /** Adds a view to those wanted. False where it is one already. */
    want: (view: string): boolean => {
      if (covered.has(view)) return false;
      covered.set(view, undefined);
      return true;
    },
    views: (): string[] => [...covered.keys()],
    /** The line was not asked for all of the views yet. */
    isIncomplete: (): boolean => [...covered.values()].includes(undefined),
    coveredFrom: (view: string): Position | undefined => covered.get(view),
    /** A view was read as of a position. Remembered while the line does not cover it ([RP5]). */
    read: (view: string, at: Position): void => {
      if (covered.get(view) === undefined) readAt.set(view, earlier(readAt.get(view), at));
    },
    resumesAfter: (): Position | undefined => rules.resumesAfter(through, readAt.values()),
    /** The line answered for these views, asked to begin after `from`. */
    resumed,
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
      for (const view of covered.keys()) covered.set(view, undefined);
      readAt.clear();
    },
  };
}
export type Progress = ReturnType<typeof createProgress>;
