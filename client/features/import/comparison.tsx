import { createSignal, For, Show, type JSX } from 'solid-js';
import { Button, Checkbox, count, Notice, Section, SelectField, Table } from '../../ui/index.js';
import { sayLetters } from '@alongside/domain/imports/columns.js';
import { sayApart } from '@alongside/domain/imports/told-apart.js';
import { isOut, isTaken, keyOf, sameAs, type Choices, type Who } from './choices.js';
import { type Chosen, type Compared, withoutSame } from './chosen.js';
import { CorrectRow } from './correct-row.js';
import { FormerAddresses, type OnSaid } from './former-addresses.js';
import { Gone } from './gone.js';
import { LeftOutAbove } from './left-out-above.js';
import { Returning } from './returning.js';
import { Steps, toggled } from './steps.js';

type Part = Pick<Compared, 'changes'>['changes']['of'][number];

const LEFT_OUT = 'left-out';
/** Rows that a sentence names. */
const NAMED_LIMIT_ROWS = 10;
const FIELDS = {
  name: 'Name',
  job: 'Job',
  start: 'First day here',
  lineManager: 'Line manager',
  inductionTutor: 'Induction tutor',
} as const;
const IN_A_SENTENCE = {
  name: 'name',
  job: 'job',
  start: 'first day',
  lineManager: 'line manager',
  inductionTutor: 'induction tutor',
} as const;

const withKey = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value | undefined): ReadonlyMap<Key, Value> => {
  const next = new Map(map);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return next;
};

type SameName = Compared['sameNames']['of'][number];

/** The members whose new address it may be. Of several, those whom something tells from the others. */
function whoMayBe({ members }: SameName): readonly { readonly value: Who; readonly label: string }[] {
  if (members.length === 1)
    return members.map(({ person }) => ({ value: sameAs(person), label: 'The same person: change their email address' }));
  const said = members.map(sayApart);
  return members.flatMap(({ person }, at) => {
    const apart = said[at];
    if (!apart || said.indexOf(apart) !== said.lastIndexOf(apart)) return [];
    return [{ value: sameAs(person), label: `The same person as ${apart}: change their email address` }];
  });
}

/** The new address, and whom on Alongside it may be of. */
function sayMaybe({ email, isOne, members }: SameName): string {
  const here = members.map(sayApart).filter(Boolean);
  const known = here.length ? ` On Alongside: ${here.join(' · ')}.` : '';
  return isOne ? `In the file: ${email}.${known}` : `In the file: ${email}. Several members or rows have this name.${known}`;
}

/** A list beside who is here already: what differs, each with a choice. Nothing here happens unless it is chosen, but for new people and managers. */
export function Comparison(props: Chosen & { of: Compared; ofLeavers: boolean; where: string; onSaid: OnSaid }): JSX.Element {
  return (
    <>
      <FormerAddresses of={props.of.former} onLoad={props.onLoad} onSaid={props.onSaid} />
      <SameNames of={props.of.sameNames} choices={props.choices} onChoose={props.onChoose} onLoad={props.onLoad} />
      <Changes of={props.of.changes} choices={props.choices} onChoose={props.onChoose} onLoad={props.onLoad} />
      <Gone
        of={props.of.gone}
        unread={props.of.unread}
        ofLeavers={props.ofLeavers}
        where={props.where}
        choices={props.choices}
        onChoose={props.onChoose}
        onLoad={props.onLoad}
      />
      <Returning of={props.of.returning} where={props.where} choices={props.choices} onChoose={props.onChoose} onLoad={props.onLoad} />
      <Added of={props.of.added} choices={props.choices} onChoose={props.onChoose} onLoad={props.onLoad} />
    </>
  );
}

function SameNames(props: Chosen & { of: Compared['sameNames'] }): JSX.Element {
  const chosen = (who: Choices['who']) => props.onChoose({ ...props.choices, who, leave: withoutSame(props.choices.leave, who) });
  const choose = (row: number, who: Who | typeof LEFT_OUT) => chosen(withKey(props.choices.who, row, who === LEFT_OUT ? undefined : who));
  /** Of another row, and so not offered again. */
  const isGiven = (who: Who, row: number) => [...props.choices.who].some(([other, one]) => one === who && other !== row);
  const options = (one: SameName) => [
    { value: LEFT_OUT, label: 'Leave out of this import' } as const,
    ...whoMayBe(one).filter(({ value }) => !isGiven(value, one.row)),
    { value: 'new', label: 'Another person: import them' } as const,
  ];
  const forAll = async (isSame: boolean) => {
    await props.onLoad('sameNames', 'all');
    const next = new Map(props.choices.who);
    for (const { row, isOne, members } of props.of.of)
      if (!isSame) next.set(row, 'new');
      else if (isOne && members[0]) next.set(row, sameAs(members[0].person));
    chosen(next);
  };
  return (
    <Show when={props.of.of.length}>
      <Section title="Same name, new email address">
        <p>A member has the same name and another email address. Choose who each one is. We leave them out until you choose.</p>
        <Show when={props.of.of.length > 1}>
          <div class="line line--wrap">
            <Button tone="quiet" small onPress={() => void forAll(true)}>
              All are the same person
            </Button>
            <Button tone="quiet" small onPress={() => void forAll(false)}>
              All are other people
            </Button>
          </div>
        </Show>
        <Steps of={props.of} part="sameNames" onLoad={props.onLoad}>
          {(some) => (
            <div class="import__columns">
              <For each={some}>
                {(one) => (
                  <div class="stack stack--tight">
                    <SelectField<Who | typeof LEFT_OUT>
                      label={`${one.who}, row ${one.row.toLocaleString('en-GB')}`}
                      hint={sayMaybe(one)}
                      value={props.choices.who.get(one.row) ?? LEFT_OUT}
                      options={options(one)}
                      onChange={(who) => choose(one.row, who)}
                    />
                    <LeftOutAbove of={[one]} choices={props.choices} />
                    <div>
                      <CorrectRow row={one.row} who={one.who} />
                    </div>
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

function Changes(props: Chosen & { of: Compared['changes'] }): JSX.Element {
  const take = (changes: readonly Part[], isWanted: boolean) => {
    const taken = new Map(props.choices.taken);
    for (const change of changes) taken.set(keyOf(change), isWanted);
    props.onChoose({ ...props.choices, taken });
  };
  const takeAll = async (isWanted: boolean) => {
    await props.onLoad('changes', 'all');
    take(props.of.of, isWanted);
  };
  return (
    <Show when={props.of.of.length}>
      <Section title="What is different">
        <p>Tick what to change. People who have signed in change their own name and job.</p>
        <div class="line line--wrap">
          <Button tone="quiet" small onPress={() => void takeAll(true)}>
            Use the file for all
          </Button>
          <Button tone="quiet" small onPress={() => void takeAll(false)}>
            Keep all as they are
          </Button>
        </div>
        <Steps of={props.of} part="changes" onLoad={props.onLoad}>
          {(some) => (
            <Table<Part>
              caption="What is different in the file"
              unseenCaption
              rows={some}
              columns={[
                {
                  title: 'Person',
                  cell: (one) => (
                    <>
                      {one.who} <span class="muted small">row {one.row.toLocaleString('en-GB')}</span>
                      <Show when={some.find(({ row }) => row === one.row) === one}>
                        <div>
                          <CorrectRow row={one.row} who={one.who} />
                        </div>
                      </Show>
                    </>
                  ),
                },
                { title: 'What', oneLine: true, cell: (one) => FIELDS[one.field] },
                { title: 'On Alongside', cell: (one) => one.was || '–' },
                {
                  title: 'In the file',
                  cell: (one) => (
                    <Checkbox
                      label={
                        <>
                          <span class="unseen">
                            Change the {IN_A_SENTENCE[one.field]} of {one.who} to{' '}
                          </span>
                          {one.now}
                        </>
                      }
                      hint={isOut(one.needs, props.choices) ? `You leave out ${one.now}.` : undefined}
                      disabled={isOut(one.needs, props.choices)}
                      checked={isTaken(one, props.choices)}
                      onChange={(isWanted) => take([one], isWanted)}
                    />
                  ),
                },
              ]}
            />
          )}
        </Steps>
      </Section>
    </Show>
  );
}

/** New people who would be members from today because their start date is left out: only the first list sets it. */
export function Undated(props: { of: Compared['undated']; leftOut: ReadonlySet<number> }): JSX.Element {
  const stay = () => props.of.of.filter(({ row }) => !props.leftOut.has(row));
  const more = () => props.of.total - props.of.of.length + Math.max(0, stay().length - NAMED_LIMIT_ROWS);
  const named = () => {
    const shown = stay()
      .slice(0, NAMED_LIMIT_ROWS)
      .map(({ row, who }) => `${who} (row ${row.toLocaleString('en-GB')})`);
    return sayLetters(more() > 0 ? [...shown, `${more().toLocaleString('en-GB')} more`] : shown);
  };
  const isOne = () => stay().length + more() === 1;
  return (
    <Show when={stay().length}>
      <Notice>
        We leave out the start date of {named()}. They will be {isOne() ? 'a member' : 'members'} from today. Correct the{' '}
        {isOne() ? 'date' : 'dates'} below first.
      </Notice>
    </Show>
  );
}

function Added(props: Chosen & { of: Compared['added'] }): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const choose = (row: number, isIn: boolean) => props.onChoose({ ...props.choices, leftOut: toggled(props.choices.leftOut, row, !isIn) });
  const all = (shown: Compared['added']['of'], isIn: boolean) => {
    const rows = new Set(shown.map(({ row }) => row));
    const others = [...props.choices.leftOut].filter((row) => !rows.has(row));
    props.onChoose({ ...props.choices, leftOut: new Set(isIn ? others : [...others, ...rows]) });
  };
  const forShown = (shown: Compared['added']['of']) => (
    <>
      <Button tone="quiet" small onPress={() => all(shown, false)}>
        Leave out all {shown.length.toLocaleString('en-GB')}
      </Button>
      <Button tone="quiet" small onPress={() => all(shown, true)}>
        Import all {shown.length.toLocaleString('en-GB')}
      </Button>
    </>
  );
  return (
    <Show when={props.of.of.length}>
      <Section title="New people">
        <p>
          The file has {count(props.of.total, 'person', 'people')} who {props.of.total === 1 ? 'is' : 'are'} new.
          <Show when={props.choices.leftOut.size}> You leave out {props.choices.leftOut.size.toLocaleString('en-GB')}.</Show>
        </p>
        <LeftOutAbove of={props.of.of} choices={props.choices} />
        <div>
          <Button tone="quiet" small aria-expanded={open()} onPress={() => setOpen((now) => !now)}>
            {open() ? 'Hide them' : 'Choose who to import'}
          </Button>
        </div>
        <Show when={open()}>
          <Steps of={props.of} part="added" onLoad={props.onLoad} forShown={forShown}>
            {(some) => (
              <div role="group" aria-label="New people to import">
                <For each={some}>
                  {(one) => (
                    <div class="line line--wrap">
                      <Checkbox
                        label={one.who}
                        hint={`${one.email}, row ${one.row.toLocaleString('en-GB')}`}
                        checked={!props.choices.leftOut.has(one.row)}
                        onChange={(isIn) => choose(one.row, isIn)}
                      />
                      <CorrectRow row={one.row} who={one.who} />
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
