import type { CredentialId, Day, InstitutionId, MentorshipId, PersonId } from '@alongside/domain/kernel/brand.js';
import type { Achievement, CredentialEvent, CredentialKind } from '@alongside/domain/recognition/credential.events.js';
import { change } from '../engine/view.js';
import { onlyPerson } from './audiences.js';
import type { HubEventOf } from './hub-event.js';
import { hubView } from './hub-view.js';

/** A certificate or a record of participation. It states figures; the holder's name, and whether they were erased, is joined when it is shown. */
export interface CredentialRow {
  readonly credential: CredentialId;
  readonly person: PersonId;
  readonly mentorship: MentorshipId;
  readonly issuer: InstitutionId;
  readonly issuerName: string;
  readonly achievement: Achievement;
  readonly code: string;
  readonly on: Day;
  readonly kind: CredentialKind;
  readonly revoked: { readonly on: Day; readonly why: HubEventOf<'CredentialRevoked'>['data']['why'] } | null;
}

/** Certificates, to their holder. The server answers anyone who has a code from the `code` index. */
export const credentialView = hubView<CredentialEvent, CredentialRow>()({
  name: 'credential',
  version: 4,
  title: 'Certificates',
  readers: ['person'],
  own: 'certificates',
  indexes: ['code', 'person', 'mentorship', 'issuer'],
  on: {
    CredentialIssued: ({ data }, rows) => {
      const kind: CredentialKind = data.kind ?? 'certificate';
      rows.put(data.credential, {
        audience: onlyPerson(data.person),
        data: { ...data, kind, revoked: null },
        about: [data.person],
      });
    },
    CredentialRaised: ({ data: { credential, meetings, minutes, on } }, rows) =>
      change<CredentialRow>(rows, credential, (data) => ({
        ...data,
        kind: 'certificate',
        on,
        achievement: { ...data.achievement, meetings, minutes },
      })),
    CredentialRevoked: ({ data: { credential, on, why } }, rows) => change(rows, credential, (data) => ({ ...data, revoked: { on, why } })),
  },
});
