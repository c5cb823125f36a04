import type { JSX } from 'solid-js';
import { ButtonLink } from '../../ui/index.js';

/** What joining two records does, read before it is done. */
export const JoinedForGood = (): JSX.Element => (
  <p>
    You cannot undo this. Your history, meetings, minutes and certificates are in one record from then on. Where they differ, we keep what
    you said last. What a school filled in for you stays as it is on the older record. If you delete your account later, both are deleted.
  </p>
);

export const SAY_JOINED = 'It can take a minute until every page shows them as one. You can sign in with either email address.';

/** What a person looks at once their records are joined: the older record’s words stay, and what an import said of the newer one may be wrong. */
export const CheckWhatIsKept = (): JSX.Element => (
  <>
    <p>Check your job details, and which address we email. Where the two records differed, we kept the newer details.</p>
    <div class="line line--wrap">
      <ButtonLink href="/profile">Check your profile</ButtonLink>
      <ButtonLink tone="quiet" href="/privacy/email">
        Choose your email address
      </ButtonLink>
    </div>
  </>
);
