import { createSignal, For, Show, type JSX } from 'solid-js';
import type { JoiningRow } from '@alongside/projections/views/joining.view.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { createSending, post } from '../../replica/index.js';
import { AskFirst } from '../../shared/ask-first.js';
import { Refused } from '../../shared/forms.js';
import { CheckWhatIsKept, JoinedForGood, SAY_JOINED } from '../../shared/people/joined.js';
import { createJoiningAnswer } from '../../shared/people/joining-answer.js';
import { createNow } from '../../shared/pair/pair.js';
import { UnlessAddressIsNew } from '../../shared/people/waits-for-address.js';
import { createPosting } from '../../shared/posting.js';
import { asksToSignInAgain, SignInAgain } from '../../shared/sign-in-again.js';
import { Button, ButtonLink, MoveCard, Notice, sayDate, sayMoment, saying } from '../../ui/index.js';

interface Asked {
  /** The other one. */
  readonly record: string;
  readonly kept: string;
  readonly joined: string;
  /** Who asks; empty where they have no name any more. */
  readonly asker: string;
  readonly name: string;
  readonly places: readonly string[];
  readonly jobTitle: string;
  readonly memberFrom: string | null;
  /** Its first letter and its domain. */
  readonly email: string;
  /** Their own job and which of the two they would have; absent where the two do not differ. */
  readonly jobs?: { readonly own: string; readonly keeps: string };
  /** When this person may join the two without a code; absent where they need one. */
  readonly joinsFrom?: string;
  /** When the other record may, as this one’s mailbox is said not to be read. */
  readonly otherJoinsFrom?: string;
}

/** Other records that an administrator takes for the signed-in person’s. */
export default function JoiningAsked(props: { of: readonly JoiningRow[] }): JSX.Element {
  const answer = createJoiningAnswer<{ readonly asked: readonly Asked[] }>();
  const about = ({ kept, joined }: JoiningRow) => answer.data()?.asked.find((one) => one.kept === kept && one.joined === joined);
  return <For each={props.of}>{(row) => <Show when={about(row)}>{(other) => <Card of={row} other={other()} />}</Show>}</For>;
}

function Card(props: { of: JoiningRow; other: Asked }): JSX.Element {
  const sending = createSending();
  const joining = createPosting();
  const [again, setAgain] = createSignal(false);
  const [done, setDone] = createSignal(false);
  const now = createNow();
  const mayJoin = () => props.other.joinsFrom !== undefined && props.other.joinsFrom <= now();
  const join = async () => {
    setAgain(false);
    if (await joining.run(() => post('/api/joining/agree', { other: props.other.record }))) return setDone(true);
    setAgain(asksToSignInAgain(joining.failure()));
  };
  const asker = () => (props.other.asker ? isolated(props.other.asker) : 'An administrator');
  const apart = () => {
    const { places, jobTitle, memberFrom, email } = props.other;
    const said = [
      places.length && `at ${places.join(' and ')}`,
      jobTitle && isolated(jobTitle),
      memberFrom && `member from ${sayDate(memberFrom)}`,
      email && `email address ${email}`,
    ];
    return said.filter(Boolean).join(', ');
  };
  const question = () => (
    <MoveCard
      title={`Is another record, in the name of ${isolated(props.other.name)}, yours too?`}
      lead={`${props.other.asker ? `${isolated(props.other.asker)} thinks that you` : 'You'} may have two records here. If you join them, your history, meetings and certificates are in one place. You cannot undo this.${props.other.otherJoinsFrom ? '' : ' Nothing changes unless you agree.'}`}
    >
      <Show when={apart()}>{(said) => <p class="grow">The other record: {said()}.</p>}</Show>
      <Show when={props.other.jobs}>
        {(jobs) => (
          <p>
            This record has the job {isolated(jobs().own)}. If you join them, we keep {isolated(jobs().keeps)}, which was saved last. You
            can change it in your profile.
          </p>
        )}
      </Show>
      <Show when={props.other.otherJoinsFrom}>
        {(from) => (
          <p>
            {asker()} also says that you no longer read email at the address of this record. So you can join the two from{' '}
            {sayMoment(from())} without a code, signed in as the other. If that is not so, or the other record is not yours, choose “Keep
            them apart”.
          </p>
        )}
      </Show>
      <Show when={props.other.joinsFrom && !mayJoin() && props.other.joinsFrom}>
        {(from) => (
          <p>
            <strong>You can join the records here, without a code, from {sayMoment(from())}.</strong> You do not need to do anything until
            then.
          </p>
        )}
      </Show>
      <Show when={mayJoin()}>
        <JoinedForGood />
      </Show>
      <Refused sending={sending} />
      <Show when={!asksToSignInAgain(joining.failure()) && joining.failure()}>
        {(why) => <Notice kind="refusal">{why().message}</Notice>}
      </Show>
      <Show when={again()} fallback={<Answers />}>
        <SignInAgain goOn="Join records" onDone={() => void join()} onBack={() => setAgain(false)} />
      </Show>
    </MoveCard>
  );
  return (
    <Show when={done()} fallback={question()}>
      <MoveCard label="Done" title="Your records are joined" lead={SAY_JOINED}>
        <CheckWhatIsKept />
      </MoveCard>
    </Show>
  );

  /** Before the day from which none is needed, a code is no more than another way: it goes to an address that they may not read. */
  function WithCode(): JSX.Element {
    return (
      <Show when={props.other.joinsFrom} fallback={<ButtonLink href="/privacy/records">Join records</ButtonLink>}>
        <ButtonLink tone="plain" href="/privacy/records">
          I can read email there: join with a code now
        </ButtonLink>
      </Show>
    );
  }

  function Answers(): JSX.Element {
    return (
      <>
        <Show when={mayJoin()} fallback={<WithCode />}>
          <UnlessAddressIsNew what="join the records" meanwhile="The question stays here.">
            <Button pending={joining.pending()} onPress={() => void join()}>
              Join records
            </Button>
          </UnlessAddressIsNew>
        </Show>
        <AskFirst
          label="Keep them apart"
          question="The two records stay apart, and the question is gone. An administrator can ask you again."
          pending={sending.pending()}
          onConfirm={() =>
            void sending.send(
              'DeclineJoining',
              { record: props.of.kept, other: props.of.joined },
              {
                saved: saying(`The two records stay apart, and we tell ${props.other.asker ? asker() : 'the administrator who asked'}`),
              },
            )
          }
        />
      </>
    );
  }
}
