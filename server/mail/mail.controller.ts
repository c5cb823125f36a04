import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Post, Query } from '@nestjs/common';
import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { profileView, type ProfileRow } from '@alongside/projections/views/profile.view.js';
import { uuidv7 } from 'uuidv7';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { failureFields } from '../app/logger.js';
import { notThere, Problem } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { isFields, malformed, readBody } from '../app/read-body.js';
import { Attempts } from '../identity/attempts.js';
import { allowHubAdministrator } from '../set-up/allow.js';
import { ChosenMailer } from './chosen-mailer.js';
import { testEmail } from './emails.js';
import { invitationTo } from './invitation.js';
import { mailSettings, type MailSettings } from './mail-settings.js';
import { saySmtpProblem } from './smtp-problem.js';

/** Test messages of one administrator within `TEST_WINDOW_MS`: enough to find the right port, too few to search a network. */
const TESTS_LIMIT = 20;
const TEST_WINDOW_MS = 10 * 60 * 1_000;

const isEmpty = (body: unknown): boolean => !isFields(body) || Object.keys(body).length === 0;

/** How mail is sent, without the password. */
export interface MailAnswer {
  /** `environment`: set where the hub was started, and not to be changed here. */
  readonly by: 'environment' | 'browser' | 'outbox';
  readonly settings: Omit<MailSettings, 'password'> | null;
  readonly hasPassword: boolean;
  /** The sender that the environment names. */
  readonly fixedFrom: string | null;
  /** Where a test message goes. */
  readonly testTo: string;
}

/** For administrators of the hub: how mail is sent. A password goes in and never comes out. */
@Controller('api/mail')
export class MailController {
  readonly #tests: Attempts;

  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {
    this.#tests = new Attempts(TESTS_LIMIT, TEST_WINDOW_MS, () => Date.parse(hub.clock.now()));
  }

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async how(@SignedIn() person: PersonId): Promise<MailAnswer> {
    const mailer = this.#mailer(person);
    const kept = mailer.fixed.url ? undefined : await mailer.settings.load();
    const { password = '', ...settings } = kept ?? {};
    return {
      by: mailer.fixed.url ? 'environment' : kept ? 'browser' : 'outbox',
      settings: kept ? (settings as Omit<MailSettings, 'password'>) : null,
      hasPassword: password !== '',
      fixedFrom: mailer.fixed.from ?? null,
      testTo: this.#addressOf(person),
    };
  }

  @Post()
  @HttpCode(204)
  async save(@SignedIn() person: PersonId, @Body() body: unknown): Promise<void> {
    const mailer = this.#changeable(person);
    await mailer.settings.save(await this.#read(mailer, body));
  }

  /** The invitation as a colleague would get it whom this person invites to a school. */
  @Get('invitation')
  @Header('Cache-Control', 'private, no-store')
  invitation(@SignedIn() person: PersonId, @Query('at') at: unknown): { subject: string; text: string } {
    if (!this.hub.audience.actor(person).memberships.some(({ roles }) => roles.includes('coordinator') || roles.includes('administrator')))
      throw new Problem(403, 'QUERY.NOT_ALLOWED', 'Only coordinators and administrators can see this.');
    const { subject, text } = invitationTo(person, typeof at === 'string' ? (at as InstitutionId) : undefined, this.hub);
    return { subject, text };
  }

  /** Emails are kept in the outbox again. */
  @Delete()
  @HttpCode(204)
  async stop(@SignedIn() person: PersonId): Promise<void> {
    await this.#changeable(person).settings.clear();
  }

  /** Lets go the emails that are held since this hub was restored from a backup. */
  @Post('release')
  @HttpCode(204)
  async release(@SignedIn() person: PersonId): Promise<void> {
    allowHubAdministrator(this.hub, person);
    await this.hub.mailHold.release();
  }

  /** Really sends a message to the administrator's own address, by the settings given, or by those in use where none are given. */
  @Post('test')
  @HttpCode(200)
  async test(@SignedIn() person: PersonId, @Body() body: unknown): Promise<{ sentTo: string }> {
    const mailer = this.#mailer(person);
    if (!this.#tests.allow(person))
      throw new Problem(429, 'MAIL.TOO_MANY_TESTS', 'You have sent many test emails. Try again in 10 minutes.');
    const to = this.#addressOf(person);
    const email = testEmail({ key: uuidv7(), person, email: to, publicUrl: this.hub.publicUrl() });
    if (mailer.fixed.url || isEmpty(body)) {
      const server = await mailer.server();
      if (!server) throw new Problem(409, 'MAIL.NOT_SET', 'This hub does not send email yet. Set up email first.');
      await mailer.sendTest(email).catch((error: unknown) => this.#failed(error, { ...server, to }));
      return { sentTo: to };
    }
    const settings = await this.#read(mailer, body);
    const tried = { host: settings.host, port: settings.port, sender: settings.senderAddress, to };
    await mailer.sendTrial(email, settings).catch((error: unknown) => this.#failed(error, tried));
    return { sentTo: to };
  }

  #failed(error: unknown, tried: Parameters<typeof saySmtpProblem>[1]): never {
    // Codes only: what a server says may hold an address.
    this.hub.logger.info('A test email could not be sent.', { code: failureFields(error)['code'] ?? 'none' });
    throw new Problem(422, 'MAIL.TEST_FAILED', saySmtpProblem(error, tried));
  }

  #mailer(person: PersonId): ChosenMailer {
    allowHubAdministrator(this.hub, person);
    const { mailer } = this.hub;
    if (!(mailer instanceof ChosenMailer)) throw notThere();
    return mailer;
  }

  #changeable(person: PersonId): ChosenMailer {
    const mailer = this.#mailer(person);
    if (mailer.fixed.url) throw new Problem(409, 'MAIL.FIXED', 'Email is set where this hub was started. Change SMTP_URL there.');
    return mailer;
  }

  /** A password that is left out is the one that is kept, as long as it goes to the same server in the same name. */
  async #read(mailer: ChosenMailer, body: unknown): Promise<MailSettings> {
    if (!isFields(body)) throw malformed();
    const kept = await mailer.settings.load();
    const sameServer = kept !== undefined && kept.host === body['host'] && kept.user === body['user'];
    return readBody(mailSettings, { ...body, password: body['password'] ?? (sameServer ? kept.password : '') }, 'MAIL.INVALID');
  }

  #addressOf(person: PersonId): string {
    return this.hub.views.store.get<ProfileRow>(profileView.name, person)?.data.email ?? '';
  }
}
