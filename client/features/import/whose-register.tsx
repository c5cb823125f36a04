import { Show, type JSX } from 'solid-js';
import { NATIONS, type Nation } from '@alongside/domain/institutions/institution.events.js';
import { sayPlaced, sayUntried, type NationsSaid } from '@alongside/domain/imports/nations-of-rows.js';
import { registerByHeading, TRIED_NATIONS } from '@alongside/domain/imports/school-fields.js';
import { Notice, Section, SelectField } from '../../ui/index.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import type { SeenColumn } from './import-answers.js';

const EACH_ROW = 'each-row';

/** Whose register a file is, where a person can say it, and how far that list was tried. */
export function WhoseRegister(props: {
  nation: Nation | undefined;
  /** Of its rows. */
  nations: NationsSaid | undefined;
  columns: readonly SeenColumn[];
  canChoose: boolean;
  onChoose: (nation: Nation) => void;
}): JSX.Element {
  const hint = () => {
    const headings = props.columns.map(({ heading }) => heading);
    const restsOn = props.nation && registerByHeading(headings, props.columns) === props.nation;
    const heading = props.columns.find(({ as }) => as === 'reference')?.heading;
    return restsOn
      ? `We take it from the heading “${heading}”. Choose another if that is not so: schools keep the number of their register.`
      : 'We do not guess it. Schools keep the number of their register, so choose the same one each time.';
  };
  const untried = (): readonly Nation[] =>
    props.nations?.untried ?? (props.nation && !TRIED_NATIONS.has(props.nation) ? [props.nation] : []);
  const options = () => [
    ...(props.nation ? [] : [{ value: EACH_ROW, label: 'Each row says its nation' } as const]),
    ...NATIONS.map((value) => ({ value, label: NATION_WORDS[value] })),
  ];
  return (
    <Section title="Whose register is it?">
      <Show
        when={props.canChoose}
        fallback={<p>{props.nation ? `The register of ${NATION_WORDS[props.nation]}, by its headings.` : 'Each row says its nation.'}</p>}
      >
        <SelectField<Nation | typeof EACH_ROW>
          label="The register of"
          hint={hint()}
          value={props.nation ?? EACH_ROW}
          options={options()}
          onChange={(value) => value !== EACH_ROW && props.onChoose(value)}
        />
      </Show>
      <Show when={props.nations && sayPlaced(props.nations, props.canChoose)}>{(said) => <Notice>{said()}</Notice>}</Show>
      <Show when={untried().length}>
        <Notice>{sayUntried(untried(), 'Check the columns and the first schools below before you import.')}</Notice>
      </Show>
    </Section>
  );
}
