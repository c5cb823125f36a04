import { Body, Controller, Get, Header, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { personId, type Instant, type PersonId, type Position } from '@alongside/domain/kernel/brand.js';
import { email } from '@alongside/domain/people/person.events.js';
import { withoutCodeFrom } from '@alongside/domain/joining/without-code.js';
import { provesFrom } from '@alongside/domain/policies/fresh-sign-in.js';
import { mayProposeJoining } from '@alongside/domain/policies/joining.policy.js';
import type { Refusal, Result } from '@alongside/domain/kernel/result.js';
import { sentenceOf, statusOf } from '@alongside/domain/protocol/refusals.js';
import { comparableEmail } from '@alongside/domain/text/folding.js';
import { placesOfRecord, voucherOf } from '@alongside/projections/facts/joining.facts.js';
import type { Request } from 'express';
import { z } from 'zod';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { Problem } from '../app/problem.js';
import { readBody } from '../app/read-body.js';
import { SignedIn, SignedInAt } from '../app/signed-in.js';
import { networkOf } from '../identity/attempts.js';
import { mustBeAbleToWrite } from '../identity/may-sign-in.js';
import { viewReaderOf } from '../queries/live-views.js';
import { addressChangedAt, furtherAddresses, type FurtherAddress } from './further-addresses.js';
import type { JoiningService } from './joining.service.js';
import { apartRecord, foundRecord, type ApartRecord, type FoundRecord } from './shown-record.js';

/** Injection token of the `JoiningService`. */
export const JOINING = Symbol('JoiningService');

const trimmed = z.string().trim().pipe(email);
const codeRequest = z.object({ email: trimmed });
const joinRequest = z.object({
  email: trimmed,
  code: z
    .string()
    .trim()
    .regex(/^\d{3}\s?\d{3}$/, { error: 'Enter all 6 digits of the code.' }),
});
const agreeRequest = z.object({ other: personId });
const findRequest = z.object({ record: personId, email: trimmed });

/** What is asked of the signed-in person: the other record, and both as a command names them. */
interface AskedRecord extends ApartRecord {
  /** Who asks, as the email about it says; empty where they were erased. */
  readonly asker: string;
  readonly kept: PersonId;
  readonly joined: PersonId;
  /** Their own job and which of the two they would have, where the other’s is shown and is another. */
  readonly jobs?: { readonly own: string; readonly keeps: string };
  /** Their own mailbox is said not to be read: from when the other may join the two without a code. */
  readonly otherJoinsFrom?: Instant;
  /** The other’s is: from when they may. Absent where they need a code. */
  readonly joinsFrom?: Instant;
}

const notFound = (): Problem =>
  new Problem(404, 'QUERY.NOT_FOUND', 'No other record at a school or trust that you look after has this email address. Check it.');

function said(joined: Result<Position, Refusal>): { position: Position } {
  if (joined.ok) return { position: joined.value };
  const message = sentenceOf(joined.error);
  const problems = joined.error.field ? [{ field: joined.error.field, message }] : undefined;
  throw new Problem(statusOf(joined.error.code), joined.error.code, message, problems);
}

/** Two records of one person: found by an administrator of both, and joined by the person with a code, or vouched for. */
@Controller('api/joining')
export class JoiningController {
  constructor(
    @Inject(HUB_PARTS) private readonly hub: HubParts,
    @Inject(JOINING) private readonly service: JoiningService,
  ) {}

  /** Records that the person is asked about, further addresses, and from when a changed address lets them do what cannot be undone. */
  @Get()
  @Header('Cache-Control', 'private, no-store')
  async asked(
    @SignedIn() person: PersonId,
  ): Promise<{ asked: readonly AskedRecord[]; further: readonly FurtherAddress[]; forGoodFrom?: Instant }> {
    const look = viewReaderOf(this.hub.views.store);
    const rows = [...look.rows('joining', { kept: person, status: 'asked' }), ...look.rows('joining', { joined: person, status: 'asked' })];
    const asking = rows.map(async ({ kept, joined, askedBy, unread }) => {
      const other = kept === person ? joined : kept;
      const actor = askedBy ? this.hub.audience.actor(askedBy) : undefined;
      const asker = (askedBy && look.row('person', askedBy)?.name) ?? '';
      const from = (me: PersonId, them: PersonId) =>
        withoutCodeFrom({ askedBy, ...(unread && { unread }) }, { other: them, voucher: voucherOf(me, them, look) });
      const [joinsFrom, otherJoinsFrom] = [from(person, other), from(other, person)];
      const apart = apartRecord(other, person, actor, look);
      const own = look.row('person', person)?.jobTitle ?? '';
      const jobs = apart.jobTitle && own && own !== apart.jobTitle && { own, keeps: await this.service.jobOfBoth(kept, joined) };
      return {
        ...apart,
        ...(jobs && { jobs }),
        kept,
        joined,
        asker,
        ...(joinsFrom && { joinsFrom }),
        ...(otherJoinsFrom && { otherJoinsFrom }),
      };
    });
    const asked = await Promise.all(asking);
    const from = provesFrom(addressChangedAt(person, look), this.hub.clock.now());
    return { asked: asked.filter(({ name }) => name !== ''), further: furtherAddresses(person, look), ...(from && { forGoodFrom: from }) };
  }

  /** To an administrator of both: whose record an address is, before the person is asked. */
  @Post('find')
  @HttpCode(200)
  find(@SignedIn() reader: PersonId, @Body() body: unknown): FoundRecord {
    const { record, email: address } = readBody(findRequest, body, 'JOINING.INVALID');
    const look = viewReaderOf(this.hub.views.store);
    const other = look.rows('account', { email: comparableEmail(address) })[0]?.person;
    const places = (one: PersonId | undefined) => (one ? placesOfRecord(one, look) : []);
    const asker = this.hub.audience.actor(reader);
    if (!mayProposeJoining(asker, { recordAt: places(record), otherAt: places(other) }) || !other || other === record) throw notFound();
    return foundRecord(other, record, asker, look);
  }

  @Post('code')
  @HttpCode(202)
  async code(@SignedIn() person: PersonId, @Body() body: unknown, @Req() request: Request): Promise<void> {
    const { email: address } = readBody(codeRequest, body, 'JOINING.INVALID');
    await mustBeAbleToWrite(this.hub);
    const from = networkOf(request.ip);
    // After the answer has gone, and not awaited: how long it takes must not tell whether the address is anybody's.
    setImmediate(() =>
      this.service
        .sendCode(person, address, from)
        .catch((error: unknown) => this.hub.logger.error('A code could not be sent.', failureFields(error))),
    );
  }

  /** Settles once the log knows them as one; the views follow. */
  @Post()
  @HttpCode(200)
  async join(
    @SignedIn() person: PersonId,
    @SignedInAt() signedInAt: Instant | undefined,
    @Body() body: unknown,
    @Req() request: Request,
  ): Promise<{ position: Position }> {
    const { email: address, code } = readBody(joinRequest, body, 'JOINING.INVALID');
    const joined = await this.service.join(person, { email: address, digits: code, from: networkOf(request.ip), signedInAt });
    return said(joined);
  }

  /** The same without a code, where an administrator vouched for the person. */
  @Post('agree')
  @HttpCode(200)
  async agree(
    @SignedIn() person: PersonId,
    @SignedInAt() signedInAt: Instant | undefined,
    @Body() body: unknown,
  ): Promise<{ position: Position }> {
    const { other } = readBody(agreeRequest, body, 'JOINING.INVALID');
    return said(await this.service.agree(person, other, signedInAt));
  }
}
