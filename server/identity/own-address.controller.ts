import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { personId, type PersonId, type Position } from '@alongside/domain/kernel/brand.js';
import type { Refusal, Result } from '@alongside/domain/kernel/result.js';
import { email } from '@alongside/domain/people/person.events.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import type { Request } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { notSignedIn, notThere, Problem } from '../app/problem.js';
import { sessionTokenIn, SignedIn } from '../app/signed-in.js';
import { readBody } from '../app/read-body.js';
import { furtherAddresses } from '../joining/further-addresses.js';
import { viewReaderOf } from '../queries/live-views.js';
import { networkOf } from './attempts.js';
import { mustBeAbleToWrite } from './may-sign-in.js';
import type { OwnAddressService } from './own-address.service.js';

/** Injection token of the `OwnAddressService`. */
export const OWN_ADDRESS = Symbol('OwnAddressService');

const trimmed = z.string().trim().pipe(email);
const furtherRequest = z.object({ record: personId });
const codeRequest = z.object({ email: trimmed });
const changeRequest = z.object({
  email: trimmed,
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, { error: 'Enter all 6 digits of the code.' }),
});

/** Changing one's own email address, with proof of the new one. */
@Controller('api/address')
export class OwnAddressController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(OWN_ADDRESS) private readonly service: OwnAddressService,
  ) {}

  @Post('code')
  @HttpCode(202)
  async code(@SignedIn() person: PersonId, @Body() body: unknown, @Req() request: Request): Promise<void> {
    const { email: address } = readBody(codeRequest, body, 'ADDRESS.INVALID');
    await mustBeAbleToWrite(this.hub);
    const from = networkOf(request.ip);
    // After the answer has gone, and not awaited: how long it takes must not tell whether the address is another person's.
    setImmediate(() =>
      this.service
        .sendCode(person, address, from)
        .catch((error: unknown) => this.hub.logger.error('A code could not be sent.', failureFields(error))),
    );
  }

  @Post()
  @HttpCode(200)
  async change(@SignedIn() person: PersonId, @Body() body: unknown, @Req() request: Request): Promise<{ position: Position }> {
    const { email: address, code } = readBody(changeRequest, body, 'ADDRESS.INVALID');
    const session = this.#sessionOf(request);
    return this.#said(await this.service.change(person, { email: address, digits: code, session, from: networkOf(request.ip) }));
  }

  /** The address of a joined record in place of one’s own. It was proven when the two were joined. */
  @Post('further')
  @HttpCode(200)
  async further(@SignedIn() person: PersonId, @Body() body: unknown, @Req() request: Request): Promise<{ position: Position }> {
    const { record } = readBody(furtherRequest, body, 'ADDRESS.INVALID');
    const found = furtherAddresses(person, viewReaderOf(this.hub.views.store)).find((one) => one.record === record);
    if (!found) throw notThere();
    return this.#said(await this.service.changeProven(person, found.email, this.#sessionOf(request)));
  }

  #sessionOf(request: Request): string {
    const token = sessionTokenIn(request.headers.cookie, this.hub.config);
    if (!token) throw notSignedIn();
    return this.hub.sessions.hashOf(token);
  }

  async #said(changed: Result<Position, Refusal>): Promise<{ position: Position }> {
    if (!changed.ok) {
      const message = sentenceOf(changed.error);
      const problems = changed.error.field ? [{ field: changed.error.field, message }] : undefined;
      throw new Problem(statusOf(changed.error.code), changed.error.code, message, problems);
    }
    await this.hub.views.caughtUp(changed.value);
    return { position: changed.value };
  }
}
