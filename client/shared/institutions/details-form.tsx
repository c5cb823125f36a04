import { createSignal, Show, type JSX } from 'solid-js';
import { NATIONS, type InstitutionDetails, type Nation } from '@alongside/domain/institutions/institution.events.js';
import { createSending, newId } from '../../replica/index.js';
import { Button, Notice, saying, SelectField, TextField } from '../../ui/index.js';
import { NUMBER_OF, TRUST_NUMBER } from '@alongside/domain/institutions/number-words.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { KIND_WORDS, PHASES } from './words.js';

type Kind = Exclude<InstitutionDetails['kind'], 'hub'>;
const KINDS: readonly Kind[] = ['school', 'trust', 'college'];

/** The details of a school, trust or college: of a new one, or of one that is known. Facts of the register that are not shown stay. */
export function DetailsForm(props: {
  of?: { readonly institution: string; readonly details: InstitutionDetails } | undefined;
  submit: string;
  /** It was sent; of a new one: it is there. */
  onSent: (institution: string, name: string, kind: InstitutionDetails['kind']) => void;
  beside?: JSX.Element;
}): JSX.Element {
  const before = props.of?.details;
  const [id, setId] = createSignal(props.of?.institution ?? newId());
  const [name, setName] = createSignal(before?.name ?? '');
  const [kind, setKind] = createSignal<InstitutionDetails['kind']>(before?.kind ?? 'school');
  const [nation, setNation] = createSignal<Nation>(before?.nation ?? 'england');
  const [town, setTown] = createSignal(before?.town ?? '');
  const [postcode, setPostcode] = createSignal(before?.postcode ?? '');
  const [phase, setPhase] = createSignal(before?.phase ?? '');
  const [reference, setReference] = createSignal(before?.reference ?? '');
  const [missing, setMissing] = createSignal(false);
  const sending = createSending();
  const phases = () => [...new Set<string>([...PHASES, ...(before?.phase ? [before.phase] : [])])];

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(!name().trim());
    if (missing() || sending.pending()) return;
    const { town: _town, postcode: _postcode, phase: _phase, reference: _reference, ...kept } = before ?? {};
    const details = {
      ...kept,
      name: name().trim(),
      kind: kind(),
      nation: nation(),
      ...(town().trim() && { town: town().trim() }),
      ...(postcode().trim() && { postcode: postcode().trim().toUpperCase() }),
      ...(phase() && { phase: phase() }),
      ...(reference().trim() && { reference: reference().trim() }),
    };
    const type = props.of ? 'DescribeInstitution' : 'RegisterInstitution';
    // The page of a new one is where this leads, so the hub has to have it.
    const going = { needsHub: !props.of, saved: saying(props.of ? 'Details saved' : `${details.name} added`) };
    if (!(await sending.send(type, { institution: id(), details }, going))) return;
    const saved = id();
    if (!props.of) setId(newId());
    props.onSent(saved, details.name, details.kind);
  };
  return (
    <form class="stack" novalidate onSubmit={(event) => void save(event)}>
      <Show when={sending.problemBeside('details.name', 'details.town', 'details.postcode', 'details.reference')}>
        {(said) => <Notice kind="refusal">{said()}</Notice>}
      </Show>
      <TextField
        label="Name"
        autocomplete="organization"
        value={name()}
        onInput={setName}
        error={missing() ? 'Enter the name.' : sending.problem('details.name')}
      />
      <div class="institution__pair">
        <Show when={!props.of}>
          <SelectField
            label="Kind"
            value={kind()}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))}
          />
        </Show>
        <SelectField
          label="Nation"
          hint="We know the bank holidays of each nation."
          value={nation()}
          onChange={setNation}
          options={NATIONS.map((value) => ({ value, label: NATION_WORDS[value] }))}
        />
      </div>
      <div class="institution__pair">
        <TextField label="Town" optional autocomplete="off" value={town()} onInput={setTown} error={sending.problem('details.town')} />
        <TextField
          label="Postcode"
          optional
          autocomplete="off"
          value={postcode()}
          onInput={setPostcode}
          error={sending.problem('details.postcode')}
        />
      </div>
      <Show when={kind() !== 'hub'}>
        <TextField
          label={kind() === 'trust' ? TRUST_NUMBER : NUMBER_OF[nation()]}
          hint="With it, we know it again in a list of schools that you import."
          optional
          autocomplete="off"
          value={reference()}
          onInput={setReference}
          error={sending.problem('details.reference')}
        />
      </Show>
      <Show when={kind() === 'school'}>
        <SelectField
          label="Phase"
          optional
          empty="Not set"
          value={phase()}
          onChange={setPhase}
          options={phases().map((value) => ({ value, label: value }))}
        />
      </Show>
      <div class="line line--wrap">
        <Button type="submit" pending={sending.pending()}>
          {props.submit}
        </Button>
        {props.beside}
      </div>
    </form>
  );
}
