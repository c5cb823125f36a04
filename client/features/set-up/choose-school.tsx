import { Show, type JSX } from 'solid-js';
import { createView } from '../../replica/index.js';
import { ChooseAny } from '../../shared/institutions/choose-any.js';
import type { SetUpProgress } from '../../shared/set-up/answers.js';
import { SelectField } from '../../ui/index.js';

/** The school of a step: from a list, or by name where there are more than a list can show. */
export function ChooseSchool(props: { progress: SetUpProgress; chosen: string; onChoose: (id: string) => void }): JSX.Element {
  const row = createView('institution', () => props.chosen || undefined);
  const chosen = () => {
    const found = row();
    return found && { id: found.institution, name: found.details.name, kind: found.details.kind, trust: found.trust };
  };
  const schools = () => props.progress.schools;
  return (
    <Show
      when={props.progress.hasMore}
      fallback={
        <Show when={schools().length > 1 && schools().some(({ institution }) => institution === props.chosen)}>
          <SelectField
            label="School or trust"
            value={props.chosen}
            onChange={props.onChoose}
            options={schools().map(({ institution, name }) => ({ value: institution, label: name }))}
          />
        </Show>
      }
    >
      <ChooseAny
        label="School or trust"
        all={[]}
        chosen={chosen()}
        loading={props.chosen !== '' && row.loading}
        mustChoose
        onChoose={props.onChoose}
      />
    </Show>
  );
}
