import { For, Show, type JSX } from 'solid-js';
import type { CorrectedCell } from '@alongside/domain/imports/columns.js';
import { Checkbox, count, sayDate, Section } from '../../ui/index.js';
import { closes, type Choices } from './choices.js';
import { CorrectSchool } from './correct.js';
import type { RegisterCompared, SeenColumn } from './import-answers.js';
import { Steps, toggled, type LoadPart } from './steps.js';

interface Chosen {
  readonly of: RegisterCompared;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onLoad: LoadPart;
  /** Columns whose cells can be corrected here; empty where the file is not kept for it. */
  readonly columns: readonly SeenColumn[];
  /** The file is being read again. */
  readonly reading: boolean;
  readonly onCorrect: (cell: CorrectedCell) => void;
}

/** What is different in a register, what closes, and what followed a closed school: each with a choice. */
export function RegisterComparison(props: Chosen): JSX.Element {
  return (
    <>
      <Closing {...props} />
      <Following {...props} />
      <Changes {...props} />
    </>
  );
}

function Closing(props: Chosen): JSX.Element {
  const of = () => props.of.closing;
  const choose = (one: RegisterCompared['closing']['of'][number], isWanted: boolean) =>
    props.onChoose(
      one.on === null
        ? { ...props.choices, closeToday: toggled(props.choices.closeToday, one.row, isWanted) }
        : { ...props.choices, notClosed: toggled(props.choices.notClosed, one.row, !isWanted) },
    );
  const say = ({ on, saidOn, later, people }: RegisterCompared['closing']['of'][number]) => {
    const day = on
      ? `Closed on ${sayDate(on)}`
      : saidOn
        ? `The register says “${saidOn}”, which is not a date. It closes today if you tick it`
        : 'The register has no date. It closes today if you tick it';
    if (later) return `It closes on ${sayDate(on ?? '')}. Import the register again after that day.`;
    return `${day}. ${people ? `We ask ${count(people, 'member')} where they work now.` : 'It has no members.'}`;
  };
  return (
    <Show when={of().of.length}>
      <Section title="Closed in the register">
        <p>
          From its date, a closed school takes no new members, and its people are not found there. Mentorships go on, and people move only
          when they say so.
        </p>
        <Steps of={of()} part="closing" onLoad={props.onLoad}>
          {(some) => (
            <div class="stack" role="group" aria-label="Schools that close">
              <For each={some}>
                {(one) => (
                  <div class="stack stack--tight">
                    <Checkbox
                      label={`Close ${one.who}`}
                      hint={say(one)}
                      disabled={one.later}
                      checked={closes(one, props.choices)}
                      onChange={(isWanted) => choose(one, isWanted)}
                    />
                    <Show when={one.on === null}>
                      <CorrectSchool {...props} field="closeDate" row={one.row} who={one.who} text={one.saidOn ?? ''} />
                    </Show>
                    <Show when={closes(one, props.choices) && one.maybe}>
                      {(maybe) => (
                        <Checkbox
                          label={`${maybe()} follows ${one.who}`}
                          hint="It has the same name or postcode. England’s file of links says for certain."
                          checked={props.choices.follows.has(one.row)}
                          onChange={(isIn) => props.onChoose({ ...props.choices, follows: toggled(props.choices.follows, one.row, isIn) })}
                        />
                      )}
                    </Show>
                  </div>
                )}
              </For>
            </div>
          )}
        </Steps>
      </Section>
    </Show>
  );
}

function Following(props: Chosen): JSX.Element {
  const say = ({ names, missing, known }: RegisterCompared['following']['of'][number]) =>
    [
      names.length ? `${known ? 'Followed' : 'Is followed'} by ${names.join(', ')}.` : '',
      missing.length ? `Not on Alongside: ${missing.join(', ')}.` : '',
      names.length + missing.length === 0 ? 'The links lead to no open school.' : '',
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <Show when={props.of.following.of.length}>
      <Section title="What followed closed schools">
        <Steps of={props.of.following} part="following" onLoad={props.onLoad}>
          {(some) => (
            <div role="group" aria-label="Closed schools">
              <For each={some}>
                {(one) => (
                  <Checkbox
                    label={`${one.who}, closed on ${sayDate(one.on)}`}
                    hint={say(one)}
                    disabled={one.known}
                    checked={!one.known && !props.choices.notClosed.has(one.row)}
                    onChange={(isIn) => props.onChoose({ ...props.choices, notClosed: toggled(props.choices.notClosed, one.row, !isIn) })}
                  />
                )}
              </For>
            </div>
          )}
        </Steps>
      </Section>
    </Show>
  );
}

const sayDoubt = ({ doubtful, reopens }: RegisterCompared['changes']['of'][number]): string => {
  if (reopens) return 'It is closed here. Tick it only if it is open again. ';
  return doubtful ? 'This may be another school with the same number. ' : '';
};

function Changes(props: Chosen): JSX.Element {
  const isTaken = ({ row, doubtful }: RegisterCompared['changes']['of'][number]) =>
    doubtful ? props.choices.sure.has(row) : !props.choices.leftOut.has(row);
  const choose = ({ row, doubtful }: RegisterCompared['changes']['of'][number], isIn: boolean) =>
    props.onChoose(
      doubtful
        ? { ...props.choices, sure: toggled(props.choices.sure, row, isIn) }
        : { ...props.choices, leftOut: toggled(props.choices.leftOut, row, !isIn) },
    );
  return (
    <Show when={props.of.changes.of.length}>
      <Section title="What is different">
        <p>Untick what you want to keep as it is on Alongside.</p>
        <Steps of={props.of.changes} part="schools" onLoad={props.onLoad}>
          {(some) => (
            <div role="group" aria-label="Schools that are different in the register">
              <For each={some}>
                {(one) => (
                  <>
                    <Checkbox
                      label={one.who}
                      hint={`${sayDoubt(one)}${one.what
                        .map(({ field, was, now }) => `${field}: ${was || 'nothing'} → ${now || 'nothing'}`)
                        .join('; ')}`}
                      checked={isTaken(one)}
                      onChange={(isIn) => choose(one, isIn)}
                    />
                    <Show when={one.doubtful && !one.reopens}>
                      <CorrectSchool {...props} field="reference" row={one.row} who={one.who} text={one.reference} />
                    </Show>
                  </>
                )}
              </For>
            </div>
          )}
        </Steps>
      </Section>
    </Show>
  );
}
