import { Controller, Get, Header, HttpCode, Inject, Post } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Result } from '@alongside/domain/kernel/result.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import { LEARN_FLOOR_OUTCOMES } from '@alongside/ml/learned/limits.js';
import type { Verdict } from '@alongside/ml/learned/verdict.js';
import { coordinatesSomewhere } from '@alongside/domain/policies/who.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { FollowedAnswers } from './followed-answers.js';
import { followedIn, type FollowedAnswer } from './followed.js';
import {
  LEARNING_REFUSALS,
  wasStopped,
  type CannotLearn,
  type LearningCondition,
  type TrainingNow,
  type Unfinished,
} from './hub-learning.js';
import type { Act, HubCard } from './learned-files.js';

/** What everybody may know of the model that serves: counts and measures, and nothing of single people. */
export type PublicCard = Pick<HubCard, 'trainedAt' | 'outcomes' | 'trainedWith' | 'verdict'> & {
  /** Its share of the points, 0 to 1. */
  readonly weight: number;
};

/** What suggestions have learned from. */
export interface LearningAnswer {
  /** `null` where the rules rank alone. */
  readonly serving: PublicCard | null;
  /** Mentorships with an outcome as they were last counted; `null` before. And how many are needed. */
  readonly outcomes: { readonly known: number | null; readonly needed: number };
}

/** What those who run the hub see beside it. */
export interface LearningShelfAnswer extends LearningAnswer {
  readonly card: HubCard | null;
  readonly condition: LearningCondition;
  /** A model that may serve, and does not yet. */
  readonly hasCandidate: boolean;
  /** What going back leads to; `null` where there is nothing to go back from. */
  readonly before: 'model' | 'rules' | null;
  readonly last: { readonly at: string; readonly verdict: Verdict } | null;
  readonly training: TrainingNow | null;
  /** The last training, where it came to nothing and nobody had stopped it. */
  readonly unfinished: Unfinished | null;
  /** Newest first. */
  readonly acts: readonly Act[];
}

/** What the hub learned from its own mentorships: for everybody in figures, and for its administrators to train, use and take back. */
@Controller('api/learning')
export class LearningController {
  readonly #followed: FollowedAnswers;

  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {
    const { views, projector } = hub;
    this.#followed = new FollowedAnswers((day) => followedIn(views.store, viewReaderOf(views.store), day));
    projector.onServed((view) => this.#followed.heed([view]));
  }

  @Get()
  @Header('Cache-Control', 'private, no-store')
  learning(@SignedIn() _person: PersonId): LearningAnswer {
    const { model, shelf } = this.hub.learning;
    const known = shelf.last?.verdict.outcomes ?? model?.card.outcomes ?? null;
    return {
      serving: model
        ? {
            trainedAt: model.card.trainedAt,
            outcomes: model.card.outcomes,
            trainedWith: model.card.trainedWith,
            verdict: model.card.verdict,
            weight: model.meaning.weight,
          }
        : null,
      outcomes: { known, needed: LEARN_FLOOR_OUTCOMES },
    };
  }

  /** What came of suggestions, for those who coordinate or run the hub: counts over the whole hub, about five mentees or more. */
  @Get('followed')
  @Header('Cache-Control', 'private, no-store')
  async followed(@SignedIn() person: PersonId): Promise<FollowedAnswer> {
    const { audience, clock } = this.hub;
    if (!coordinatesSomewhere(audience.actor(person)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only coordinators and the administrators of the hub can see this.');
    return this.#followed.on(dayOf(clock.now()));
  }

  @Get('shelf')
  @Header('Cache-Control', 'private, no-store')
  shelf(@SignedIn() person: PersonId): LearningShelfAnswer {
    this.#allowed(person);
    const { model, shelf, condition, training, unfinished } = this.hub.learning;
    return {
      ...this.learning(person),
      card: model?.card ?? null,
      condition,
      hasCandidate: shelf.candidate !== null,
      before: shelf.serving === null ? null : shelf.previous ? 'model' : 'rules',
      last: shelf.last,
      training,
      unfinished,
      acts: shelf.acts,
    };
  }

  /** Begins a training. Answers at once; `shelf` says how far it is and what came of it. */
  @Post('train')
  @HttpCode(202)
  train(@SignedIn() person: PersonId): LearningShelfAnswer {
    this.#allowed(person);
    const { learning, logger } = this.hub;
    if (learning.training) throw refused('LEARNING.UNDER_WAY');
    learning.train(person).catch((error: unknown) => {
      if (!wasStopped(error)) logger.error('A training failed.', failureFields(error));
    });
    return this.shelf(person);
  }

  @Post('stop')
  @HttpCode(200)
  stop(@SignedIn() person: PersonId): LearningShelfAnswer {
    this.#allowed(person);
    orRefused(this.hub.learning.stop());
    return this.shelf(person);
  }

  @Post('use')
  @HttpCode(200)
  async use(@SignedIn() person: PersonId): Promise<LearningShelfAnswer> {
    this.#allowed(person);
    orRefused(await this.hub.learning.use(person));
    return this.shelf(person);
  }

  @Post('back')
  @HttpCode(200)
  async back(@SignedIn() person: PersonId): Promise<LearningShelfAnswer> {
    this.#allowed(person);
    orRefused(await this.hub.learning.back(person));
    return this.shelf(person);
  }

  #allowed(person: PersonId): void {
    if (!isHubAdministrator(this.hub.audience.actor(person)))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only the administrators of the hub can do this.');
  }
}

const refused = (code: CannotLearn) => new Problem(409, code, LEARNING_REFUSALS[code]);

function orRefused(result: Result<unknown, CannotLearn>): void {
  if (!result.ok) throw refused(result.error);
}
