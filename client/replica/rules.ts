import type { Position } from '@alongside/domain/kernel/brand.js';
import type { ResumeAnswer } from '@alongside/domain/protocol/messages.js';

/**
 * The decisions of `docs/spec/replica.md`, one predicate each, with its number. `createReplica` passes them on, so that the simulation can
 * break one and must notice.
 */
export interface Rules {
  /** [RP1] What is held already includes this change of the live line. `position` is absent where the row is gone. */
  readonly changeIsOvertaken: (
    heldAsOf: Position | undefined,
    change: { readonly through: Position; readonly position?: Position },
  ) => boolean;
  /** [RP2] What is held is newer than an answer that goes as far as `through`. */
  readonly answerIsOvertaken: (heldAsOf: Position | undefined, through: Position) => boolean;
  /** [RP4] After a page with so many rows there may be another. */
  readonly hasNextPage: (rows: number, limitRows: number) => boolean;
  /** [RP25] A place in a list is not beyond where it was read to. `beyond`: how it compares with that place. */
  readonly isReached: (beyond: number) => boolean;
  /** [RP26] The line tells of the next change of a row: it is kept in step by itself, or stands in a list that is. */
  readonly isKept: (byItself: boolean, lists: number) => boolean;
  /** [RP26] A row that is held need not be read to be kept in step by itself: a list that is kept holds it, and goes to here. */
  readonly goesWithAList: (to: Position | undefined) => boolean;
  /** [RP6] A read reaches to where the live line begins, or the line will be asked to begin at the read. */
  readonly meetsTheLine: (through: Position, coveredFrom: Position | undefined) => boolean;
  /** [RP8] The position after which the line must go on: that of the oldest read which it does not cover yet, else the last one heard. */
  readonly resumesAfter: (through: Position | undefined, uncoveredReads: Iterable<Position>) => Position | undefined;
  /** [RP10] After this answer to `resume` all that is shown is read again. */
  readonly readsAfresh: (kind: ResumeAnswer['kind']) => boolean;
  /** [RP13] An answer is for the one who is at the keyboard now. */
  readonly isForTheSamePerson: (eraAsked: number, eraNow: number) => boolean;
  /** [RP15] The hub was not asked again meanwhile who is signed in. */
  readonly isLatestAnswer: (turn: number, lastTurn: number) => boolean;
  /** [RP15] Of those who ask at once who is signed in all have the word of the last. */
  readonly hearsTheLast: () => boolean;
  /** [RP21] The row that is held is this person’s own, and says what they may do. */
  readonly saysRights: (rowOf: string | undefined, person: string) => boolean;
  /** [RP14] A tab whose session ended asks by itself who is signed in, a few times. */
  readonly asksAgain: () => boolean;
  /** [RP17] The command that is sent next; the queue is in the order in which things were said. */
  readonly nextToSend: <Command>(queue: readonly Command[]) => Command | undefined;
}

/** The rules as every browser keeps them. */
export const RULES: Rules = {
  changeIsOvertaken: (heldAsOf, { through, position }) =>
    heldAsOf !== undefined && through < heldAsOf && (position === undefined || position <= heldAsOf),
  answerIsOvertaken: (heldAsOf, through) => heldAsOf !== undefined && heldAsOf > through,
  hasNextPage: (rows, limitRows) => rows >= limitRows,
  isReached: (beyond) => beyond <= 0,
  isKept: (byItself, lists) => byItself || lists > 0,
  goesWithAList: (to) => to !== undefined,
  meetsTheLine: (through, coveredFrom) => coveredFrom === undefined || through >= coveredFrom,
  resumesAfter: (through, uncoveredReads) =>
    [...uncoveredReads].reduce((a: Position | undefined, b) => (a === undefined || b < a ? b : a), through),
  readsAfresh: (kind) => kind === 'reset',
  isForTheSamePerson: (eraAsked, eraNow) => eraAsked === eraNow,
  isLatestAnswer: (turn, lastTurn) => turn === lastTurn,
  hearsTheLast: () => true,
  saysRights: (rowOf, person) => rowOf === person,
  asksAgain: () => true,
  nextToSend: (queue) => queue[0],
};
