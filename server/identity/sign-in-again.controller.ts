import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Refusal } from '@alongside/domain/kernel/result.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { Request } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { notSignedIn, Problem } from '../app/problem.js';
import { readBody } from '../app/read-body.js';
import { sessionTokenIn, SignedIn } from '../app/signed-in.js';
import { networkOf } from './attempts.js';
import type { SignInAgainService } from './sign-in-again.service.js';

/** Injection token of the `SignInAgainService`. */
export const SIGN_IN_AGAIN = Symbol('SignInAgainService');

const proof = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, { error: 'Enter all 6 digits of the code.' }),
});

const refusedWith = (refusal: Refusal): Problem => new Problem(statusOf(refusal.code), refusal.code, sentenceOf(refusal));

/** Signing in again where one is signed in, before something that cannot be undone (0067). */
@Controller('api/sign-in/again')
export class SignInAgainController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(SIGN_IN_AGAIN) private readonly service: SignInAgainService,
  ) {}

  /** Whose address it is, is known: too many codes may be told of. */
  @Post('code')
  @HttpCode(202)
  async code(@SignedIn() person: PersonId, @Req() request: Request): Promise<void> {
    const made = await this.service.make(person, networkOf(request.ip));
    if (!made.ok) throw refusedWith(made.error);
    // Not awaited: a mail server may take its time, and what waits for it is sent later.
    void this.service.send(made.value).catch((error: unknown) => this.hub.logger.error('A code could not be sent.', failureFields(error)));
  }

  @Post()
  @HttpCode(204)
  async prove(@SignedIn() person: PersonId, @Body() body: unknown, @Req() request: Request): Promise<void> {
    const { code } = readBody(proof, body, 'SIGN_IN.INVALID');
    const token = sessionTokenIn(request.headers.cookie, this.hub.config);
    if (!token) throw notSignedIn();
    const proven = await this.service.prove(person, this.hub.sessions.hashOf(token), code, networkOf(request.ip));
    if (!proven.ok) throw refusedWith(proven.error);
    // The command that follows is decided by the views.
    await this.hub.views.caughtUp(proven.value);
  }
}
