import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { useSearchParams } from '@solidjs/router';
import { isHubAdministrator } from '@alongside/domain/policies/actor.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import { createRows, createView } from '../../replica/index.js';
import {
  atStart,
  Button,
  ButtonLink,
  type Choice,
  count,
  EmptyState,
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
import { counts, linesOf, narrow, type Filter } from './lines.js';
import { MemberList } from './member-list.js';
import './members.css';

// Dialogs bring a good deal of code, and the list is of use without them.
const AddColleague = lazyPart(() => import('./add-colleague.js'));
const MemberDialog = lazyPart(() => import('./member-dialog.js'));

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
  // The first page is shown at once; the rest is read behind it, for counts and the search.
  createEffect(() => {
    if (!members.loading && members.hasMore) members.more();
  });
  const whole = () => !members.loading && !members.hasMore;
  const people = createMemo(() => new Map(members.plain().map((row) => [row.person as string, row])));
  const seesPairs = () => holds('coordinator', props.at) || holds('leader', props.at);
  // Of this school alone: who oversees several reads no pairs of the others here.
  const running = RUNNING.flatMap((status) => [
    createRows('pairing', () => (seesPairs() ? { menteeAt: props.at.id, status } : undefined)),
    createRows('pairing', () => (seesPairs() ? { mentorAt: props.at.id, status } : undefined)),
  ]);
  const pairings = () =>
    seesPairs() && running.every((list) => !list.loading) ? eachOnce(running.flatMap((list) => list.plain())) : undefined;
  const lines = createMemo(() => linesOf(members.plain(), pairings()));
  const [filter, setFilter] = createSignal<Filter>('everyone');
  const [typed, setTyped] = createSignal('');
  const [adding, setAdding] = createSignal(false);
  const [opened, setOpened] = createSignal<string>();
  const shown = createMemo(() => narrow(lines(), filter(), typed()));
  const member = (): RosterRow | undefined => people().get(opened() ?? '');
  createEffect(
    on(
      () => props.at.id,
      () => setFilter('everyone'),
      { defer: true },
    ),
  );
  const filters = (): readonly Choice<Filter>[] => {
    const number = whole() ? counts(lines()) : undefined;
    // No number is said before all of them are here.
    const numbered = (words: string, filter: Filter) => (number ? `${words} ${number[filter]}` : words);
    return [
      { value: 'everyone', label: numbered('Everyone', 'everyone') },
      ...(pairings() ? [{ value: 'no-mentor' as const, label: numbered('Not in a mentorship', 'no-mentor') }] : []),
      { value: 'not-signed-in', label: numbered('Not signed in yet', 'not-signed-in') },
      { value: 'no-job', label: numbered('No job title yet', 'no-job') },
      { value: 'with-role', label: numbered('With a role', 'with-role') },
    ];
  };
  return (
    <>
      <PageHeader
        context="People"
        title={props.at.name ? `Members of ${props.at.name}` : 'Members'}
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
            {whole() ? atStart(`${count(shown().length, 'person', 'people')} shown`) : 'Loading more members'}
          </p>
          <Show
            when={shown().length}
            fallback={
              <Show when={whole()} fallback={<Skeleton kind="rows" lines={4} label="Loading more members" />}>
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
            <MemberList lines={shown()} chosenBy={`${props.at.id} ${filter()} ${typed()}`} people={people()} onOpen={setOpened} />
          </Show>
        </Show>
      </Show>
      <WhenFetched>
        <Show when={adding()}>
          <AddColleague at={props.at} onClose={() => setAdding(false)} />
        </Show>
        <Show when={member()} keyed>
          {(row) => <MemberDialog at={props.at} member={row} people={people()} onClose={() => setOpened(undefined)} />}
        </Show>
      </WhenFetched>
    </>
  );
}

/** A pair whose two people belong here stands in both lists. */
const eachOnce = (pairs: readonly PairingRow[]): readonly PairingRow[] => [
  ...new Map(pairs.map((pair) => [pair.mentorship, pair])).values(),
];
