import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { placeWithin } from '@alongside/domain/text/hub-name.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useSearchParams } from '@solidjs/router';
import { countsOf, type MemberFilter as Filter } from '@alongside/domain/institutions/member-filters.js';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { createRows, createView, LIST_LIMIT_ROWS } from '../../replica/index.js';
import {
  atStart,
  Button,
  ButtonLink,
  type Choice,
  count,
  EmptyState,
  NotFetched,
  PageHeader,
  Skeleton,
  Slots,
  TextField,
  WhenFetched,
} from '../../ui/index.js';
import { AtChosen } from '../../shared/institutions/at-chosen.js';
import { ChooseAny } from '../../shared/institutions/choose-any.js';
import { ChooseInstitution, createChosenInstitution } from '../../shared/institutions/choose-institution.js';
import { actor } from '../../shared/institutions/rights.js';
import { createInstitutions, holds, type InstitutionChoice } from '../../shared/institutions/places.js';
import { AskedWhere } from './asked-where.js';
import { Invited } from './invited.js';
import { linesOf, narrow } from './lines.js';
import { createLongList } from './long-list.js';
import { MemberList } from './member-list.js';
import './members.css';

// Dialogs bring a good deal of code, and the list is of use without them.
const AddColleague = lazyPart(() => import('./add-colleague.js'));
const MemberDialog = lazyPart(() => import('./member-dialog.js'));
const Removed = lazyPart(() => import('./removed.js'));

/** A first page, more than a screen shows. */
const BY_NAME = { by: 'sortAs', rows: 60 };
const RUNNING = ['trial', 'active', 'paused'] as const;

/** The people of an institution, for those who coordinate or administer it. */
export default function Members(): JSX.Element {
  const [search] = useSearchParams<{ at: string }>();
  const all = createInstitutions({ roles: ['coordinator', 'administrator'], schools: true, named: () => search.at });
  const { chosen, choose } = createChosenInstitution(all, 'people');
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <AtChosen all={all} chosen={chosen()} notYours={<NotYours />}>
          {(at) => <MembersOf at={at()} all={all()} onChoose={choose} />}
        </AtChosen>
      </div>
    </div>
  );
}

const NotYours = () => (
  <>
    <PageHeader title="Members" />
    <EmptyState level={2} title="You cannot see a list of members" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      Coordinators and administrators see the members of their school or trust here. An administrator can give you one of these roles.
    </EmptyState>
  </>
);

function MembersOf(props: { at: InstitutionChoice; all: readonly InstitutionChoice[]; onChoose: (id: string) => void }): JSX.Element {
  const members = createRows(
    'roster',
    () => ({ institution: props.at.id }),
    () => BY_NAME,
  );
  const school = createView('institution', () => props.at.id);
  const [filter, setFilter] = createSignal<Filter>('everyone');
  const [typed, setTyped] = createSignal('');
  const long = createLongList({
    at: () => props.at.id,
    isLonger: () => !members.loading && (members.hasMore || members.plain().length >= LIST_LIMIT_ROWS),
    filter,
    typed,
  });
  // The first page is shown at once; the rest is read behind it, for counts and the search, unless it is more than a browser reads.
  createEffect(() => {
    if (!members.loading && members.hasMore && !long.isUnknown() && !long.isLong()) members.more();
  });
  /** Everyone is here who is to be. A list that was cut, where the hub did not say how many there are, is not known to be. */
  const isRead = () => !members.loading && !members.hasMore && (members.plain().length < LIST_LIMIT_ROWS || long.counts() !== undefined);
  const whole = () => (long.isLong() ? long.isAnswered() : isRead());
  const [search] = useSearchParams<{ person: string }>();
  // What an import did leads to each person here.
  const [opened, setOpened] = createSignal(search.person);
  // Whom the hub found may match no more while they are changed.
  const beyond = createView('roster', () => (long.isLong() && opened() ? `${props.at.id}:${opened()}` : undefined));
  const people = createMemo(
    () =>
      new Map(
        [
          ...members.plain(),
          ...(long.isLong() ? long.lines().map(({ member }) => member) : []),
          ...(beyond() ? [beyond() as RosterRow] : []),
        ].map((row) => [row.person as string, row]),
      ),
  );
  const seesPairs = () => holds('coordinator', props.at) || holds('leader', props.at);
  const readsPairs = () => seesPairs() && !members.loading && !long.isUnknown() && !long.isLong();
  // Of this school alone: who oversees several reads no pairs of the others here.
  const running = RUNNING.flatMap((status) => [
    createRows('pairing', () => (readsPairs() ? { menteeAt: props.at.id, status } : undefined)),
    createRows('pairing', () => (readsPairs() ? { mentorAt: props.at.id, status } : undefined)),
  ]);
  const pairings = () =>
    readsPairs() && running.every((list) => !list.loading) ? eachOnce(running.flatMap((list) => list.plain())) : undefined;
  const lines = createMemo(() => linesOf(members.plain(), pairings()));
  const [adding, setAdding] = createSignal(false);
  const shown = createMemo(() => (long.isLong() ? long.lines() : narrow(lines(), filter(), typed())));
  const matching = () => (long.isLong() ? long.found.total : shown().length);
  const member = (): RosterRow | undefined => (long.isLong() ? beyond() : people().get(opened() ?? ''));
  /** As long as the dialog is there: it closes a moment after their row is gone. */
  const current = createMemo<RosterRow | undefined>((before) => member() ?? before);
  createEffect(
    on(
      () => props.at.id,
      () => setFilter('everyone'),
      { defer: true },
    ),
  );
  const filters = (): readonly Choice<Filter>[] => {
    const number = long.isLong() ? long.counts() : whole() ? countsOf(lines()) : undefined;
    // No number is said before all of them are here.
    const numbered = (words: string, filter: Filter) => (number ? `${words} ${number[filter].toLocaleString('en-GB')}` : words);
    return [
      { value: 'everyone', label: numbered('Everyone', 'everyone') },
      ...(pairings() || (long.isLong() && seesPairs())
        ? [{ value: 'no-mentor' as const, label: numbered('Not in a mentorship', 'no-mentor') }]
        : []),
      { value: 'not-signed-in', label: numbered('Not signed in yet', 'not-signed-in') },
      { value: 'no-job', label: numbered('No job title yet', 'no-job') },
      { value: 'with-role', label: numbered('With a role', 'with-role') },
    ];
  };
  return (
    <>
      <PageHeader
        context="People"
        title={props.at.name ? `Members of ${placeWithin(props.at.name)}` : 'Members'}
        end={
          <Show when={!school()?.closed}>
            <ButtonLink tone="quiet" href={`/import?at=${props.at.id}`}>
              Import a staff list
            </ButtonLink>
            <Button onPress={() => setAdding(true)}>Add a colleague</Button>
          </Show>
        }
      />
      <div class="members__tools">
        <Show
          when={isHubAdministrator(actor())}
          fallback={<ChooseInstitution all={props.all} chosen={props.at} onChoose={props.onChoose} />}
        >
          <ChooseAny label="School or trust" all={props.all} chosen={props.at} onChoose={props.onChoose} />
        </Show>
        <TextField label="Search by name or job" kind="search" autocomplete="off" value={typed()} onInput={setTyped} />
      </div>
      <AskedWhere institution={props.at.id} />
      <Invited institution={props.at.id} />
      <Show when={!members.loading} fallback={<Skeleton kind="rows" lines={8} label="Loading members" />}>
        <Show
          when={lines().length}
          fallback={
            <Show when={!school()?.closed}>
              <EmptyState level={2} title="No members yet" action={<Button onPress={() => setAdding(true)}>Add a colleague</Button>}>
                Add people one at a time, or import a staff list: a spreadsheet or CSV file with a name and an email address in each row.
              </EmptyState>
            </Show>
          }
        >
          <Slots label="Show" value={filter()} onChange={setFilter} choices={filters()} />
          <p class="unseen" role="status">
            {whole() ? atStart(`${count(matching(), 'person', 'people')} ${long.isLong() ? 'found' : 'shown'}`) : 'Loading more members'}
          </p>
          <Show
            when={shown().length > 0 && !long.failed()}
            fallback={
              <Show when={whole()} fallback={<Loading failed={long.failed()} again={long.again} />}>
                <EmptyState
                  level={2}
                  title="No members match"
                  action={
                    <Button
                      tone="quiet"
                      onPress={() => {
                        setTyped('');
                        setFilter('everyone');
                      }}
                    >
                      Show everyone
                    </Button>
                  }
                >
                  We search the beginnings of words in names and job titles.
                </EmptyState>
              </Show>
            }
          >
            <MemberList
              lines={shown()}
              chosenBy={`${props.at.id} ${filter()} ${typed()}`}
              people={people()}
              onOpen={setOpened}
              found={long.isLong() ? long.found : undefined}
            />
          </Show>
        </Show>
      </Show>
      <WhenFetched>
        <Removed at={props.at} />
        <Show when={adding()}>
          <AddColleague at={props.at} onClose={() => setAdding(false)} />
        </Show>
        <Show when={member()?.person} keyed>
          <MemberDialog
            at={props.at}
            member={current() as RosterRow}
            people={people()}
            isLong={long.isLong()}
            onClose={() => setOpened(undefined)}
          />
        </Show>
      </WhenFetched>
    </>
  );
}

/** In place of those who are not read yet, or could not be. */
const Loading = (props: { failed: string | undefined; again: () => void }) => (
  <Show when={props.failed} fallback={<Skeleton kind="rows" lines={4} label="Loading more members" />}>
    {(said) => <NotFetched onAgain={props.again}>{said()}</NotFetched>}
  </Show>
);

/** A pair whose two people belong here stands in both lists. */
const eachOnce = (pairs: readonly PairingRow[]): readonly PairingRow[] => [
  ...new Map(pairs.map((pair) => [pair.mentorship, pair])).values(),
];
