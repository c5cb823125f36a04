import type { CredentialKind } from '@alongside/domain/recognition/credential.events.js';
import type { CredentialRow } from '@alongside/projections/views/credential.view.js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';

/** What anybody may learn who was given a certificate's code. */
export interface Verification {
  readonly name: string;
  /** `participation`: an honest record that the two took part, which certifies nothing. */
  readonly kind: CredentialKind;
  readonly as: 'mentor' | 'mentee';
  readonly issuerName: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly meetings: number;
  readonly minutes: number;
  /** Of a valid certificate alone: nothing else certifies what was achieved. */
  readonly goalsAchieved?: number;
  /** `holder-erased`: it was issued, and its holder has asked to be forgotten. */
  readonly status: 'valid' | 'revoked' | 'holder-erased';
  /** The day of its withdrawal; `null` where it is valid. Why is for its holder and its issuer. */
  readonly withdrawnOn: string | null;
}

/** What a code opens: what the certificate itself states, and of goals only while it certifies them. `holder`: as they are now. */
export function verificationOf(row: CredentialRow, holder: Pick<PersonRow, 'name' | 'erased'> | undefined): Verification {
  const { achievement, issuerName, on, kind, revoked } = row;
  const { goalsAchieved, ...tookPart } = achievement;
  const isGone = holder?.erased === true;
  const status = revoked ? 'revoked' : isGone ? 'holder-erased' : 'valid';
  const certified = kind === 'certificate' && status === 'valid' ? { goalsAchieved } : {};
  return {
    ...tookPart,
    ...certified,
    kind,
    issuerName,
    on,
    status,
    withdrawnOn: revoked?.on ?? null,
    name: isGone ? '' : (holder?.name ?? ''),
  };
}
