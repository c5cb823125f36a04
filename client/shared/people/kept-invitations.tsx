import { Show, type JSX } from 'solid-js';
import { createAnswer, post } from '../../replica/index.js';
import { atStart, Button, count, Notice, say } from '../../ui/index.js';
import { createPosting } from '../posting.js';

/** Who was not emailed their invitation, as the hub had no email then or it waited too long; and whether it sends email now. */
export interface Kept {
  readonly leaves: boolean;
  /** What was asked since waits: the hub holds its emails, or its mail server takes none. */
  readonly waits?: 'held' | 'failing';
  readonly people: readonly string[];
}

/** Of a school or trust. Nothing is asked while its id is empty. */
export const createKept = (at: () => string | undefined) =>
  createAnswer<Kept>(() => (at() ? `/api/invitations/kept?at=${encodeURIComponent(at() ?? '')}` : undefined), { ofOthers: true });

/** Of the whole hub, for its administrators. */
export const createKeptOfAll = () => createAnswer<Kept>(() => '/api/invitations/kept', { ofOthers: true });

/** Why no email is sent now, within a sentence; undefined where some leave, and until it is known. */
export const whyNoEmail = (kept: Kept | undefined): string | undefined => {
  if (!kept || kept.leaves) return undefined;
  return kept.waits === 'held' ? 'this hub was restored from a backup and holds its emails' : 'this hub has no email yet';
};

/** The same, and what an administrator does about it; undefined as above. */
export const sayNoEmail = (kept: Kept | undefined): string | undefined => {
  const why = whyNoEmail(kept);
  const does = kept?.waits === 'held' ? 'lets them go on Hub status' : 'sets it up under “Set up this hub”';
  return why && `${atStart(why)}. An administrator of the hub ${does}.`;
};

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
            ? 'This hub could not send their invitations in time. You can send them now.'
            : `${sayNoEmail(props.of)} You can send these invitations then.`}
        </p>
        <Show when={sending.failure()}>{(said) => <p>{said().message}</p>}</Show>
      </Notice>
    </Show>
  );
}
