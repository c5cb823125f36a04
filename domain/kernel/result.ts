/** An expected outcome as a value. Broken invariants and failed disks throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const refuse = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** A rule said no. `code` is stable and maps to a sentence and an HTTP status in one place each (`protocol/refusals.ts`). */
export interface Refusal<Code extends string = string> {
  readonly code: Code;
  /** The field of the command that the rule is about, where there is one: a path such as `goals.0.title`. */
  readonly field?: string;
  /** What the sentence needs, such as the number of places. Never personal text. */
  readonly facts?: Readonly<Record<string, string | number>>;
}
