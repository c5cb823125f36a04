import { createSignal, Show, type JSX } from 'solid-js';
import { Button, ButtonLink, List, Row, say, Section } from '../../ui/index.js';
import { DetailsForm } from '../institution/details-form.js';
import type { StepProps } from './set-up.screen.js';

/** The schools of the hub: one typed in, or many from the register’s file. */
export function SchoolStep(props: StepProps): JSX.Element {
  const [adding, setAdding] = createSignal(props.progress.schools.length === 0);
  return (
    <div class="stack stack--loose">
      <Show when={props.progress.schools.length > 0}>
        <List each={props.progress.schools}>{(school) => <Row title={<strong>{school.name}</strong>} />}</List>
      </Show>
      <Show
        when={adding()}
        fallback={
          <div class="line line--wrap">
            <Button onPress={props.onNext}>Continue</Button>
            <Button tone="quiet" onPress={() => setAdding(true)}>
              Add another school or trust
            </Button>
          </div>
        }
      >
        <DetailsForm
          submit="Add and continue"
          onSaved={(_, name) => {
            say(`${name} added`);
            setAdding(false);
            props.onNext();
          }}
        />
      </Show>
      <Section title="Do you have many schools?" level={3}>
        <p class="muted">
          Import them from the national register’s file. We show you what would change before anything is saved. Then come back here from
          your menu.
        </p>
        <div>
          <ButtonLink tone="quiet" href="/import?kind=institutions">
            Import schools from a file
          </ButtonLink>
        </div>
      </Section>
    </div>
  );
}
