import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { credentialPolicies } from '@alongside/domain/policies/recognition.policy.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { credentialView, type CredentialRow } from '@alongside/projections/views/credential.view.js';
import { institutionView } from '@alongside/projections/views/institution.view.js';
import { personView } from '@alongside/projections/views/person.view.js';
import { HUB_PARTS, type HubParts } from '../app/hub.js';
import { notThere } from '../app/problem.js';
import { SignedIn } from '../app/signed-in.js';
import { viewReaderOf } from '../queries/live-views.js';

/** The newest that are listed; the answer says how many there are. */
const SHOWN_LIMIT_CERTIFICATES = 200;

/** A certificate as its issuer lists it: whose, since when, and whether it is valid. Not its code, which opens what it says of goals (0051). */
export interface IssuedCertificate extends Pick<CredentialRow, 'credential' | 'on' | 'revoked'> {
  readonly holder: string;
  readonly as: CredentialRow['achievement']['as'];
}

/** The certificates of an institution, for those who may withdraw them. */
@Controller('api/institutions')
export class CertificatesController {
  constructor(@Inject(HUB_PARTS) private readonly hub: HubParts) {}

  @Get(':id/certificates')
  @Header('Cache-Control', 'private, no-store')
  issued(@SignedIn() person: PersonId, @Param('id') id: string): { certificates: readonly IssuedCertificate[]; total: number } {
    const issuer = id as InstitutionId;
    if (!this.#may(person, issuer)) throw notThere();
    const look = viewReaderOf(this.hub.views.store);
    const rows = look.rows(credentialView.name, { issuer });
    const newest = [...rows].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).slice(0, SHOWN_LIMIT_CERTIFICATES);
    return {
      total: rows.length,
      certificates: newest.map(({ credential, on, revoked, achievement, person: holder }) => ({
        credential,
        on,
        revoked,
        as: achievement.as,
        holder: look.row(personView.name, holder)?.name ?? '',
      })),
    };
  }

  /** A person who may withdraw one may see them: the policy of the command says who. */
  #may(person: PersonId, issuer: InstitutionId): boolean {
    const command = { type: 'RevokeCredential', data: { why: 'issued-in-error' } } as Parameters<
      typeof credentialPolicies.RevokeCredential
    >[1];
    const issuerTrust = viewReaderOf(this.hub.views.store).row(institutionView.name, issuer)?.trust ?? null;
    return credentialPolicies.RevokeCredential(this.hub.audience.actor(person), command, { person: null, issuer }, { issuerTrust });
  }
}
