import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonId, Position } from '@alongside/domain/kernel/brand.js';
import { canonicalJson } from '@alongside/domain/kernel/canonical.js';
import { packModel, BrokenModel, type ModelCard } from '@alongside/ml/model/disk/format.js';
import type { WithMeaning } from '@alongside/ml/learned/learn.js';
import { RECORDS_VERSION } from '@alongside/ml/learned/records.js';
import type { Meaning } from '@alongside/ml/learned/served.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';
import type { Landmark } from '@alongside/projections/engine/landmark.js';
import { errorCodeOf } from '../app/error-code.js';
import { loadModel, saveModel } from '../models/model-files.js';

/** Below the data folder: all processes of a hub serve the same model. */
export const modelsFolder = (dataDir: string): string => join(dataDir, 'models');
const MEANING = 'learned.json';
const SHELF = 'serving.json';
/** How many acts the record of who did what keeps. */
const ACTS_LIMIT = 50;

/** What is told of a model of this hub. */
export interface HubCard {
  readonly trainedAt: string;
  readonly backend: string;
  readonly seed: number;
  /** Mentorships with an outcome, and those of them that it was trained with. */
  readonly outcomes: number;
  readonly trainedWith: number;
  /** The last event that it knows of. */
  readonly through: Position;
  readonly bytes: number;
  readonly verdict: Verdict;
}

/** A model of this hub. */
export interface HubModel extends WithMeaning {
  readonly id: string;
  readonly card: HubCard;
  /** Those whose mentorships it learned from, or was compared on. */
  readonly people: readonly PersonId[];
  /** The last event that it knows of: of this log alone it may serve. */
  readonly reached: Landmark;
}

interface Kept {
  readonly format: 1;
  readonly records: number;
  readonly meaning: Meaning;
  readonly card: HubCard;
  readonly people: readonly PersonId[];
  readonly reached: Landmark;
}

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
/** Letters of an id that tell models of one hub apart. */
const ID_CHARACTERS = 12;

/** The id of a model follows from its weights and what they mean: the same training gives the same. */
export function idOf({ model, meaning }: WithMeaning): { readonly id: string; readonly bytes: number } {
  const { weights, manifest } = packModel(model, { trainedAt: '', backend: '', seed: 0, examples: 0, metrics: {} }, sha256);
  return { id: sha256(`${sha256(weights)}${manifest}${canonicalJson(meaning)}`).slice(0, ID_CHARACTERS), bytes: weights.length };
}

/** Writes a model below the folder of models. One that is there already is the same: it is replaced only where it cannot be read. */
export async function saveHubModel(root: string, { id, model, meaning, card, people, reached }: HubModel): Promise<void> {
  const folder = join(root, id);
  const isThere = await loadHubModel(root, id).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(root, { recursive: true });
  const { order } = card.verdict;
  const modelCard: ModelCard = {
    trainedAt: card.trainedAt,
    backend: card.backend,
    seed: card.seed,
    examples: card.trainedWith,
    metrics: { aucWithinLeft: order?.model ?? null, rulesAucWithinLeft: order?.rules ?? null },
    logPosition: Number(card.through),
  };
  const kept: Kept = { format: 1, records: RECORDS_VERSION, meaning, card, people, reached };
  const text = JSON.stringify({ sha256: sha256(canonicalJson(kept)), kept });
  await saveModel(folder, model, modelCard, { [MEANING]: `${text}\n` });
}

/** Reads a model. Throws `BrokenModel` where a file is missing, was changed, or is for records of another version. */
export async function loadHubModel(root: string, id: string): Promise<HubModel> {
  const folder = join(root, id);
  try {
    const { model } = await loadModel(folder);
    const { meaning, card, people, reached } = keptIn(await readFile(join(folder, MEANING), 'utf8'));
    return { id, model, meaning, card, people, reached };
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === undefined || error instanceof BrokenModel) throw error;
    throw new BrokenModel(`a file of it could not be read (${code}).`);
  }
}

/** Those from whom a model learned; undefined where it no longer says so. */
const taughtBy = (root: string, id: string): Promise<readonly PersonId[] | undefined> =>
  readFile(join(root, id, MEANING), 'utf8').then(
    (text) => peopleIn(text),
    () => undefined,
  );

/** Whatever version it is of: an update does not let a model outlive those who taught it. */
function peopleIn(text: string): readonly PersonId[] | undefined {
  try {
    return wholeIn(text).people;
  } catch {
    return undefined;
  }
}

function keptIn(text: string): Kept {
  const kept = wholeIn(text);
  if (kept.format !== 1 || kept.records !== RECORDS_VERSION) throw new BrokenModel('it was trained for another version of Alongside.');
  return kept;
}

function wholeIn(text: string): Kept {
  let read: { readonly sha256?: string; readonly kept?: Kept } | null;
  try {
    read = JSON.parse(text) as { readonly sha256?: string; readonly kept?: Kept } | null;
  } catch {
    throw new BrokenModel(`${MEANING} is not JSON.`);
  }
  const kept = read?.kept;
  if (!kept || read?.sha256 !== sha256(canonicalJson(kept))) throw new BrokenModel(`the checksum of ${MEANING} is another than it says.`);
  return kept;
}

/** Something that was done with models: by whom, or by the hub. */
export interface Act {
  readonly at: string;
  readonly by: PersonId;
  readonly did: 'trained' | 'used' | 'went-back' | 'destroyed';
  /** `null`: the rules alone, or a training that kept no model. */
  readonly model: string | null;
}

/** Which model serves, which did before, and which is new. Ids; `null` is the rules alone. */
export interface Shelf {
  readonly serving: string | null;
  /** What going back leads to; absent where there is nothing to go back to. */
  readonly previous?: string | null;
  readonly candidate: string | null;
  /** The last training: what it found, also where it kept no model. */
  readonly last: { readonly at: string; readonly verdict: Verdict } | null;
  /** Newest first. */
  readonly acts: readonly Act[];
}

export const EMPTY_SHELF: Shelf = { serving: null, candidate: null, last: null, acts: [] };

/** Which models are kept. Nothing is where there was never one; a file that cannot be read throws `BrokenModel`. */
export async function readShelf(root: string): Promise<Shelf> {
  try {
    return { ...EMPTY_SHELF, ...(JSON.parse(await readFile(join(root, SHELF), 'utf8')) as Partial<Shelf>) };
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return EMPTY_SHELF;
    if (error instanceof SyntaxError) throw new BrokenModel(`${SHELF} is not JSON.`);
    throw error;
  }
}

/** Writes which models are kept, and removes all others. */
export async function writeShelf(root: string, shelf: Shelf): Promise<void> {
  await mkdir(root, { recursive: true });
  const beside = join(root, `${SHELF}.${process.pid}.new`);
  await writeFile(beside, `${JSON.stringify({ ...shelf, acts: shelf.acts.slice(0, ACTS_LIMIT) })}\n`);
  await rename(beside, join(root, SHELF));
  await tidy(root, shelf);
}

/** Removes what no shelf names: models of before, and what a training left behind that was stopped. */
export async function tidy(root: string, shelf: Shelf): Promise<void> {
  if (!existsSync(root)) return;
  const kept = new Set([shelf.serving, shelf.previous, shelf.candidate]);
  for (const entry of await readdir(root, { withFileTypes: true }))
    if (entry.isDirectory() && !kept.has(entry.name)) await rm(join(root, entry.name), { recursive: true, force: true });
}

/** Destroys every model that these people taught. True where any was. `unsure`: what becomes of one that no longer says who taught it. */
export async function destroyModelsOf(
  dataDir: string,
  people: Iterable<PersonId>,
  { at, by, unsure }: { readonly at: string; readonly by: PersonId; readonly unsure: 'destroyed' | 'left' },
): Promise<boolean> {
  const root = modelsFolder(dataDir);
  if (!existsSync(root)) return false;
  const gone = new Set(people);
  const shelf = await readShelf(root).catch(() => EMPTY_SHELF);
  const entries = await readdir(root, { withFileTypes: true });
  const destroyed: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const taught = await taughtBy(root, entry.name);
    if (taught ? !taught.some((person) => gone.has(person)) : unsure === 'left') continue;
    await rm(join(root, entry.name), { recursive: true, force: true });
    destroyed.push(entry.name);
  }
  if (destroyed.length === 0) return false;
  const left = (id: string | null | undefined) => (id && destroyed.includes(id) ? null : (id ?? null));
  const { previous, ...rest } = shelf;
  await writeShelf(root, {
    ...rest,
    serving: left(shelf.serving),
    ...(previous !== undefined && !(previous && destroyed.includes(previous)) && { previous }),
    candidate: left(shelf.candidate),
    acts: [...destroyed.map((model): Act => ({ at, by, did: 'destroyed', model })), ...shelf.acts],
  });
  return true;
}
