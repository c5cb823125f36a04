import type { JSX } from 'solid-js';
import { ButtonLink } from '../../ui/index.js';

/** What joining two records does, read before it is done. */
export const JoinedForGood = (): JSX.Element => (
  <>
    <p>
      You cannot undo this. Your history, meetings, minutes and certificates are in one record from then on. If you delete your account
      later, both are deleted.
    </p>
    <p>
      Where they differ, we keep what was saved last, by you or by a school. Your name stays as it is on the older record, unless it was
      changed later on the other. You can change your job and your name in your profile.
    </p>
    <p>
      Your line manager and induction tutor at a school stay. If the two records name different people, we keep those on the older record.
    </p>
  </>
);

export const SAY_JOINED = 'It can take a minute until every page shows them as one. You can sign in with either email address.';

/** What a person looks at once their records are joined: one list may have brought in both, and what it said last may be wrong. */
export const CheckWhatIsKept = (): JSX.Element => (
  <>
    <p>Check your job details, and which address we email. Where the two records differed, we kept what was saved last.</p>
    <div class="line line--wrap">
      <ButtonLink href="/profile">Check your profile</ButtonLink>
      <ButtonLink tone="quiet" href="/privacy/email">
        Choose your email address
      </ButtonLink>
    </div>
  </>
);
