import { createSignal, Show, type JSX } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { createSending } from '../../replica/index.js';
import { Button, Notice, TextField } from '../../ui/index.js';
import type { StepProps } from './step-props.js';

/** How the hub is called. */
export function HubStep(props: StepProps): JSX.Element {
  const [name, setName] = createSignal(props.progress.hubName ?? '');
  const [missing, setMissing] = createSignal(false);
  const sending = createSending();
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(!name().trim());
    if (missing() || sending.pending()) return;
    const details = { name: name().trim(), kind: 'hub', nation: 'england' } as const;
    if (await sending.send('DescribeInstitution', { institution: HUB_INSTITUTION, details }, { needsHub: true })) props.onNext();
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={sending.problemBeside('details.name')}>{(said) => <Notice kind="refusal">{said()}</Notice>}</Show>
      <TextField
        label="Hub name"
        hint="The name of your trust, school or programme works well, such as Beacon Trust Mentoring."
        autocomplete="organization"
        value={name()}
        onInput={setName}
        error={missing() ? 'Enter a name for your hub.' : sending.problem('details.name')}
      />
      <div>
        <Button type="submit" pending={sending.pending()}>
          Save and continue
        </Button>
      </div>
    </form>
  );
}
