import { createSignal, For, Show, type JSX } from 'solid-js';
import { FindInstitution } from '../../shared/institutions/find-institution.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { rights } from '../../shared/institutions/rights.js';
import { Button, PageHeader, sayDate, Section, SelectField } from '../../ui/index.js';
import type { ClosedSchool } from './import-answers.js';

type Move = (institution: string, name: string) => void;

/** The school of a staff list has closed: the list is kept, and is imported at a school that follows it or at another one. */
export function ListOfClosed(props: {
  of: ClosedSchool;
  name: string;
  /** Where this person imports lists, the closed school left out. */
  others: readonly InstitutionChoice[];
  reading: boolean;
  onMove: Move;
  onBack: () => void;
}): JSX.Element {
  const open = () => props.of.followedBy.filter(({ may }) => may);
  const shut = () => props.of.followedBy.filter(({ may }) => !may);
  return (
    <div class="stack stack--loose">
      <PageHeader
        title={`${props.name} has closed`}
        lead={`${props.name} closed on ${sayDate(props.of.on)}. Your list is kept, with what you chose and corrected. Nothing was imported.`}
      />
      <Show when={props.of.followedBy.length}>
        <Section title="Schools that follow it">
          <div class="stack stack--tight">
            <For each={open()}>
              {(next, index) => (
                <div>
                  <Button
                    tone={index() ? 'quiet' : 'primary'}
                    pending={props.reading}
                    onPress={() => props.onMove(next.institution, next.name)}
                  >
                    Import it at {next.name}
                  </Button>
                </div>
              )}
            </For>
            <For each={shut()}>{(next) => <p>{next.name} follows it, and you cannot import lists there. A coordinator there can.</p>}</For>
          </div>
        </Section>
      </Show>
      <Elsewhere others={props.others} reading={props.reading} onMove={props.onMove} />
      <div>
        <Button tone="quiet" onPress={props.onBack}>
          Choose another file
        </Button>
      </div>
    </div>
  );
}

/** Another school: any that is open for those who run the hub, and otherwise one of their own. */
function Elsewhere(props: { others: readonly InstitutionChoice[]; reading: boolean; onMove: Move }): JSX.Element {
  const [typed, setTyped] = createSignal<string>();
  const chosen = () => props.others.find(({ id }) => id === typed()) ?? props.others[0];
  return (
    <Show
      when={rights.runsHub()}
      fallback={
        <Show when={chosen()}>
          {(one) => (
            <Section title="Another school">
              <div class="stack stack--tight">
                <SelectField
                  label="Another school or trust"
                  value={one().id}
                  onChange={setTyped}
                  options={props.others.map(({ id, name }) => ({ value: id, label: name || id }))}
                />
                <div>
                  <Button tone="quiet" pending={props.reading} onPress={() => props.onMove(one().id, one().name)}>
                    Import it there
                  </Button>
                </div>
              </div>
            </Section>
          )}
        </Show>
      }
    >
      <Section title="Another school">
        <FindInstitution
          open
          label="Another school or trust"
          end={(hit) => (
            <Button tone="quiet" small pending={props.reading} onPress={() => props.onMove(hit.institution, hit.name)}>
              Import here<span class="unseen"> at {hit.name}</span>
            </Button>
          )}
        />
      </Section>
    </Show>
  );
}
