import { For, Show, type JSX } from 'solid-js';
import type { JoiningRow } from '@alongside/projections/views/joining.view.js';
import { isolated } from '@alongside/domain/text/isolate.js';
import { createAnswer, createSending } from '../../replica/index.js';
import { Refused } from '../../shared/forms.js';
import { Button, ButtonLink, MoveCard, sayDate, saying } from '../../ui/index.js';

interface Asked {
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
}

/** Other records that an administrator takes for the signed-in person’s. */
export default function JoiningAsked(props: { of: readonly JoiningRow[] }): JSX.Element {
  const answer = createAnswer<{ readonly asked: readonly Asked[] }>(() => '/api/joining');
  const about = ({ kept, joined }: JoiningRow) => answer.data()?.asked.find((one) => one.kept === kept && one.joined === joined);
  return <For each={props.of}>{(row) => <Show when={about(row)}>{(other) => <Card of={row} other={other()} />}</Show>}</For>;
}

function Card(props: { of: JoiningRow; other: Asked }): JSX.Element {
  const sending = createSending();
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
  return (
    <MoveCard
      title={`Is another record, in the name of ${isolated(props.other.name)}, yours too?`}
      lead={`${props.other.asker ? `${isolated(props.other.asker)} thinks that you` : 'You'} may have two records here. If you join them, your history, meetings and certificates are in one place. You cannot undo this. Nothing changes unless you agree.`}
    >
      <Show when={apart()}>{(said) => <p class="grow">The other record: {said()}.</p>}</Show>
      <Refused sending={sending} />
      <ButtonLink href="/privacy/records">Join records</ButtonLink>
      <Button
        tone="quiet"
        pending={sending.pending()}
        onPress={() =>
          void sending.send(
            'DeclineJoining',
            { record: props.of.kept, other: props.of.joined },
            { saved: saying('The two records stay apart') },
          )
        }
      >
        Keep them apart
      </Button>
    </MoveCard>
  );
}
