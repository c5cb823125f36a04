import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import type { HalfTerm } from '@alongside/domain/uk/half-term.js';
import { wordMatcher } from '@alongside/domain/text/folding.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import {
  Button,
  atStart,
  count,
  EmptyState,
  sayDateShort,
  sayDayShort,
  onShown,
  Section,
  SelectField,
  Slots,
  Table,
  Tag,
  TextField,
  type Choice,
} from '../../ui/index.js';
import type { ProgrammeFigures } from '../../shared/programme/figures.js';
import { finishedApart } from './finished-apart.js';
import { FILTERS, labelOf, menteesElsewhere, passes, type Counting, type Filter } from './pair-counts.js';
import type { InstitutionChoice } from '../../shared/institutions/places.js';
import { isFirstBooked, sayFirstBooked, sayNotMet, sayOnToday } from '../../shared/programme/not-met.js';
import { createNames } from '../../shared/people/person-name.js';
import { PairNames } from './stuck-list.js';

type Status = PairingRow['status'];
const STEP_ROWS = 25;
const ALL = 'all';
const NOBODY: readonly string[] = [];

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  trial: 'Trial period',
  active: 'Active',
  paused: 'Paused',
  completed: 'Completed',
  ended: 'Ended early',
};
const KIND: Readonly<Partial<Record<Status, 'info' | 'quiet'>>> = { trial: 'info', paused: 'quiet', completed: 'quiet', ended: 'quiet' };
/** Pairs, their status and whether they meet. Newest first. */
export function PairList(props: {
  pairs: readonly PairingRow[];
  /** The school or trust that the page is about. */
  at: string;
  figures: ProgrammeFigures;
  /** Its half term. */
  term: HalfTerm;
  /** The schools of a trust. */
  schools: readonly InstitutionChoice[];
  today: string;
}): JSX.Element {
  const [search, setSearch] = useSearchParams<{ show: string; school: string }>();
  const filter = (): Filter => FILTERS.find((one) => one === search.show) ?? 'running';
  const school = () => props.schools.find(({ id }) => id === search.school)?.id;
  const narrow = (next: { show?: string; school?: string | undefined }) => setSearch(next, { replace: true, scroll: false });
  const counting = (): Counting => ({ at: school() ?? props.at, term: props.term });
  const pairs = createMemo(() => {
    const at = school();
    const belongs = (places: readonly string[]) => at !== undefined && places.includes(at);
    return at === undefined ? props.pairs : props.pairs.filter(({ mentorAt, menteeAt }) => belongs(mentorAt) || belongs(menteeAt));
  });
  const [typed, setTyped] = createSignal('');
  const [limit, setLimit] = createSignal(STEP_ROWS);
  // Only the rows that are shown need names, until one is searched for.
  const names = createNames(() => (typed() ? [...new Set(props.pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]))] : NOBODY));
  // Anew with the names: they are a pair's words.
  const named = createMemo(() => {
    const all = names();
    return wordMatcher<PairingRow>(({ mentor, mentee }) => `${all.get(mentor) ?? ''} ${all.get(mentee) ?? ''}`);
  });
  const found = createMemo(() =>
    pairs()
      .filter((pair) => passes(filter(), pair, counting()))
      .filter(named()(typed()))
      .sort(filter() === 'not-met' ? longestWithout : newestFirst),
  );
  const notMet = () => pairs().filter((pair) => passes('not-met', pair, counting()));
  let place: HTMLDivElement | undefined;
  // A figure led here: to the names, past all that stands above them.
  onShown(() => search.show !== undefined && place?.focus());
  createEffect(on([filter, school, typed], () => setLimit(STEP_ROWS), { defer: true }));
  const choices = (): readonly Choice<Filter>[] => FILTERS.map((value) => ({ value, label: labelOf(value, pairs(), counting()) }));
  return (
    <div class="programme__pairs" ref={(element) => (place = element)} tabindex="-1" role="group" aria-label="Each pair">
      <Section title="Each pair">
        <Show
          when={props.pairs.length}
          fallback={<EmptyState title="No pairs yet">Pairs show here when a mentor accepts a request.</EmptyState>}
        >
          <div class="programme__tools">
            <Slots label="Show" value={filter()} onChange={(show) => narrow({ show })} choices={choices()} />
            <Show when={props.schools.length}>
              <SelectField
                label="School"
                value={school() ?? ALL}
                onChange={(id) => narrow({ school: id === ALL ? undefined : id })}
                options={[{ value: ALL, label: 'All schools' }, ...props.schools.map(({ id, name }) => ({ value: id, label: name || id }))]}
              />
            </Show>
            <TextField label="Search by name" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
          </div>
          <p class="unseen" role="status">
            {atStart(count(found().length, 'pair'))} shown
          </p>
          <Show when={filter() === 'not-met'}>
            <p>
              {sayNotMet(notMet().length, props.term)}. {sayOnToday(notMet(), counting().at)} {sayFirstBooked(notMet(), props.today)} The
              longest without a meeting is first.
            </p>
          </Show>
          <p class="small muted">
            <Show when={menteesElsewhere(pairs(), counting().at)}>{(said) => <>{said()} </>}</Show>
            {school() === undefined && finishedApart(props.pairs, props.figures)}
          </p>
          <Show when={found().length} fallback={<p class="muted">No pairs match.</p>}>
            <Table<PairingRow>
              caption="Pairs and whether they meet"
              unseenCaption
              rows={found().slice(0, limit())}
              columns={[
                { title: 'Pair', cell: (pair) => <PairNames mentor={pair.mentor} mentee={pair.mentee} /> },
                { title: 'Status', oneLine: true, cell: (pair) => <Tag kind={KIND[pair.status]}>{STATUS_WORDS[pair.status]}</Tag> },
                { title: 'Since', oneLine: true, cell: (pair) => sayDateShort(pair.startedOn) },
                { title: 'Meetings', number: true, cell: (pair) => pair.meetingsHeld },
                { title: 'Last met', oneLine: true, cell: (pair) => (pair.lastMetOn ? sayDateShort(pair.lastMetOn) : 'Not yet') },
                {
                  title: 'Next',
                  oneLine: true,
                  cell: (pair) =>
                    filter() === 'not-met' && isFirstBooked(pair, props.today)
                      ? `First meeting ${nextOf(pair, props.today)}`
                      : nextOf(pair, props.today),
                },
              ]}
            />
          </Show>
          <Show when={found().length > limit()}>
            <div class="line line--wrap">
              <Button tone="quiet" onPress={() => setLimit((now) => now + STEP_ROWS)}>
                Show {Math.min(STEP_ROWS, found().length - limit())} more pairs
              </Button>
              <span class="small muted">
                {limit()} of {found().length}
              </span>
            </div>
          </Show>
        </Show>
      </Section>
    </div>
  );
}

const newestFirst = (a: PairingRow, b: PairingRow): number => (a.startedOn > b.startedOn ? -1 : a.startedOn < b.startedOn ? 1 : 0);
/** Since when a pair has not met. */
const waitedSince = ({ lastMetOn, startedOn }: PairingRow): string => lastMetOn ?? startedOn;
const longestWithout = (a: PairingRow, b: PairingRow): number =>
  waitedSince(a) < waitedSince(b) ? -1 : waitedSince(a) > waitedSince(b) ? 1 : 0;

function nextOf(pair: PairingRow, today: string): string {
  if (pair.endedOn) return `Finished ${sayDateShort(pair.endedOn)}`;
  if (pair.closesAfter) return `Ends after ${sayDayShort(pair.closesAfter)} if neither replies`;
  if (!pair.nextMeetingOn) return 'Nothing booked';
  return pair.nextMeetingOn < today ? `${sayDayShort(pair.nextMeetingOn)}, not recorded` : sayDayShort(pair.nextMeetingOn);
}
