import { Show, type JSX } from 'solid-js';
import { createAnswer, post } from '../../replica/index.js';
import { Button, count, Notice, say } from '../../ui/index.js';
import { createPosting } from '../posting.js';

/** Who was not emailed their invitation, as the hub had no email then; and whether it sends email now. */
export interface Kept {
  readonly leaves: boolean;
  readonly people: readonly string[];
}

/** Of a school or trust. Nothing is asked while its id is empty. */
export const createKept = (at: () => string | undefined) =>
  createAnswer<Kept>(() => (at() ? `/api/invitations/kept?at=${encodeURIComponent(at() ?? '')}` : undefined), { ofOthers: true });

/** Of the whole hub, for its administrators. */
export const createKeptOfAll = () => createAnswer<Kept>(() => '/api/invitations/kept', { ofOthers: true });

/** Said where an email would be promised, and none leaves. */
export const NO_EMAIL_YET = 'This hub has no email yet. An administrator of the hub sets it up under “Set-up”.';

/** Emails them: of these people, of a place, or of the whole hub. */
export function createSendingKept(done: () => void) {
  const posting = createPosting();
  const send = (whom: { readonly institution?: string; readonly people?: readonly string[] }) =>
    posting.run(async () => {
      const answer = await post<{ sent: number }>('/api/invitations/kept', whom);
      if (answer.ok) say(`We have emailed ${count(answer.value.sent, 'person', 'people')} an invitation.`);
      done();
      return answer;
    });
  return { pending: posting.pending, failure: posting.failure, send };
}

/** Who was not emailed, at a place or in the whole hub: why, and the emails once they can be sent. */
export function KeptNotice(props: { at?: string; of: Kept; onSent: () => void }): JSX.Element {
  const sending = createSendingKept(() => props.onSent());
  const people = () => count(props.of.people.length, 'person', 'people');
  return (
    <Show when={props.of.people.length}>
      <Notice
        title={`We could not email ${people()}`}
        foot={
          <Show when={props.of.leaves}>
            <Button pending={sending.pending()} onPress={() => void sending.send(props.at === undefined ? {} : { institution: props.at })}>
              Email {people()}
            </Button>
          </Show>
        }
      >
        <p>
          {props.of.leaves
            ? 'They were invited while this hub had no email. You can send these invitations now.'
            : `${NO_EMAIL_YET} You can send these invitations then.`}
        </p>
        <Show when={sending.failure()}>{(said) => <p>{said().message}</p>}</Show>
      </Notice>
    </Show>
  );
}
