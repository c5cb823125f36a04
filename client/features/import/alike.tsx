import { For, Show, type JSX } from 'solid-js';
import { Button, sayDate, Section, SelectField } from '../../ui/index.js';
import { sameAs, type Choices, type Who } from './choices.js';
import { CorrectSchool, type CorrectCell } from './correct.js';
import type { RegisterCompared, SeenColumn } from './import-answers.js';
import { Steps, type LoadPart } from './steps.js';

type AlikeRow = NonNullable<RegisterCompared['alike']>['of'][number];
type Here = AlikeRow['here'][number];
const LEFT_OUT = 'left-out';
type Chosen = Who | typeof LEFT_OUT;

const placeOf = ({ town, postcode }: Pick<Here, 'town' | 'postcode'>): string => [town, postcode].filter(Boolean).join(' ');

/** What tells one here from others of its name. */
const sayHere = ({ town, postcode, reference, closed }: Here): string =>
  [
    placeOf({ ...(town && { town }), ...(postcode && { postcode }) }),
    reference ? `number ${reference}` : 'no number',
    closed && `closed on ${sayDate(closed)}`,
  ]
    .filter(Boolean)
    .join(', ');

const sayBoth = (one: AlikeRow): string =>
  `In the list: ${[placeOf(one), `number ${one.reference}`].filter(Boolean).join(', ')}. On Alongside: ${one.here.map((here) => `${here.name}, ${sayHere(here)}`).join(' · ')}.`;

/** Why they are asked about, true of each of them. */
function sayWhy(of: readonly AlikeRow[]): string {
  if (of.every(({ byNumber }) => byNumber)) return 'More than one on Alongside has the number of each of these.';
  return of.some(({ byNumber }) => byNumber)
    ? 'These have the name or postcode of one that was added by hand, or a number that more than one on Alongside has.'
    : 'These have the name or postcode of one that was added by hand.';
}

/** What of a register may have been added by hand: the same one, which then has its number, or another one. */
export function Alike(props: {
  alike: RegisterCompared['alike'];
  choices: Choices;
  onChoose: (choices: Choices) => void;
  onLoad: LoadPart;
  columns: readonly SeenColumn[];
  list: string;
  onCorrect: CorrectCell;
}): JSX.Element {
  const chosen = (entries: Iterable<readonly [string, Chosen]>) => {
    const schools = new Map(props.choices.schools);
    for (const [planned, who] of entries)
      if (who === LEFT_OUT) schools.delete(planned);
      else schools.set(planned, who);
    props.onChoose({ ...props.choices, schools });
  };
  /** Of another row, and so not offered again. */
  const isGiven = (who: Who, planned: string) => [...props.choices.schools].some(([other, one]) => one === who && other !== planned);
  const options = ({ planned, kind, here, byNumber }: AlikeRow) => [
    { value: LEFT_OUT, label: 'Leave out of this import' } as const,
    ...here
      .map((one) => ({
        value: sameAs(one.institution),
        label: here.length === 1 ? `It is the same ${kind}: update it` : `The same ${kind} as ${one.name}, ${sayHere(one)}`,
      }))
      .filter(({ value }) => !isGiven(value, planned)),
    ...(byNumber ? [] : [{ value: 'new', label: `Another ${kind}: add it` } as const]),
  ];
  const forAll = async (isSame: boolean) => {
    await props.onLoad('alike', 'all');
    // What is chosen already stays, and is given to no second row.
    const given = new Set<Who>([...props.choices.schools.values()].filter((who) => who !== 'new'));
    chosen(
      (props.alike?.of ?? []).flatMap(({ planned, here, byNumber }): readonly (readonly [string, Chosen])[] => {
        const [only, ...more] = here;
        if (!isSame) return byNumber ? [] : [[planned, 'new']];
        if (!only || more.length > 0 || given.has(sameAs(only.institution))) return [];
        given.add(sameAs(only.institution));
        return [[planned, sameAs(only.institution)]];
      }),
    );
  };
  return (
    <Show when={props.alike?.of.length ? props.alike : undefined}>
      {(of) => (
        <Section title="Already here, perhaps">
          <p>
            {sayWhy(of().of)} Choose which each one is. We leave them out until you choose. The same one gets its number and details from
            this list, and its members stay.
          </p>
          <Show when={of().of.length > 1}>
            <div class="line line--wrap">
              <Button tone="quiet" small onPress={() => void forAll(true)}>
                All are the same
              </Button>
              <Button tone="quiet" small onPress={() => void forAll(false)}>
                All are others
              </Button>
            </div>
          </Show>
          <Steps of={of()} part="alike" onLoad={props.onLoad}>
            {(some) => (
              <div class="import__columns">
                <For each={some}>
                  {(one) => (
                    <div class="stack stack--tight" data-row={one.row}>
                      <SelectField<Chosen>
                        label={`${one.who}, row ${one.row.toLocaleString('en-GB')}`}
                        hint={sayBoth(one)}
                        value={props.choices.schools.get(one.planned) ?? LEFT_OUT}
                        options={options(one)}
                        onChange={(who) => chosen([[one.planned, who]])}
                      />
                      <Show when={one.kind !== 'trust'}>
                        <CorrectSchool {...props} field="reference" row={one.row} who={one.who} text={one.reference} />
                      </Show>
                    </div>
                  )}
                </For>
              </div>
            )}
          </Steps>
        </Section>
      )}
    </Show>
  );
}
