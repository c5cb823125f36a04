import { Controller, Get, Header, Headers, Inject, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { MentorshipId, PersonId, RequestId } from '@alongside/domain/kernel/brand.js';
import type { MeetingTime } from '@alongside/domain/meetings/meeting.events.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { alikeIn } from '@alongside/domain/suggestions/alike.js';
import { mustHavesIn } from '@alongside/domain/suggestions/must-haves.js';
import { PART_IDS } from '@alongside/ml/ranking/part.js';
import { weightsFrom, type Weights } from '@alongside/ml/ranking/weights.js';
import { mentorshipView, type MentorshipRow } from '@alongside/projections/views/mentorship.view.js';
import { requestView, type RequestRow } from '@alongside/projections/views/request.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';
import { visibleRow } from '../queries/audience.js';
import { viewReaderOf } from '../queries/live-views.js';
import { AtOnce } from './at-once.js';
import { reviewFor, signByFor, timesLeft, waysFor, wishFor, type MatchAnswer, type RequestAnswer } from './match.js';
import type { OthersAnswer, ReservesAnswer, SuggestedMentor, SuggestionsAnswer } from './suggestions-answer.js';
import type { Suggestions } from './suggestions.js';
import { timesForBoth, timesToSuggest } from './times.js';

/** Injection token of `Suggestions`. */
export const SUGGESTIONS = Symbol('Suggestions');
const TIMES_LIMIT = 12;
/** Reserves take eleven looks at all mentors. A person has two at most: the page as it is, and as it was a moment ago. */
export const RESERVES_LIMITS = { running: 2, waiting: 100, each: 2 } as const;

/** Whom to ask, why, and when two people could meet. */
@Controller('api')
export class DiscoveryController {
  readonly #reserving = new AtOnce(RESERVES_LIMITS);

  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(SUGGESTIONS) private readonly suggestions: Suggestions,
  ) {}

  /**
   * Weights by part, such as `?expertise=0.4`: those left out are as usual. `?must=near,online`: what is insisted on.
   * `?like=nearer:asha-rahman`: others like a mentor, but better in one thing.
   */
  @Get('suggestions')
  @Header('Cache-Control', 'private, no-store')
  async people(
    @SignedIn() person: PersonId,
    @Query() query: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<SuggestionsAnswer> {
    await waitedFor(this.hub.views, after);
    const asked = { weights: weightsIn(query), mustHaves: mustHavesIn(query['must']), alike: alikeIn(query['like']) };
    return this.suggestions.forMentee(person, this.hub.audience.principals(person), asked);
  }

  /** People for wherever sliders are moved, so that a browser can follow them at once: numbers and sentences, in no order. */
  @Get('reserves')
  @Header('Cache-Control', 'private, no-store')
  async reserves(
    @SignedIn() person: PersonId,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) response: Response,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<ReservesAnswer> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    await waitedFor(this.hub.views, after);
    const asked = { mustHaves: mustHavesIn(query['must']), alike: alikeIn(query['like']) };
    const principals = () => this.hub.audience.principals(person);
    const made = await this.#reserving.run(person, () => this.suggestions.reserves(person, principals(), asked), gone.signal);
    if (made.kind !== 'done') throw busy();
    return made.answer;
  }

  @Get('suggestions/:mentor')
  @Header('Cache-Control', 'private, no-store')
  async why(
    @SignedIn() person: PersonId,
    @Param('mentor') mentor: string,
    @Query() query: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<SuggestedMentor> {
    await waitedFor(this.hub.views, after);
    const found = this.suggestions.whyYouTwo(person, mentor as PersonId, this.hub.audience.principals(person), weightsIn(query));
    if (!found) throw notThere();
    return found;
  }

  /** In what other mentors are like a mentor, and better for oneself: `nearer` where one is. */
  @Get('suggestions/:mentor/others')
  @Header('Cache-Control', 'private, no-store')
  async others(
    @SignedIn() person: PersonId,
    @Param('mentor') mentor: string,
    @Query() query: Record<string, unknown>,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<OthersAnswer> {
    await waitedFor(this.hub.views, after);
    const principals = this.hub.audience.principals(person);
    const found = this.suggestions.othersLike(person, mentor as PersonId, principals, mustHavesIn(query['must']));
    if (!found) throw notThere();
    return found;
  }

  /** To the mentor alone: what speaks for and against an open request, in the mentor's words, and the offered times that both can still make. */
  @Get('requests/:request/reasons')
  @Header('Cache-Control', 'private, no-store')
  async reasons(
    @SignedIn() person: PersonId,
    @Param('request') request: string,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<RequestAnswer> {
    await waitedFor(this.hub.views, after);
    const row = this.#visible<RequestRow>(person, requestView.name, request as RequestId);
    if (!row || row.mentor !== person) throw notThere();
    const look = viewReaderOf(this.hub.views.store);
    const reasons = this.suggestions.forMentor(row.mentor, row.mentee, weightsFrom()) ?? [];
    // What was answered keeps its words; nobody's diary is asked for it any more.
    if (row.status !== 'open') return { reasons, times: [], ways: null, wish: null };
    return { reasons, times: timesLeft(row, look, this.hub.clock.now()), ways: waysFor(row, look), wish: wishFor(row, look) };
  }

  /** To the two of a mentorship: why these two, what may not fit, how they would meet, and when they would look at it again. */
  @Get('mentorships/:mentorship/match')
  @Header('Cache-Control', 'private, no-store')
  async match(
    @SignedIn() person: PersonId,
    @Param('mentorship') mentorship: string,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<MatchAnswer> {
    await waitedFor(this.hub.views, after);
    const row = this.#visible<MentorshipRow>(person, mentorshipView.name, mentorship as MentorshipId);
    if (!row || isOver(row)) throw notThere();
    const look = viewReaderOf(this.hub.views.store);
    return {
      reasons: this.suggestions.forBoth(person, row),
      ways: waysFor(row, look),
      reviewOn: reviewFor(row, look, this.hub.clock.now()),
      signBy: signByFor(row, look),
    };
  }

  /** Times that both of a pair could make, for booking; and two to begin a suggestion with that lie in neither diary. `?minutes=45` asks for a length. */
  @Get('mentorships/:mentorship/times')
  @Header('Cache-Control', 'private, no-store')
  async times(
    @SignedIn() person: PersonId,
    @Param('mentorship') mentorship: string,
    @Query('minutes') minutes: string | undefined,
    @Headers(AFTER_HEADER) after?: string,
  ): Promise<{ times: readonly MeetingTime[]; suggest: readonly MeetingTime[] }> {
    await waitedFor(this.hub.views, after);
    const row = this.#visible<MentorshipRow>(person, mentorshipView.name, mentorship as MentorshipId);
    // A pair that has parted still has its record, and no more of each other's diary.
    if (!row || isOver(row)) throw notThere();
    const length = /^\d{2,3}$/.test(minutes ?? '') ? Math.min(120, Math.max(15, Number(minutes))) : undefined;
    const [look, now] = [viewReaderOf(this.hub.views.store), this.hub.clock.now()];
    return {
      times: timesForBoth(row.mentor, row.mentee, look, now, TIMES_LIMIT, length),
      suggest: timesToSuggest(row.mentor, row.mentee, look, now, length),
    };
  }

  #visible<Data>(person: PersonId, view: string, id: string): Data | undefined {
    return visibleRow(this.hub.views.store, this.hub.audience.principals(person), view, id)?.data as Data | undefined;
  }
}

const busy = () =>
  new Problem(
    429,
    'SUGGESTIONS.BUSY',
    'Many people are looking for a mentor right now. You can still change what matters to you: the list takes a little longer.',
  );

/** The weights that a query names; whatever is no number is left as usual. */
function weightsIn(query: Record<string, unknown>): Weights {
  const chosen: Partial<Record<keyof Weights, number>> = {};
  for (const part of PART_IDS) {
    const given = query[part];
    if (typeof given === 'string' && /^(0|1)(\.\d{1,4})?$/.test(given)) chosen[part] = Number(given);
  }
  return weightsFrom(chosen);
}
