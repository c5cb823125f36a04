import { createSignal, For, Show, type JSX } from 'solid-js';
import { atStart, Button, Checkbox, count, Notice, sayDate, Section } from '../../ui/index.js';
import { sayLetters } from '@alongside/domain/imports/columns.js';
import { isSame, withApart, type Chosen, type Compared } from './chosen.js';
import { CorrectRow } from './correct-row.js';
import { Steps, toggled } from './steps.js';

/** Rows that a sentence names. */
const NAMED_LIMIT_ROWS = 10;
const LAST = 'The last administrator here cannot leave. Make another person an administrator first.';
const SAME_PERSON = 'You chose above that they have a new email address.';

/** “row 3”, “rows 3, 4 and 7”: so many of them, and how many there are besides. */
function sayRows({ total, of }: Compared['unread']): string {
  const shown = of.slice(0, NAMED_LIMIT_ROWS).map(({ row }) => row.toLocaleString('en-GB'));
  const more = total - shown.length;
  const all = more > 0 ? [...shown, `${more.toLocaleString('en-GB')} more`] : shown;
  return `${total === 1 ? 'row' : 'rows'} ${sayLetters(all)}`;
}

/** How many are not in the file, and how many it names as people who have left. */
function sayGone(total: number, left: number, where: string): string {
  const missing = total - left;
  const have = (people: number) => (people === 1 ? 'has' : 'have');
  if (missing === 0) return `The file says that ${count(left, 'member')} of ${where} ${have(left)} left.`;
  const first = `${atStart(count(missing, 'member'))} of ${where} ${missing === 1 ? 'is' : 'are'} not in this file`;
  return left === 0 ? `${first}.` : `${first}. It says that ${count(left, 'other', 'others')} ${have(left)} left.`;
}

/** Members whom a list does not name, or whom it says to have left: each stays until they are ticked. */
export function Gone(props: Chosen & { of: Compared['gone']; unread: Compared['unread']; ofLeavers: boolean; where: string }): JSX.Element {
  // Of a list of leavers nothing else is to be chosen.
  const [open, setOpen] = createSignal(props.ofLeavers);
  const leave = (person: string, isIn: boolean) => props.onChoose({ ...props.choices, leave: toggled(props.choices.leave, person, isIn) });
  const whyStays = ({ person, stays }: Compared['gone']['of'][number]) =>
    stays ? LAST : isSame(person, props.choices.who) ? SAME_PERSON : undefined;
  const said = () => props.of.of.filter((one) => one.left !== undefined && !one.perhaps && !one.later && !whyStays(one));
  const leavers = () => props.of.of.filter(({ left, perhaps, later, stays }) => left !== undefined && !perhaps && !later && !stays).length;
  const tickThoseWhoLeft = async () => {
    // They come first: there are more of them only where all that are here have left.
    if (said().length >= props.of.of.filter((one) => !whyStays(one)).length) await props.onLoad('gone', 'all');
    props.onChoose({ ...props.choices, leave: new Set([...props.choices.leave, ...said().map(({ person }) => person)]) });
    setOpen(true);
  };
  return (
    <Show when={props.of.of.length}>
      <Section title={props.ofLeavers ? 'Members in this list' : 'Not in this file'}>
        <p>
          {props.ofLeavers
            ? `${atStart(count(props.of.total, 'member'))} of ${props.where} ${props.of.total === 1 ? 'is' : 'are'}, or may be, in this list.`
            : sayGone(props.of.total, leavers(), props.where)}{' '}
          They stay members unless you tick them here.
        </p>
        <Show when={props.unread.total}>
          <Notice>
            We could not match {sayRows(props.unread)} to a member. {props.unread.total === 1 ? 'It' : 'They'} may be about people listed
            here. Correct {props.unread.total === 1 ? 'it' : 'them'} below first.
          </Notice>
        </Show>
        <div class="line line--wrap">
          <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
            {open() ? 'Hide them' : 'Choose who has left'}
          </Button>
          <Show when={said().length}>
            <Button tone="quiet" small onPress={() => void tickThoseWhoLeft()}>
              Tick {said().length === 1 ? said()[0]?.name : `the ${said().length.toLocaleString('en-GB')}`} who left, as the file says
            </Button>
          </Show>
        </div>
        <Show when={open()}>
          <Steps of={props.of} part="gone" onLoad={props.onLoad}>
            {(some) => (
              <div role="group" aria-label="Members who leave">
                <For each={some}>
                  {(one) => (
                    <div class="line line--wrap">
                      <Checkbox
                        label={one.later ? `Remove ${one.name} now` : `${one.name} has left`}
                        hint={withApart(one, whyStays(one) ?? one.left ?? `Member since ${sayDate(one.from)}`)}
                        disabled={whyStays(one) !== undefined}
                        checked={props.choices.leave.has(one.person)}
                        onChange={(isIn) => leave(one.person, isIn)}
                      />
                      <Show when={one.rows?.[0]}>{(row) => <CorrectRow row={row()} who={one.name} />}</Show>
                    </div>
                  )}
                </For>
              </div>
            )}
          </Steps>
        </Show>
      </Section>
    </Show>
  );
}
