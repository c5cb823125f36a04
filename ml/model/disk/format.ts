import { canonicalJson } from '@alongside/domain/kernel/canonical.js';
import type { Model, Network } from '../model.js';
import { partsOf, type Shape } from '../network/network.js';
import { tableRows, type Schema } from '../records/schema.js';

/** What is told of a model: what it was trained with, and how well it did. */
export interface ModelCard {
  /** When, as ISO 8601. */
  readonly trainedAt: string;
  readonly backend: string;
  readonly seed: number;
  readonly examples: number;
  /** By name, such as `aucWithinLeft`; null where it could not be known. */
  readonly metrics: Readonly<Record<string, number | null>>;
  /** The event up to which it has learned, where it learned from a log. */
  readonly logPosition?: number;
}

interface Manifest {
  readonly format: 1;
  /** Of `weights.bin`, and of the schema. */
  readonly sha256: string;
  readonly schemaHash: string;
  readonly bytes: number;
  readonly card: ModelCard;
  readonly schema: Schema;
  readonly people: readonly string[];
  readonly networks: readonly Shape[];
  readonly share: number;
  readonly calibration: Model['calibration'];
}

/** SHA-256 as hexadecimal digits: the caller has one for where it runs. */
export type Sha256 = (bytes: Uint8Array) => string;

/** A stored model that cannot be used; the sentence says why. */
export class BrokenModel extends Error {
  constructor(why: string) {
    super(`This model cannot be used: ${why}`);
    this.name = 'BrokenModel';
  }
}

/** A model as two files: what it means, as JSON, and its numbers, as 32-bit floats one after the other. */
export function packModel(model: Model, card: ModelCard, sha256: Sha256): { readonly manifest: string; readonly weights: Uint8Array } {
  const { schema, base, people, peopleEffects, networks, share, calibration } = model;
  const weights = joined([base, peopleEffects, ...networks.map((network) => network.weights)]);
  const manifest: Manifest = {
    format: 1,
    sha256: sha256(weights),
    schemaHash: schemaHash(schema, sha256),
    bytes: weights.length,
    card,
    schema,
    people,
    networks: networks.map(({ shape }) => shape),
    share,
    calibration,
  };
  return { manifest: `${JSON.stringify(manifest)}\n`, weights };
}

/** Reads what `packModel` wrote. Throws `BrokenModel` where anything was changed or is missing. */
export function unpackModel(manifest: string, weights: Uint8Array, sha256: Sha256): { readonly model: Model; readonly card: ModelCard } {
  const { schema, people, share, calibration, card, ...told } = manifestIn(manifest);
  if (weights.length !== told.bytes) throw new BrokenModel(`weights.bin has ${weights.length} bytes in place of ${told.bytes}.`);
  if (sha256(weights) !== told.sha256) throw new BrokenModel('the checksum of weights.bin is another than manifest.json says.');
  if (schemaHash(schema, sha256) !== told.schemaHash)
    throw new BrokenModel('the checksum of the schema is another than manifest.json says.');
  const floats = new Float32Array(weights.slice().buffer);
  let from = 0;
  const next = (length: number): Float32Array => {
    from += length;
    return floats.slice(from - length, from);
  };
  const base = next(1 + schema.left.columns + schema.right.columns + schema.inCommon.parts.length);
  const peopleEffects = next(people.length);
  const networks: Network[] = told.networks.map((shape) => ({
    shape,
    weights: next(partsOf(shape).reduce((sum, { length }) => sum + length, 0)),
  }));
  if (from !== floats.length || networks.some(({ shape }) => shape.rows !== tableRows(schema)))
    throw new BrokenModel('its weights do not fit its schema.');
  return { model: { schema, base, people, peopleEffects, networks, share, calibration }, card };
}

function manifestIn(text: string): Manifest {
  let manifest: Partial<Manifest> | null;
  try {
    manifest = JSON.parse(text) as Partial<Manifest> | null;
  } catch {
    throw new BrokenModel('manifest.json is not JSON.');
  }
  if (manifest?.format !== 1) throw new BrokenModel('manifest.json is of another version.');
  return manifest as Manifest;
}

const schemaHash = (schema: Schema, sha256: Sha256): string => sha256(new TextEncoder().encode(canonicalJson(schema)));

function joined(arrays: readonly Float32Array[]): Uint8Array {
  const bytes = new Uint8Array(arrays.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return bytes;
}
