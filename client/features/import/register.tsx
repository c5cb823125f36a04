import { For, Show, type JSX } from 'solid-js';
import { Checkbox, count, sayDate, Section } from '../../ui/index.js';
import { Alike } from './alike.js';
import { closes, joins, type Choices } from './choices.js';
import { CorrectSchool, type CorrectCell } from './correct.js';
import type { RegisterCompared, SeenColumn } from './import-answers.js';
import { Steps, toggled, type LoadPart } from './steps.js';

interface Chosen {
  readonly of: RegisterCompared;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onLoad: LoadPart;
  /** Columns whose cells can be corrected here; empty where the file is not kept for it. */
  readonly columns: readonly SeenColumn[];
  readonly list: string;
  readonly onCorrect: CorrectCell;
}

/** What is different in a register, what closes, and what followed a closed school: each with a choice. */
export function RegisterComparison(props: Chosen): JSX.Element {
  return (
    <>
      <Alike {...props} alike={props.of.alike} />
      <Closing {...props} />
      <Following {...props} />
      <Changes {...props} />
    </>
  );
}

type ClosingRow = RegisterCompared['closing']['of'][number];
type FollowingRow = RegisterCompared['following']['of'][number];
type ChangeRow = RegisterCompared['changes']['of'][number];

/** What the register says of a closing, and what a tick does. */
function sayClosing({ on, saidOn, either, later, people, was, byHand }: ClosingRow): string {
  const day = on === null ? '' : sayDate(on);
  if (later) return `${was ? 'The register says' : 'It closes on'} ${day}. Import the register again after that day.`;
  if (was) return `Closed here on ${sayDate(was)}${byHand ? ', set by hand' : ''}. The register says ${day}.${byHand ? TICK_REGISTER : ''}`;
  const follows = people ? ` We ask ${count(people, 'member')} where they work now.` : ' It has no members.';
  const reopened = byHand ? 'It was reopened by hand. ' : '';
  if (on)
    return `${reopened}${byHand ? `The register says that it closed on ${day}. Tick it only if it has closed.` : `Closed on ${day}.`}${follows}`;
  const isNone = either ? `may be ${either.map(sayDate).join(' or ')}` : 'is not a date';
  const unclear = saidOn ? `The register says “${saidOn}”, which ${isNone}.` : 'The register has no date.';
  return `${reopened}${unclear} It closes today if you tick it.${follows}`;
}
const TICK_REGISTER = ' Tick it to use what the register says.';

function Closing(props: Chosen): JSX.Element {
  const of = () => props.of.closing;
  const choose = (one: ClosingRow, isWanted: boolean) => {
    const { notClosed, closeToday, overHand } = props.choices;
    if (one.on === null) return props.onChoose({ ...props.choices, closeToday: toggled(closeToday, one.row, isWanted) });
    props.onChoose(
      one.byHand
        ? { ...props.choices, overHand: toggled(overHand, one.row, isWanted) }
        : { ...props.choices, notClosed: toggled(notClosed, one.row, !isWanted) },
    );
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
                  <div class="stack stack--tight" data-row={one.row}>
                    <Checkbox
                      label={one.was ? `Change the closing date of ${one.who}` : `Close ${one.who}`}
                      hint={sayClosing(one)}
                      disabled={one.later}
                      checked={closes(one, props.choices)}
                      onChange={(isWanted) => choose(one, isWanted)}
                    />
                    <Show when={one.on === null}>
                      <CorrectSchool
                        {...props}
                        field="closeDate"
                        row={one.row}
                        who={one.who}
                        text={one.saidOn ?? ''}
                        meant={one.either?.map(sayDate)}
                      />
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
  const choose = ({ row, byHand }: FollowingRow, isIn: boolean) =>
    props.onChoose(
      byHand
        ? { ...props.choices, overHand: toggled(props.choices.overHand, row, isIn) }
        : { ...props.choices, notClosed: toggled(props.choices.notClosed, row, !isIn) },
    );
  const say = ({ names, closed, missing, known, byHand }: FollowingRow) =>
    [
      byHand ? `Set by hand: ${byHand.length ? `followed by ${byHand.join(', ')}` : 'nothing follows it'}. The file says otherwise.` : '',
      names.length ? `${known ? 'Followed' : 'Is followed'} by ${names.join(', ')}.` : '',
      closed.length ? `Closed, too: ${closed.join(', ')}.` : '',
      missing.length ? `Not on Alongside: ${missing.join(', ')}.` : '',
      names.length + closed.length + missing.length === 0 ? 'The links lead to no open school.' : '',
      byHand ? 'Tick it to use what the file says.' : '',
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
                    checked={joins(one, props.choices)}
                    onChange={(isIn) => choose(one, isIn)}
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

const sayDoubt = ({ doubtful, reopens, byHand }: ChangeRow): string => {
  if (reopens) return 'It is closed here. Tick it only if it is open again. ';
  if (byHand) return `Changed by hand: ${byHand.join(', ').toLowerCase()}.${TICK_REGISTER} `;
  return doubtful ? 'This may be another school with the same number. ' : '';
};

function Changes(props: Chosen): JSX.Element {
  const isTaken = ({ row, doubtful }: ChangeRow) => (doubtful ? props.choices.sure.has(row) : !props.choices.leftOut.has(row));
  const choose = ({ row, doubtful }: ChangeRow, isIn: boolean) =>
    props.onChoose(
      doubtful
        ? { ...props.choices, sure: toggled(props.choices.sure, row, isIn) }
        : { ...props.choices, leftOut: toggled(props.choices.leftOut, row, !isIn) },
    );
  return (
    <Show when={props.of.changes.of.length}>
      <Section title="What is different">
        <p>Untick what you want to keep as it is on Alongside. What is uncertain, or was changed by hand, is kept unless you tick it.</p>
        <Steps of={props.of.changes} part="schools" onLoad={props.onLoad}>
          {(some) => (
            <div role="group" aria-label="Schools that are different in the register">
              <For each={some}>
                {(one) => (
                  <div data-row={one.row}>
                    <Checkbox
                      label={one.who}
                      hint={`${sayDoubt(one)}${one.what
                        .map(({ field, was, now }) => `${field}: ${was || 'nothing'} → ${now || 'nothing'}`)
                        .join('; ')}`}
                      checked={isTaken(one)}
                      onChange={(isIn) => choose(one, isIn)}
                    />
                    <Show when={one.doubtful && !one.reopens && !one.byHand}>
                      <CorrectSchool {...props} field="reference" row={one.row} who={one.who} text={one.reference} />
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
