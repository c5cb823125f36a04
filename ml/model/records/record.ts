/** What is known of one side: numbers, words and lists of words; keys that end in `_text` hold free text. Null is not known. */
export type FeatureValue = number | string | readonly string[] | null;
export type Features = Readonly<Record<string, FeatureValue>>;

/** One side of a pair. */
export interface Side {
  readonly id: string;
  readonly features: Features;
}

/** Two sides and what came of it, from 0 to 1. */
export interface Example {
  readonly left: Side;
  readonly right: Side;
  readonly outcome: number;
}

/** Whether what a key holds is read as free text. */
export const isText = (key: string): boolean => key.endsWith('_text');
