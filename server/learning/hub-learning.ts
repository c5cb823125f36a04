import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { HUB } from '@alongside/domain/kernel/decider.js';
import type { EventStore } from '@alongside/domain/kernel/event-store.js';
import { refuse, ok, type Result } from '@alongside/domain/kernel/result.js';
import type { AnyEvent } from '@alongside/domain/protocol/registry.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { BrokenModel } from '@alongside/ml/model/disk/format.js';
import { servedBy } from '@alongside/ml/learned/served.js';
import type { Learned } from '@alongside/ml/ranking/learned.js';
import type { Clock } from '../app/clock.js';
import { failureFields, type Logger } from '../app/logger.js';
import { standsIn } from '../app/own-views.js';
import type { JoinKeeper } from '../joining/join-keeper.js';
import type { SealedLog } from '../privacy/sealed-log.js';
import type { LearnEnd } from './learn-order.js';
import { learnOnThread, NotTrained } from './learn-thread.js';
import {
  destroyModelsOf,
  EMPTY_SHELF,
  loadHubModel,
  modelsFolder,
  readShelf,
  tidy,
  writeShelf,
  type Act,
  type HubModel,
  type Shelf,
} from './learned-files.js';

/** How often a process looks whether another has changed which model serves, in milliseconds. */
const LOOK_MS = 10_000;
/** Another number gives other beginnings of the networks; it stands in the card. */
const SEED = 1;
const EPOCHS = 10;

/** Whether the model that should serve does. */
export type LearningCondition = { readonly state: 'ok' } | { readonly state: 'broken'; readonly why: string };

/** A training that is under way. */
export interface TrainingNow {
  readonly by: PersonId;
  readonly began: string;
  /** From 0 to 1. */
  readonly done: number;
  readonly doing: string;
}

/** A training that ended without an answer though nobody stopped it. */
export interface Unfinished {
  readonly at: string;
  /** In a sentence. */
  readonly why: string;
}

/** Why a training is given up. */
const ERASED_MEANWHILE = 'A person’s data was deleted while it ran, and it may have learned from it.';
const WENT_WRONG = 'Something went wrong on our side, and we have logged it.';

export type CannotLearn =
  'LEARNING.UNDER_WAY' | 'LEARNING.NOT_UNDER_WAY' | 'LEARNING.NO_CANDIDATE' | 'LEARNING.NOTHING_BEFORE' | 'LEARNING.BROKEN';

interface From {
  readonly dataDir: string;
  readonly log: Pick<SealedLog<AnyEvent>, 'readAll'>;
  readonly store: Pick<EventStore, 'readStream'>;
  readonly joins: Pick<JoinKeeper, 'inForce'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Who was erased, as the views know. */
  readonly erased: () => Iterable<PersonId>;
}

/** What this hub has learned from its own mentorships: trains on a thread, keeps the model that serves and the one before, and goes back in one step. */
export class HubLearning {
  #shelf: Shelf = EMPTY_SHELF;
  #model: HubModel | undefined;
  #learned: Learned | undefined;
  #condition: LearningCondition = { state: 'ok' };
  #training: (TrainingNow & { readonly stop: AbortController; readonly ended: Promise<unknown> }) | undefined;
  #unfinished: Unfinished | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  readonly #root: string;

  constructor(private readonly from: From) {
    this.#root = modelsFolder(from.dataDir);
  }

  /** Opens what is kept, without models that erased people taught. One that cannot be used leaves the rules, and `condition` says why. */
  async open(): Promise<void> {
    const { dataDir, clock, erased } = this.from;
    await this.#inTurn(() => destroyModelsOf(dataDir, erased(), { at: clock.now(), by: HUB, unsure: 'left' }));
    await this.look();
  }

  /** Heeds from now on what other processes of the hub do. */
  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#training?.stop.abort();
    await this.settled();
  }

  /** Settles once no training is under way, and what it found is kept. */
  async settled(): Promise<void> {
    await this.#training?.ended.catch(() => undefined);
    await this.#turn;
  }

  /** The model as ranking asks it; undefined where the rules rank alone. */
  get serving(): Learned | undefined {
    return this.#learned;
  }

  /** The model that serves, with its card. */
  get model(): HubModel | undefined {
    return this.#model;
  }

  get shelf(): Shelf {
    return this.#shelf;
  }

  get condition(): LearningCondition {
    return this.#condition;
  }

  get training(): TrainingNow | null {
    if (!this.#training) return null;
    const { by, began, done, doing } = this.#training;
    return { by, began, done, doing };
  }

  /** The last training of this process, where it came to nothing and nobody had stopped it. */
  get unfinished(): Unfinished | null {
    return this.#unfinished;
  }

  /** Reads which model serves, and loads it where it is another. */
  look(): Promise<void> {
    return this.#inTurn(() => this.#read());
  }

  /** Trains on a thread. Resolves with what it found; a model that may serve is kept until it is used. */
  async train(
    by: PersonId,
    {
      seed = SEED,
      epochs = EPOCHS,
      onProgress,
    }: { seed?: number; epochs?: number; onProgress?: (done: number, doing: string) => void } = {},
  ): Promise<Result<LearnEnd, CannotLearn>> {
    if (this.#training) return refuse('LEARNING.UNDER_WAY');
    const { log, joins, clock } = this.from;
    const [stop, began] = [new AbortController(), clock.now()];
    const heed = (done: number, doing: string) => {
      if (this.#training?.stop === stop) this.#training = { ...this.#training, done, doing };
      onProgress?.(done, doing);
    };
    const order = { root: this.#root, seed, epochs, serving: this.#shelf.serving, trainedAt: began };
    const ended = learnOnThread(order, { log, joins, today: dayOf(began), onProgress: heed, signal: stop.signal });
    this.#training = { by, began, done: 0, doing: 'Loading mentorships', stop, ended };
    this.#unfinished = null;
    try {
      const end = await ended;
      await this.#inTurn(() => this.#keep(end, { at: began, by, did: 'trained', model: end.model }, order.serving));
      return ok(end);
    } catch (error) {
      const why = whyUnfinished(error, stop.signal);
      this.#unfinished = why === undefined ? null : { at: clock.now(), why };
      await this.#inTurn(() => tidy(this.#root, this.#shelf));
      throw error;
    } finally {
      this.#training = undefined;
    }
  }

  /** Stops the training that is under way; nothing of it is kept. */
  stop(): Result<undefined, CannotLearn> {
    if (!this.#training) return refuse('LEARNING.NOT_UNDER_WAY');
    this.#training.stop.abort();
    return ok(undefined);
  }

  /** Rolls forward: the model of the last training serves from now on. Only models that may are ever kept. */
  use(by: PersonId): Promise<Result<undefined, CannotLearn>> {
    return this.#inTurn(async () => {
      await this.#read();
      const { candidate, serving } = this.#shelf;
      if (candidate === null) return refuse('LEARNING.NO_CANDIDATE');
      // One that cannot be read is never put into service.
      if (await this.#isBroken(candidate)) return refuse('LEARNING.BROKEN');
      return this.#serve({ ...this.#shelf, serving: candidate, previous: serving, candidate: null }, by, 'used');
    });
  }

  /** Rolls back in one step: to the model before, or to the rules alone. */
  back(by: PersonId): Promise<Result<undefined, CannotLearn>> {
    return this.#inTurn(async () => {
      await this.#read();
      const { previous, ...rest } = this.#shelf;
      if (rest.serving === null) return refuse('LEARNING.NOTHING_BEFORE');
      // What was trained since was compared with the model that goes.
      return this.#serve({ ...rest, serving: previous ?? null, candidate: null }, by, 'went-back');
    });
  }

  /** Destroys all models that may have learned from a person, and stops a training that may. */
  async forget(person: PersonId): Promise<void> {
    this.#training?.stop.abort(ERASED_MEANWHILE);
    await this.settled();
    await this.#inTurn(async () => {
      await destroyModelsOf(this.from.dataDir, [person], { at: this.from.clock.now(), by: HUB, unsure: 'destroyed' });
      // Another process may have destroyed the files before; what is in memory here goes as well.
      await this.#read();
    });
  }

  async #serve(shelf: Shelf, by: PersonId, did: Act['did']): Promise<Result<undefined, CannotLearn>> {
    const act: Act = { at: this.from.clock.now(), by, did, model: shelf.serving };
    await writeShelf(this.#root, { ...shelf, acts: [act, ...shelf.acts] });
    await this.#read();
    return ok(undefined);
  }

  async #keep({ model, verdict }: LearnEnd, act: Act, comparedWith: string | null): Promise<void> {
    await this.#read();
    // Another process went back or forward meanwhile: what was found holds against a model that serves no more.
    const candidate = this.#shelf.serving === comparedWith && model !== comparedWith ? model : null;
    await writeShelf(this.#root, { ...this.#shelf, candidate, last: { at: act.at, verdict }, acts: [act, ...this.#shelf.acts] });
    await this.#read();
  }

  async #read(): Promise<void> {
    try {
      this.#shelf = await readShelf(this.#root);
      const { serving } = this.#shelf;
      if (serving === null) this.#put(undefined);
      else if (serving !== this.#model?.id) this.#put(await this.#loaded(serving));
      this.#condition = { state: 'ok' };
    } catch (error) {
      this.#put(undefined);
      const why = error instanceof BrokenModel ? error.message : 'The models or the log could not be read.';
      if (this.#condition.state === 'ok')
        this.from.logger.error('A model cannot be used. Suggestions follow the rules alone.', failureFields(error));
      this.#condition = { state: 'broken', why };
    }
  }

  async #loaded(id: string): Promise<HubModel> {
    const model = await loadHubModel(this.#root, id);
    if (!(await standsIn(this.from.store, model.reached))) throw new BrokenModel('it learned from another log than this one.');
    return model;
  }

  #put(model: HubModel | undefined): void {
    this.#model = model;
    this.#learned = model && servedBy(model.id, model.model, model.meaning);
  }

  async #isBroken(id: string): Promise<boolean> {
    return this.#loaded(id).then(
      () => false,
      (error: unknown) => {
        if (!(error instanceof BrokenModel)) throw error;
        return true;
      },
    );
  }

  /** One change after the other. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}

/** Undefined where a user stopped it, or the hub was stopped. */
function whyUnfinished(error: unknown, { aborted, reason }: AbortSignal): string | undefined {
  if (aborted) return reason === ERASED_MEANWHILE ? ERASED_MEANWHILE : undefined;
  return error instanceof NotTrained ? error.message : WENT_WRONG;
}

/** What a refusal is in a sentence. */
export const LEARNING_REFUSALS: Readonly<Record<CannotLearn, string>> = {
  'LEARNING.UNDER_WAY': 'A training is under way already.',
  'LEARNING.NOT_UNDER_WAY': 'No training is under way.',
  'LEARNING.NO_CANDIDATE': 'There is no new model to use. Train one first.',
  'LEARNING.NOTHING_BEFORE': 'Suggestions follow the rules alone already.',
  'LEARNING.BROKEN': 'The new model cannot be read. Train again.',
};

/** Whether a failure is the word of the person who stopped the training. */
export const wasStopped = (error: unknown): boolean => error instanceof NotTrained;
