import { createSignal, Show, type JSX } from 'solid-js';
import { DetailsForm } from '../../shared/institutions/details-form.js';
import { sayWhich } from '../../shared/set-up/answers.js';
import { Button, ButtonLink, List, Row, Section } from '../../ui/index.js';
import type { StepProps } from './step-props.js';

/** The schools of the hub: one typed in, or many from the register’s file. */
export function SchoolStep(props: StepProps): JSX.Element {
  const [wanted, setWanted] = createSignal<boolean>();
  const schools = () => props.progress.schools;
  // An import in another tab adds schools: the empty form closes then, and one that was begun stays.
  const adding = () => wanted() ?? schools().length === 0;
  return (
    <div class="stack stack--loose">
      <Show when={schools().length > 0}>
        <List each={schools()}>{(school) => <Row title={<strong>{school.name}</strong>} note={sayWhich(school)} />}</List>
        <Show when={props.progress.hasMore}>
          <p class="muted">And more. You find any of them by name in the next steps.</p>
        </Show>
      </Show>
      <Show
        when={adding()}
        fallback={
          <div class="line line--wrap">
            <Button onPress={() => props.onNext()}>Continue</Button>
            <Button tone="quiet" onPress={() => setWanted(true)}>
              Add another school or trust
            </Button>
          </div>
        }
      >
        <div onInput={() => setWanted(true)}>
          <DetailsForm
            submit="Add and continue"
            onSent={(institution, _name, kind) => {
              setWanted(false);
              // A trust has no terms of its own to begin with.
              props.onNext(kind === 'trust' ? undefined : institution);
            }}
            beside={
              <Show when={schools().length > 0}>
                <Button tone="plain" onPress={() => props.onNext()}>
                  Continue without adding
                </Button>
              </Show>
            }
          />
        </div>
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
