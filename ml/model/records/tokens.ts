import { foldedWords } from '@alongside/domain/text/folding.js';
import { hashOf } from '../random.js';
import type { Features, FeatureValue } from './record.js';
import { isText } from './record.js';

/** Buckets into which words of free text are hashed. */
export const TEXT_BUCKETS = 1024;

/** The buckets of the words of a text, each once. */
export function bucketsOf(text: string): readonly number[] {
  return [...new Set(foldedWords(text).map((word) => hashOf(word) % TEXT_BUCKETS))];
}

/** The buckets of all free text of a record. */
export function textOf(features: Features): readonly number[] {
  const texts = Object.keys(features).flatMap((key) => (isText(key) ? [features[key] ?? []].flat().join(' ') : []));
  return texts.length === 0 ? [] : bucketsOf(texts.join(' '));
}

/** The words of a categorical value, each once; undefined where it has none or is a number. */
export function wordsOf(value: FeatureValue | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return value === '' ? undefined : [value];
  return Array.isArray(value) ? [...new Set(value as readonly string[])] : undefined;
}

/** A dense value; undefined where it is none. */
export const numberOf = (value: FeatureValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;
