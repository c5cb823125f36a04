import { createSignal, Show, type JSX } from 'solid-js';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { Button, count, List, Pair, Row, Section } from '../../ui/index.js';
import { PeoplePair, PersonName } from '../../shared/people/person-name.js';
import { sayNoneStuck, type Stuck } from '../../shared/programme/stuck.js';

const STEP_ROWS = 5;

/** The two people of a pair, by the names that are at hand; those who have left are asked for by id. */
export function PairNames(props: { mentor: string; mentee: string; people: ReadonlyMap<string, PersonRow> }): JSX.Element {
  const name = (id: string) => props.people.get(id)?.name;
  const One = (own: { id: string }) => (
    <Show when={name(own.id)} fallback={<PersonName of={own.id} />}>
      {(said) => <span class="name">{said()}</span>}
    </Show>
  );
  return (
    <strong>
      <One id={props.mentee} /> <span class="muted programme__and">with</span> <One id={props.mentor} />
    </strong>
  );
}

/** Their circles. */
export function PairCircles(props: { mentor: string; mentee: string; people: ReadonlyMap<string, PersonRow> }): JSX.Element {
  const name = (id: string) => props.people.get(id)?.name;
  return (
    <Show when={name(props.mentee) && name(props.mentor)} fallback={<PeoplePair of={[props.mentee, props.mentor]} />}>
      <Pair
        of={[
          { id: props.mentee, name: name(props.mentee) ?? '' },
          { id: props.mentor, name: name(props.mentor) ?? '' },
        ]}
      />
    </Show>
  );
}

/** Pairs that may need a hand: what is known and what to do, the longest wait first. */
export function StuckList(props: {
  of: readonly Stuck[];
  /** There is a pair that goes on: without one, nothing is said of how pairs do. */
  any: boolean;
  people: ReadonlyMap<string, PersonRow>;
  children?: JSX.Element;
}): JSX.Element {
  const [limit, setLimit] = createSignal(STEP_ROWS);
  return (
    <Section title="Who may need a hand">
      <Show when={props.of.length} fallback={<p class="muted">{sayNoneStuck(props.any)}</p>}>
        <p class="muted">
          {props.of.length === 1 ? 'One pair' : count(props.of.length, 'pair')}. A kind word is usually enough. You can see whether they
          meet, never what they say.
        </p>
        <List each={props.of.slice(0, limit())}>
          {(one) => (
            <Row
              start={<PairCircles mentor={one.pair.mentor} mentee={one.pair.mentee} people={props.people} />}
              title={<PairNames mentor={one.pair.mentor} mentee={one.pair.mentee} people={props.people} />}
              note={`${one.what}.`}
            >
              <p class="small">{one.todo}</p>
            </Row>
          )}
        </List>
        <Show when={props.of.length > limit()}>
          <div>
            <Button tone="quiet" small onPress={() => setLimit(props.of.length)}>
              Show {props.of.length - limit()}
            </Button>
          </div>
        </Show>
      </Show>
      {props.children}
    </Section>
  );
}
