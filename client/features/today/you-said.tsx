import { Show, type JSX } from 'solid-js';
import type { MoveOf } from '@alongside/domain/mentorships/whose-move.js';
import { createAct } from '../../app/act.js';
import { Button, DueDate, Link, List, Row, sayOnDay, Section } from '../../ui/index.js';
import { useCalled } from '../../shared/people/called-apart.js';
import { createWho } from '../../shared/people/person-name.js';

/** What this person took on in their meetings, each done with one press. */
export default function YouSaid(props: { moves: readonly MoveOf<'do-action'>[] }): JSX.Element {
  return (
    <Show when={props.moves.length}>
      <Section title="You said you would">
        <List each={props.moves}>{(move) => <Promised move={move} />}</List>
      </Section>
    </Show>
  );
}

function Promised(props: { move: MoveOf<'do-action'> }): JSX.Element {
  const call = useCalled();
  const who = createWho(() => props.move.with);
  const finishing = createAct();
  const title = () => props.move.title || 'Deleted action';
  return (
    <Row
      wrap
      title={title()}
      note={
        <>
          <Show when={props.move.due}>
            {(due) => (
              <>
                <DueDate day={due()} /> ·{' '}
              </>
            )}
          </Show>
          <Link href={`/meetings/${props.move.meeting}`} about={`: ${title()}`}>
            From your meeting{who().name ? ` with ${call(who())}` : ''}
            {props.move.metOn ? ` ${sayOnDay(props.move.metOn)}` : ''}
          </Link>
        </>
      }
      end={
        <Button
          tone="quiet"
          small
          pending={finishing.pending()}
          onPress={() => void finishing.run('FinishAction', { meeting: props.move.meeting, action: props.move.action }, 'Action done')}
        >
          Done<span class="unseen">: {title()}</span>
        </Button>
      }
    />
  );
}
