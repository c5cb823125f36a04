import { createSignal, Show, type JSX } from 'solid-js';
import { atStart, Button, count, List, Row, Section } from '../../ui/index.js';
import { PeoplePair, PersonName } from '../../shared/people/person-name.js';
import { sayNoneStuck, type Stuck } from '../../shared/programme/stuck.js';

const STEP_ROWS = 5;

/** The two people of a pair. */
export const PairNames = (props: { mentor: string; mentee: string }): JSX.Element => (
  <strong>
    <PersonName of={props.mentee} /> <span class="muted programme__and">with</span> <PersonName within of={props.mentor} />
  </strong>
);

/** Pairs that may need a hand: what is known and what to do, the longest wait first. */
export function StuckList(props: {
  of: readonly Stuck[];
  /** There is a pair that goes on: without one, nothing is said of how pairs do. */
  any: boolean;
  children?: JSX.Element;
}): JSX.Element {
  const [limit, setLimit] = createSignal(STEP_ROWS);
  return (
    <Section title="Who may need a hand">
      <Show when={props.of.length} fallback={<p class="muted">{sayNoneStuck(props.any)}</p>}>
        <p class="muted">
          {atStart(count(props.of.length, 'pair'))}. A kind word is usually enough. You can see whether they meet, never what they say.
        </p>
        <List each={props.of.slice(0, limit())}>
          {(one) => (
            <Row
              start={<PeoplePair of={[one.pair.mentee, one.pair.mentor]} />}
              title={<PairNames mentor={one.pair.mentor} mentee={one.pair.mentee} />}
              note={`${one.what}.`}
            >
              <p class="small">{one.todo}</p>
            </Row>
          )}
        </List>
        <Show when={props.of.length > limit()}>
          <div>
            <Button tone="quiet" small onPress={() => setLimit(props.of.length)}>
              Show {props.of.length - limit()} more
            </Button>
          </div>
        </Show>
      </Show>
      {props.children}
    </Section>
  );
}
