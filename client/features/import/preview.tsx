import { createEffect, createSignal, For, Show, untrack, type JSX } from 'solid-js';
import { IMPORT_CHOICES_LIMIT_ROWS, isOfFile } from '@alongside/domain/imports/columns.js';
import { sayOtherDomain } from '@alongside/domain/imports/odd-domains.js';
import { createView } from '../../replica/index.js';
import { Button, ButtonLink, Figures, Notice, PageHeader, sayDay, Section } from '../../ui/index.js';
import { submitting } from '../../shared/forms.js';
import { hasDesk } from '../../shared/institutions/places.js';
import { CHOOSE_DAY, ChooseWhen, dayOfChoice, INVITE_LATER, isNow } from '../../shared/people/when-to-invite.js';
import {
  changesWith,
  outcomesWith,
  registerActs,
  NO_CHOICES,
  sayRows,
  sentChoices,
  sentRegisterChoices,
  type Choices,
  type SentChoices,
  type SentRegisterChoices,
} from './choices.js';
import { Comparison, Undated } from './comparison.js';
import { toggled } from './steps.js';
import { Columns } from './columns.js';
import { Corrected, type CorrectCell } from './correct.js';
import type { FileSaid, ImportPreview, RowProblem } from './import-answers.js';
import { countRows, linkFigures, outcomeFigures, sayImport, sayRegisterImport } from './say-import.js';
import { EmailsBeside, emailsWith, sayLater, type Inviting } from './emails.js';
import { followRow } from './follow-row.js';
import { HowRead } from './how-read.js';
import { forgetWithPerson, keepChoices, keptChoices } from './kept-choices.js';
import { Problems } from './problems.js';
import { ToCheck, ToCheckPlace } from './to-check.js';
import { Sample } from './sample.js';
import type { LoadPart } from './steps.js';
import { RegisterComparison } from './register.js';
import { stillMeant } from './still-meant.js';
import { OpensRow, RowDialog, type OpenedRow } from './correct-row.js';
import { WhichList } from './which-list.js';
import { asksToSave } from './unsaved.js';
import { WhoseRegister } from './whose-register.js';

const listOf = (preview: ImportPreview) => (preview.kind === 'staff' ? preview.list?.as : undefined);
/** Another sheet, or other people than they were taken for: what was chosen was of another comparison. */
const isOther = (now: ImportPreview, before: ImportPreview): boolean =>
  now.sheet?.name !== before.sheet?.name || listOf(now) !== listOf(before);

/** What the file would do, before anything is written. */
export function Preview(props: {
  preview: ImportPreview;
  where: string;
  starting: boolean;
  /** `inviteOn`: the day on which they are told that they can sign in; null for later. */
  onConfirm: (inviteOn: string | null, choices: SentChoices | SentRegisterChoices) => void;
  /** The file is being read again, with what was said of its columns. */
  reading: boolean;
  /** Settles with why it was not read so. */
  onSaid: (said: Partial<FileSaid>) => Promise<string | undefined>;
  onBack: () => void;
  /** More of a part of the comparison is asked for. */
  onLoad: LoadPart;
}): JSX.Element {
  const [choices, setChoices] = createSignal(keptChoices(props.preview.id));
  forgetWithPerson();
  const choose = (next: Choices) => {
    setChoices(next);
    keepChoices(props.preview.id, next);
  };
  let read = { preview: props.preview, cells: props.preview.cells };
  createEffect(() => {
    const now = props.preview;
    // The file was read again: what it comes to is told anew with each answer, and with nothing else.
    if (now.foreseen !== read.preview.foreseen) {
      choose(isOther(now, read.preview) ? NO_CHOICES : stillMeant(untrack(choices), read.preview, now, read.cells));
      read = { preview: now, cells: now.cells };
    } else read = { ...read, preview: now };
  });
  const changes = () => changesWith(props.preview, choices());
  const leaving = () => choices().leave.size;
  // A function, and no condition among the props: Solid makes one of these anew wherever it is read, and in a handler nothing ever ends it.
  const leavingOut = () =>
    comparison() && {
      out: choices().leftOut,
      onChange: (row: number, isOut: boolean) => choose({ ...choices(), leftOut: toggled(choices().leftOut, row, isOut) }),
    };
  const comparison = () => (props.preview.kind === 'staff' ? props.preview.comparison : undefined);
  const isDifferent = () => Object.values(comparison() ?? register()?.register ?? {}).some((part) => part !== undefined && part.total > 0);
  const ready = () => countRows(props.preview.kind, changes());
  /** What the button does. */
  const acts = () =>
    props.preview.kind === 'staff'
      ? sayImport(sayRows(props.preview, choices()), leaving(), isNow(invite()) ? emails().now : emails().atOnce)
      : sayRegisterImport(registerActs(props.preview, choices()));
  const at = () => (props.preview.kind === 'staff' ? props.preview.institution : undefined);
  const columns = () => props.preview.columns;
  const register = () => (props.preview.kind === 'staff' ? undefined : props.preview);
  const cells = () => props.preview.cells;
  /** With what the file is being read again. */
  const sent = () => (props.reading ? cells() : []);
  const send: CorrectCell = (...now) => {
    const keys = new Set(now.map(({ row, letter }) => `${row} ${letter}`));
    return props.onSaid({ cells: [...cells().filter(({ row, letter }) => !keys.has(`${row} ${letter}`)), ...now] });
  };
  const correct: CorrectCell = (...now) => followRow(now[0]?.row ?? 0, send(...now));
  /** A file that is too large is not kept, and is read no second time. */
  const canCorrect = () => props.preview.kind === 'staff' || props.preview.canChoose;
  const correcting = () => (canCorrect() ? correct : undefined);
  /** What is wrong with the file as a whole, which its columns can mend, and with single rows. */
  const ofFile = () => props.preview.problems.filter(isOfFile);
  const ofRows = () => props.preview.problems.filter((one) => !isOfFile(one));
  /** Of those that are here something is said below: that they close. */
  const notOpen = () => Math.max(0, (register()?.notOpen ?? 0) - (register()?.register.closing.total ?? 0));
  const [invite, setInvite] = createSignal(INVITE_LATER);
  const [missing, setMissing] = createSignal(false);
  const [tooMany, setTooMany] = createSignal(false);
  const newcomers = createView('newcomers', at);
  const institution = createView('institution', at);
  const inviting = (): Inviting => ({
    at: at() ?? '',
    where: props.where,
    isReader: hasDesk({ id: at() ?? '', trust: institution()?.trust ?? null }),
    desk: props.preview.kind === 'staff' && props.preview.desk !== undefined ? props.preview.desk : 'coordinator',
  });
  const plannedOn = () => newcomers()?.plannedOn ?? null;
  const confirm = () => {
    const on = dayOfChoice(invite());
    setMissing(on === undefined);
    const { leftOut, again, leave, taken, who, schools } = choices();
    setTooMany(Math.max(leftOut.size, again.size, leave.size, taken.size, who.size, schools.size) > IMPORT_CHOICES_LIMIT_ROWS);
    const toCorrect = ofRows().flatMap(({ row, letter }) => (letter === undefined || !canCorrect() ? [] : [{ row, letter }]));
    if (on !== undefined && !tooMany() && !asksToSave(list(), toCorrect))
      props.onConfirm(on, props.preview.kind === 'staff' ? sentChoices(props.preview, choices()) : sentRegisterChoices(choices()));
  };
  const toRemove = () => comparison()?.gone.of.some(({ left, stays }) => left !== undefined && !stays);
  const isOfLeavers = () => listOf(props.preview) === 'leavers';
  /** Boxes of one sheet are not those of another. */
  const list = () => [props.preview.id, props.preview.sheet?.name].filter(Boolean).join(' ');
  const [opened, setOpened] = createSignal<OpenedRow>();
  const closeRow = ({ row }: OpenedRow) => {
    setOpened(undefined);
    // The button that opened it is made anew once the list was read again.
    setTimeout(() => document.activeElement === document.body && void followRow(row, Promise.resolve()));
  };
  const leadOfLeavers = (stopped: boolean): string => {
    if (stopped)
      return `Alongside restarted during this import. Members who were removed by then are removed. ${toRemove() ? 'Choose below which other members to remove.' : 'We found no other member to remove.'}`;
    if (toRemove()) return 'We add no members from this list. Choose below which members to remove. Nothing is saved yet.';
    const stays = comparison()?.gone.of.some((one) => one.left !== undefined && one.stays);
    return `We add no members from this list, ${stays ? 'and the only administrator here stays a member' : 'and found no member in it'}. Nothing has changed.`;
  };
  const lead = (): string => {
    const { stopped, rows, rowsWithErrors, rowsOfLeavers = 0, rowsOfPupils = 0 } = props.preview;
    if (isOfLeavers() && !ofFile().length) return leadOfLeavers(stopped === true);
    if (changes() && stopped)
      return 'Alongside restarted during this import. We saved the rows that were imported by then. This is the rest.';
    if (changes()) return 'This is what would change. Nothing is saved yet.';
    if (rows && isDifferent()) return 'Nothing changes unless you choose it below.';
    if (rows) return 'Every row is already here, so there is nothing to import.';
    // Of such a list nothing is imported, and nothing is wrong with it.
    if (rowsOfLeavers && rowsWithErrors + rowsOfPupils === 0)
      return `This list names only people who have left. ${toRemove() ? 'You can remove members below.' : 'We found no member to remove.'} Nothing has changed.`;
    if (!columns().length) return 'We cannot import any of its rows. Nothing has changed.';
    return `We cannot import any of its rows yet. Choose what its columns hold${ofRows().length ? ', or check the rows below' : ''}. Nothing has changed.`;
  };
  const figures = () => (props.preview.kind === 'links' ? linkFigures(props.preview.register) : figuresOfRows());
  const counted = () =>
    props.preview.kind === 'staff' ? outcomesWith(props.preview, choices()) : { of: props.preview.foreseen, byChoice: 0, leftBefore: 0 };
  const kept = () => ({
    errors: props.preview.rowsWithErrors,
    leavers: props.preview.rowsOfLeavers,
    pupils: props.preview.rowsOfPupils,
  });
  const emails = () => (props.preview.kind === 'staff' ? emailsWith(props.preview, choices()) : { now: 0, atOnce: 0, waiting: 0 });
  const figuresOfRows = () => [
    ...outcomeFigures(
      props.preview.kind,
      counted().of,
      { ...kept(), byChoice: counted().byChoice, leftBefore: counted().leftBefore },
      false,
    ),
    ...(notOpen() ? [{ value: notOpen(), label: `${notOpen() === 1 ? 'school' : 'schools'} closed or not yet open, not imported` }] : []),
  ];
  return (
    <OpensRow.Provider value={canCorrect() ? setOpened : undefined}>
      <Show when={opened()} keyed>
        {(one) => <RowDialog list={props.preview.id} of={one} onCorrect={send} onClose={() => closeRow(one)} />}
      </Show>
      <PageHeader
        context={props.preview.kind === 'staff' ? props.where : 'Schools and trusts'}
        title="Check before you import"
        lead={lead()}
      />
      <WhichList preview={props.preview} onSaid={props.onSaid} />
      <Show when={props.preview.kind === 'staff' && props.preview.otherDomain}>
        {(other) => <Notice>{sayOtherDomain(other(), props.where)}</Notice>}
      </Show>
      <Show when={!ofFile().length}>
        <Figures of={figures()} />
      </Show>
      <Show
        when={props.preview.kind === 'staff' && props.preview}
        fallback={<OfRegister of={register()} problems={ofFile()} reading={props.reading} onSaid={props.onSaid} />}
      >
        {(staff) => (
          <Columns
            rows="people"
            of={staff().columns}
            total={staff().columnsTotal}
            problems={ofFile().map(({ message }) => message)}
            reading={props.reading}
            remembered={staff().remembered}
            notRemembered={staff().notRemembered}
            onChange={(said) => void props.onSaid({ columns: said })}
          />
        )}
      </Show>
      <Show when={columns().length}>
        <p class="unseen" role="status">
          {props.reading
            ? 'Loading the rows again'
            : changes()
              ? register()
                ? acts()
                : `${ready()} ready to import`
              : leaving()
                ? acts()
                : 'Nothing to import'}
        </p>
      </Show>
      <Show when={comparison()}>
        {(of) => (
          <Comparison
            of={of()}
            ofLeavers={isOfLeavers()}
            where={props.where}
            choices={choices()}
            onChoose={choose}
            onLoad={props.onLoad}
            onSaid={props.onSaid}
          />
        )}
      </Show>
      <Show when={register()}>
        {(of) => (
          <RegisterComparison
            of={of().register}
            choices={choices()}
            onChoose={choose}
            onLoad={props.onLoad}
            columns={canCorrect() ? of().columns : []}
            list={list()}
            onCorrect={correct}
          />
        )}
      </Show>
      <form class="stack" novalidate onSubmit={submitting(confirm)}>
        <Show when={props.preview.kind === 'staff' && changes()}>
          <ChooseWhen
            at={at()}
            label="When to tell new colleagues by email"
            whom={{
              now: 'We email the people in this list who have no invitation yet.',
              on: `We email everyone new at ${props.where} who has no invitation by then, not only the people in this list.`,
            }}
            hasDay={plannedOn() !== null}
            later={
              plannedOn() === null
                ? sayLater(inviting(), emails())
                : `We email them on ${sayDay(plannedOn() ?? '')}, the day already planned for new people at ${props.where}.`
            }
            value={invite()}
            onChange={setInvite}
            error={missing() ? CHOOSE_DAY : undefined}
          />
          <EmailsBeside of={emails()} isNow={isNow(invite())} at={at() ?? ''} />
        </Show>
        <Show when={comparison()}>{(of) => <Undated of={of().undated} leftOut={choices().leftOut} />}</Show>
        <Show when={tooMany()}>
          <Notice kind="refusal">
            You can choose {IMPORT_CHOICES_LIMIT_ROWS.toLocaleString('en-GB')} rows of one kind here. Remove the others from your file, and
            choose it again.
          </Notice>
        </Show>
        <Show when={changes() || leaving()}>
          <ToCheck of={ofRows()} />
        </Show>
        <div class="line line--wrap">
          <Show when={changes() || leaving()}>
            <Button type="submit" pending={props.starting || props.reading}>
              {acts()}
            </Button>
          </Show>
          <Button tone="quiet" onPress={props.onBack}>
            Choose another file
          </Button>
          <Show when={!changes() && !leaving() && newcomers()}>
            {(row) => (
              <ButtonLink tone="quiet" href={`/newcomers?at=${row().institution}`}>
                See who has not signed in
              </ButtonLink>
            )}
          </Show>
        </div>
      </form>
      <HowRead preview={props.preview} />
      <Show when={ofRows().length}>
        <ToCheckPlace>
          <Section title={props.preview.rowsWithErrors ? 'Rows to check' : 'Notes'}>
            <Problems
              caption="Problems by row"
              of={ofRows()}
              total={props.preview.problemsTotal - ofFile().length}
              sent={sent()}
              list={list()}
              onCorrect={correcting()}
              leaving={leavingOut()}
            />
          </Section>
        </ToCheckPlace>
      </Show>
      <Corrected
        of={cells()}
        headingOf={(letter) => columns().find((one) => one.letter === letter)?.heading || `Column ${letter}`}
        onUndo={(cell) => void followRow(cell.row, props.onSaid({ cells: cells().filter((one) => one !== cell) }))}
      />
      <Show when={props.preview.sample.length}>
        <Section
          title={
            props.preview.sample.length < props.preview.rows ? `The first ${props.preview.sample.length} rows to import` : 'Rows to import'
          }
        >
          <Sample preview={props.preview} choices={choices()} />
        </Section>
      </Show>
    </OpensRow.Provider>
  );
}

const WholeFile = (props: { problems: readonly RowProblem[] }) => (
  <For each={props.problems}>{(problem) => <Notice kind="refusal">{problem.message}</Notice>}</For>
);

type Register = Exclude<ImportPreview, { kind: 'staff' }>;

/** Whose register it is and what its columns hold. Of links nothing is chosen, and a file that is too large is not read again. */
function OfRegister(props: {
  of: Register | undefined;
  problems: readonly RowProblem[];
  reading: boolean;
  onSaid: (said: Partial<FileSaid>) => unknown;
}): JSX.Element {
  const schools = () => (props.of?.kind === 'institutions' ? props.of : undefined);
  return (
    <Show when={schools()} fallback={<WholeFile problems={props.problems} />}>
      {(of) => (
        <>
          <WhoseRegister
            nation={of().nation}
            nations={of().nations}
            columns={of().columns}
            canChoose={of().canChoose}
            onChoose={(nation) => props.onSaid({ nation })}
          />
          <Show when={of().canChoose && of().columns.length} fallback={<WholeFile problems={props.problems} />}>
            <Columns
              rows="schools"
              of={of().columns}
              total={of().columnsTotal}
              problems={props.problems.map(({ message }) => message)}
              reading={props.reading}
              remembered={[]}
              onChange={(columns) => props.onSaid({ columns })}
            />
          </Show>
        </>
      )}
    </Show>
  );
}
