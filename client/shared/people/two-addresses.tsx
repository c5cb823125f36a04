import { For, Show, type JSX } from 'solid-js';
import { createRows, createSending, createView, me, post } from '../../replica/index.js';
import { Notice, say, saying, Section } from '../../ui/index.js';
import { AskFirst } from '../ask-first.js';
import { Refused } from '../forms.js';
import { focusHeading } from '../requests/focus.js';
import { createPosting } from '../posting.js';
import { createJoiningAnswer } from './joining-answer.js';

interface Further {
  /** The joined record, by its own id. */
  readonly record: string;
  readonly email: string;
}

/** The addresses beside their own that sign a person in, since two of their records were joined. */
export function createFurther() {
  // The row is live and holds no address: it says when to ask.
  const rows = createRows('joining', () => ({ kept: me(), status: 'joined' }));
  const hasTwo = () => rows().some(({ bothAddresses }) => bothAddresses);
  const answer = createJoiningAnswer<{ readonly further?: readonly Further[] }>(hasTwo);
  return { further: () => answer.data()?.further ?? [], again: answer.again };
}

/** After two records were joined both addresses sign in, until their owner chooses the one to keep, at which we email them. */
export function TwoAddresses(): JSX.Element {
  const profile = createView('profile', me);
  const { further, again } = createFurther();
  const sending = createSending();
  const using = createPosting();
  /** The buttons go. */
  const goOn = () => {
    again();
    focusHeading();
  };
  const keepNow = async (other: Further) => {
    const saved = saying('You sign in with one email address now');
    if (await sending.send('LeaveFurtherAddress', { record: me(), other: other.record }, { saved })) goOn();
  };
  const keepOther = async ({ record, email }: Further) => {
    if (!(await using.run(() => post('/api/address/further', { record })))) return;
    say(`You sign in with ${email} now, and we email you there`);
    goOn();
  };
  return (
    <For each={further()}>
      {(other) => (
        <Section title="Two email addresses">
          <p>
            You sign in with <strong>{profile()?.email}</strong> and with <strong>{other.email}</strong>. We email you at{' '}
            <strong>{profile()?.email}</strong>.
          </p>
          <p>Choose the one to keep. We email you there, and the other one no longer signs you in.</p>
          <Refused sending={sending} />
          <Show when={using.failure()}>{(why) => <Notice kind="refusal">{why().message}</Notice>}</Show>
          <div class="line line--wrap">
            <AskFirst
              label={`Keep only ${other.email}`}
              question={`We email you at ${other.email} from then on, and ${profile()?.email} no longer signs you in. You cannot undo this.`}
              pending={using.pending()}
              onConfirm={() => void keepOther(other)}
            />
            <AskFirst
              label={`Keep only ${profile()?.email}`}
              question={`We go on emailing you at ${profile()?.email}, and ${other.email} no longer signs you in. You cannot undo this.`}
              pending={sending.pending()}
              onConfirm={() => void keepNow(other)}
            />
          </div>
        </Section>
      )}
    </For>
  );
}
