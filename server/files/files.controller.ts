import { Controller, Get, Header, Inject, Param, Res, StreamableFile } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { credentialView, type CredentialRow } from '@alongside/projections/views/credential.view.js';
import { meetingView, type MeetingRow } from '@alongside/projections/views/meeting.view.js';
import { personView, type PersonRow } from '@alongside/projections/views/person.view.js';
import { profileView, type ProfileRow } from '@alongside/projections/views/profile.view.js';
import type { Response } from 'express';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { publicUrlOf } from '../app/public-url.js';
import { SignedIn } from '../app/signed-in.js';
import { visibleRow } from '../queries/audience.js';
import { viewReaderOf } from '../queries/live-views.js';
import { calendarFile, isCalendarTime, methodOf } from './calendar-file.js';
import { calendarEntryOf } from './meeting-calendar.js';
import { verificationOf, type Verification } from './verification.js';

/** Things that leave the hub as files, and the page on which a certificate is checked. */
@Controller('api')
export class FilesController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get('certificates/:credential.pdf')
  async certificate(
    @SignedIn() person: PersonId,
    @Param('credential') credential: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const row = this.#visible<CredentialRow>(person, credentialView.name, credential);
    if (!row) throw notThere();
    const { achievement, ...facts } = row;
    // Loaded with the first certificate: setting type takes a third of a second to load, and most days print none.
    const { certificatePdf } = await import('./certificate-pdf.js');
    const pdf = await certificatePdf({
      ...achievement,
      kind: facts.kind,
      name: this.#person(row.person)?.name ?? '',
      printedName: this.hub.views.store.get<ProfileRow>(profileView.name, row.person)?.data.names.printed,
      issuerName: facts.issuerName,
      on: facts.on,
      code: facts.code,
      verifyUrl: `${publicUrlOf(this.hub.config)}/verify`,
      revoked: facts.revoked !== null,
    });
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="mentoring-${facts.kind === 'certificate' ? 'certificate' : 'record'}-${facts.on}.pdf"`,
    });
  }

  /** Open to everybody: the code is the key. Ten characters of 32 kinds are not found by trying. */
  @Get('verify/:code')
  @Header('Cache-Control', 'no-store')
  verify(@Param('code') code: string): Verification {
    const plain = code.toUpperCase().replace(/[^2-9A-HJ-NP-Z]/g, '');
    const row = this.hub.views.store.list<CredentialRow>(credentialView.name, { for: 'all', where: { code: plain }, limitRows: 1 })[0]
      ?.data;
    if (!row) throw notThere();
    return verificationOf(row, this.#person(row.person));
  }

  /** A booked meeting for any calendar; once it was cancelled, the file that takes it out again. */
  @Get('meetings/:meeting.ics')
  async calendar(
    @SignedIn() person: PersonId,
    @Param('meeting') meeting: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const row = this.#visible<MeetingRow>(person, meetingView.name, meeting);
    // Logs written before times were bounded may hold one that no calendar has.
    const entry =
      row?.time && isCalendarTime(row.time.startsAt)
        ? calendarEntryOf(row, person, viewReaderOf(this.hub.views.store), {
            publicUrl: publicUrlOf(this.hub.config),
            mailFrom: await this.hub.mailer.sender(),
            at: this.hub.clock.now(),
          })
        : undefined;
    if (!entry) throw notThere();
    response.setHeader('Cache-Control', 'private, no-store');
    return new StreamableFile(Buffer.from(calendarFile(entry)), {
      type: `text/calendar; charset=utf-8; method=${methodOf(entry)}`,
      disposition: 'attachment; filename="mentoring-meeting.ics"',
    });
  }

  #person(person: PersonId): PersonRow | undefined {
    return this.hub.views.store.get<PersonRow>(personView.name, person)?.data;
  }

  #visible<Data>(person: PersonId, view: string, id: string): Data | undefined {
    return visibleRow(this.hub.views.store, this.hub.audience.principals(person), view, id)?.data as Data | undefined;
  }
}
