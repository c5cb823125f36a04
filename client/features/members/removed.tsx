import { createSignal, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { AddAgain, createPutBack, WHAT_COMES_BACK } from '../../shared/people/add-again.js';
import { atStart, Button, count, Section } from '../../ui/index.js';

/** Members who were removed and never signed in: they are added again here. Nothing where there are none. */
export default function Removed(props: { at: InstitutionChoice }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const putBack = createPutBack(
    () => props.at.id,
    () => undefined,
  );
  return (
    <Show when={putBack().length}>
      <Section title="Removed members">
        <p>
          {atStart(count(putBack().length, 'person was a member', 'people were members'))} of {placeWithin(props.at.name)} and never signed
          in. You can add them again without an invitation. {WHAT_COMES_BACK}
        </p>
        <div>
          <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
            {open() ? 'Hide removed members' : 'Show removed members'}
          </Button>
        </div>
        <Show when={open()}>
          <AddAgain at={props.at.id} where={props.at.name} of={putBack()} />
        </Show>
      </Section>
    </Show>
  );
}
