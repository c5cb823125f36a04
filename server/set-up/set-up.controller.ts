import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { email, name, nameParts } from '@alongside/domain/people/person.events.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { readBody } from '../app/read-body.js';
import { Attempts, networkOf } from '../identity/attempts.js';
import { openSessionIn } from '../identity/session-cookie.js';
import { SIGN_IN } from '../identity/sign-in.controller.js';
import type { SignInService } from '../identity/sign-in.service.js';
import { allowHubAdministrator } from './allow.js';
import { hubAdministrators, isMembersAddress, makeFirstAdministrator, type Newcomer } from './administrators.js';
import { progressOf, type SetUpProgress } from './progress.js';

const beginRequest = z.object({ token: z.string().max(100), name, names: nameParts.pick({ given: true }).optional(), email });
/** Tokens tried from one network within `TRY_WINDOW_MS`. They cannot be guessed; this keeps the log of failures short. */
const TRIES_LIMIT = 20;
const TRY_WINDOW_MS = 10 * 60 * 1_000;

const refused = (code: 'SET_UP.LINK_WRONG' | 'COMMAND.RECORD_DAMAGED' | 'HUB.HAS_ADMINISTRATOR' | 'SIGN_IN.TOO_MANY_TRIES') =>
  new Problem(statusOf(code), code, sentenceOf({ code }));

const emailInUse = () => {
  const message = 'A person on this hub has this email address already. To make them an administrator, use “npm run admin”.';
  return new Problem(409, 'PERSON.EMAIL_TAKEN', message, [{ field: 'email', message }]);
};

/** The first minutes of a hub: its first administrator, and how far the set-up is. */
@Controller('api/set-up')
export class SetUpController {
  readonly #tries: Attempts;

  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(SIGN_IN) private readonly signIn: SignInService,
  ) {
    this.#tries = new Attempts(TRIES_LIMIT, TRY_WINDOW_MS, () => Date.parse(hub.clock.now()));
  }

  /** The holder of the link becomes the first administrator and is signed in: the link is the proof, for mail may not work yet. */
  @Post('begin')
  @HttpCode(200)
  async begin(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ person: PersonId }> {
    const { token, ...who } = readBody(beginRequest, body, 'SET_UP.INVALID');
    if (!this.#tries.allow(networkOf(request.ip))) throw refused('SIGN_IN.TOO_MANY_TRIES');
    const person = await this.hub.setUpLink.use(token, () => this.#appoint(who));
    if (!person) throw refused('SET_UP.LINK_WRONG');
    await openSessionIn(response, request, person, { hub: this.hub, signIn: this.signIn });
    return { person };
  }

  @Get()
  @Header('Cache-Control', 'private, no-store')
  progress(@SignedIn() person: PersonId): Promise<SetUpProgress> {
    allowHubAdministrator(this.hub, person);
    return progressOf(this.hub);
  }

  async #appoint(who: Newcomer): Promise<PersonId> {
    // That there is no administrator may be what was altered since the link was made.
    if (this.hub.logCheck.knowsOfDamage) throw refused('COMMAND.RECORD_DAMAGED');
    if ((await hubAdministrators(this.hub)).length > 0) {
      this.hub.setUpLink.void();
      throw refused('HUB.HAS_ADMINISTRATOR');
    }
    if (isMembersAddress(this.hub, who.email)) throw emailInUse();
    const made = await makeFirstAdministrator(this.hub, who);
    if (!made.ok) throw new Problem(statusOf(made.refused.code), made.refused.code, made.refused.message, made.refused.problems);
    this.hub.setUpLink.void();
    return made.person;
  }
}
