import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { profileView, type ProfileRow } from '@alongside/projections/views/profile.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { AFTER_HEADER, waitedFor } from '../queries/after-header.js';

/** How a person's name prints on a certificate. */
export interface CertificateName {
  readonly name: string;
  /** Letters of the name that no font has. Empty for nearly everybody, and then nothing else here matters. */
  readonly missing: readonly string[];
  /** What the person entered to print instead, and letters of it that no font has. */
  readonly printed: string | null;
  readonly missingInPrinted: readonly string[];
}

export async function certificateNameOf({ name, names }: Pick<ProfileRow, 'name' | 'names'>): Promise<CertificateName> {
  // As in files.controller: fonts are loaded with the first name that is looked at.
  const { missingGlyphs } = await import('./type/lines.js');
  const { printed = null } = names;
  return { name, printed, missing: await missingGlyphs(name), missingInPrinted: printed ? await missingGlyphs(printed) : [] };
}

/** Tells a person before a certificate is issued that it cannot print a letter of their name. */
@Controller('api/certificate-name')
export class CertificateNameController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  async read(@SignedIn() person: PersonId, @Headers(AFTER_HEADER) after?: string): Promise<CertificateName> {
    await waitedFor(this.hub.views, after);
    const row = this.hub.views.store.get<ProfileRow>(profileView.name, person)?.data;
    if (!row) throw notThere();
    return certificateNameOf(row);
  }
}
