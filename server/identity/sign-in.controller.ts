import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { notThere, Problem } from '../app/problem.js';
import { senderOf, sessionTokenIn } from '../app/signed-in.js';
import { readBody } from '../app/read-body.js';
import { DEMO_PEOPLE } from '../demo/cast.js';
import { hubName } from '../mail/notifications.js';
import { viewReaderOf } from '../queries/live-views.js';
import { ChosenMailer } from '../mail/chosen-mailer.js';
import { showsDemo } from '../demo/shows-demo.js';
import { networkOf } from './attempts.js';
import { mustBeAbleToWrite } from './may-sign-in.js';
import { cookieOptions, giveSession } from './session-cookie.js';
import type { NewSession, SignInService } from './sign-in.service.js';
import { sessionCookie } from './sessions.js';

/**
 * The least time before a wrong code is answered, in milliseconds: longer than a write to the log, which happens for known addresses alone.
 */
const WRONG_CODE_ANSWER_MS = 300;

/** Injection token of the `SignInService`. */
export const SIGN_IN = Symbol('SignInService');

const email = z.string().trim().min(3, { error: 'Enter your email address.' }).max(254, { error: 'Enter a shorter email address.' });
const codeRequest = z.object({ email });
const signInRequest = z.object({
  email,
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, { error: 'Enter all 6 digits of the code.' }),
  shared: z.boolean(),
});
const demoRequest = z.object({ person: z.string().max(64), shared: z.boolean().default(false) });

/** Signing in and out. Answers say nothing of who has an account. */
@Controller('api')
export class SignInController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(SIGN_IN) private readonly service: SignInService,
  ) {}

  @Post('sign-in/code')
  @HttpCode(202)
  async code(@Body() body: unknown, @Req() request: Request): Promise<void> {
    const { email: address } = readBody(codeRequest, body, 'SIGN_IN.INVALID');
    await mustBeAbleToWrite(this.hub);
    const from = networkOf(request.ip);
    // After the answer has gone, and not awaited: how long it takes must not tell whether the address is known.
    setImmediate(() =>
      this.service
        .sendCode(address, from)
        .catch((error: unknown) => this.hub.logger.error('A code could not be sent.', failureFields(error))),
    );
  }

  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ person: PersonId }> {
    const { email: address, code, shared } = readBody(signInRequest, body, 'SIGN_IN.INVALID');
    await mustBeAbleToWrite(this.hub);
    const soonest = pause(WRONG_CODE_ANSWER_MS, undefined, { ref: false });
    const opened = await this.service.signIn(address, code, shared, networkOf(request.ip));
    if (!opened.ok) {
      await soonest;
      throw new Problem(statusOf(opened.error.code), opened.error.code, sentenceOf(opened.error));
    }
    return this.#welcome(opened.value, shared, request, response);
  }

  /** Whose hub this is, and whether codes are emailed: all that it says of itself to those who are not signed in. Emails of the demo are shown. */
  @Get('sign-in/hub')
  @Header('Cache-Control', 'no-store')
  async hubName(): Promise<{ name: string | null; leaves: boolean }> {
    const { mailer, views } = this.hub;
    const leaves = showsDemo(this.hub) || !(mailer instanceof ChosenMailer) || (await mailer.leaves());
    return { name: hubName(viewReaderOf(views.store)) || null, leaves };
  }

  /** Whom a visitor of the demo may go on as. */
  @Get('sign-in/demo')
  people(): { people: readonly { person: PersonId; name: string; what: string }[] } {
    if (!showsDemo(this.hub)) return { people: [] };
    const named = DEMO_PEOPLE.flatMap(({ person, what }) => {
      const name = this.hub.views.store.get<{ name: string }>('person', person)?.data.name;
      return name ? [{ person, name, what }] : [];
    });
    return { people: named };
  }

  @Post('sign-in/demo')
  @HttpCode(200)
  async demo(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ person: PersonId }> {
    const { person, shared } = readBody(demoRequest, body, 'SIGN_IN.INVALID');
    if (!this.people().people.some((known) => known.person === person)) throw notThere();
    await mustBeAbleToWrite(this.hub);
    const session = await this.service.open(person as PersonId, shared);
    if (!session) throw notThere();
    return this.#welcome(session, shared, request, response);
  }

  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const [person, token] = [senderOf(request), sessionTokenIn(request.headers.cookie, this.hub.config)];
    if (person && token) await this.service.signOut(person, token);
    this.#clear(response);
  }

  @Post('sign-out/everywhere')
  @HttpCode(204)
  async signOutEverywhere(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const person = senderOf(request);
    if (person) await this.service.signOutEverywhere(person);
    this.#clear(response);
  }

  async #welcome(session: NewSession, shared: boolean, request: Request, response: Response): Promise<{ person: PersonId }> {
    await giveSession(response, request, session, shared, { hub: this.hub, signIn: this.service });
    return { person: session.person };
  }

  #clear(response: Response): void {
    response.clearCookie(sessionCookie(this.hub.config), cookieOptions(this.hub.config));
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
