import { ok, refuse, type Result } from '@alongside/domain/kernel/result.js';
import type { Example, Features, FeatureValue, Side } from './record.js';

/** Reads one line of examples. What does not fit is the end of a sentence that names the place, such as `left.features.age`. */
export function readExample(line: string): Result<Example, string> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return refuse(`is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  try {
    const { left, right, outcome } = objectAt(value, 'The line');
    if (typeof outcome !== 'number' || !(outcome >= 0 && outcome <= 1)) return refuse('must have an outcome from 0 to 1.');
    return ok({ left: sideAt(left, 'left'), right: sideAt(right, 'right'), outcome });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return refuse(error.message);
  }
}

class Unreadable extends Error {}

function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new Unreadable(path === 'The line' ? 'must be an object.' : `must have an object in ${path}.`);
}

function sideAt(value: unknown, path: string): Side {
  const { id, features } = objectAt(value, path);
  if (typeof id !== 'string' && typeof id !== 'number') throw new Unreadable(`must have a text or a number in ${path}.id.`);
  return { id: String(id), features: featuresAt(features ?? {}, `${path}.features`) };
}

function featuresAt(value: unknown, path: string): Features {
  const features: Record<string, FeatureValue> = {};
  for (const [key, feature] of Object.entries(objectAt(value, path))) features[key] = featureAt(feature, `${path}.${key}`);
  return features;
}

function featureAt(value: unknown, path: string): FeatureValue {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number')) return value.map(String);
  throw new Unreadable(`must have a number, a text or a list of texts in ${path}.`);
}
