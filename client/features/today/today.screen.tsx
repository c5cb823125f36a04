import { isRunning, type MoveKind, type MoveOf } from '@alongside/domain/mentorships/whose-move.js';
import { createMemo, createSignal, mapArray, onCleanup, Show, type JSX } from 'solid-js';
import { lazyPart } from '../../ui/lazy-part.js';
import { createRows, createView, me } from '../../replica/index.js';
import { calledName, createSteady, dayOf, greeting, List, PageHeader, sayDay, Section, Skeleton, WhenFetched } from '../../ui/index.js';
import { AskLink } from '../../shared/help/asking.js';
import { heldWith } from '../../shared/institutions/places.js';
import { isOver } from '../../shared/pair/pair.js';
import { CalledApart } from '../../shared/people/called-apart.js';
import { LaterMove } from './move-of.js';
import { looksAgain, movesOf, pausedOf, soon, type TodayRows } from './moves.js';
import { AskedToo, FirstMove } from './asked.js';
import { leadsToFind, NothingToDo, Waiting } from './waiting.js';

const MINUTE_MS = 60_000;
/** Loaded for those who coordinate, lead or look after the hub, and for nobody else. */
// Hardly anybody has two records.
const JoiningAsked = lazyPart(() => import('./joining.js'));
const ForOthers = lazyPart(() => import('./desk/for-others.js'));
// Few pairs rest, and few mentees have just completed.
const Between = lazyPart(() => import('./between.js'));
// Who is a member already is seldom invited elsewhere.
const Invitations = lazyPart(() => import('./invitations.js'));
// Asked of those who have met.
const FitHere = lazyPart(() => import('./fit-here.js'));
// Few are offered help on a day, and not all took on more than the first thing to do.
const Offered = lazyPart(() => import('./offered.js'));
const YouSaid = lazyPart(() => import('./you-said.js'));
// Few schools close.
const WhereNow = lazyPart(() => import('./where-now.js'));
const DeskRail = lazyPart(() => import('./desk/figures.js'));
// Beside what is to be done, and below it: they can come a moment later.
const Goals = lazyPart(() => import('./goals.js'));
const YourTime = lazyPart(() => import('./your-time.js'));
const Week = lazyPart(() => import('./week.js').then((part) => ({ default: part.Week })));
// What came of it is told to mentors.
const WhatCameOfIt = lazyPart(() => import('./came-of-it.rail.js'));
// The words for all that a hub can tell are a tenth of what Today would fetch.
const Notifications = lazyPart(() => import('./notifications.js').then((part) => ({ default: part.Notifications })));

/** Who acts next and by when; the next meeting; where one is going. Nothing to do is a state of its own. */
export default function Today(): JSX.Element {
  const rows = createTodayRows();
  const moves = createSteady(() => movesOf(rows()));
  const later = <Kind extends MoveKind>(kind: Kind) =>
    moves()
      .slice(1)
      .filter((move): move is MoveOf<Kind> => move.kind === kind);
  // Requests have cards of their own, and what one took on has a section.
  const rest = () => moves().filter(({ kind }, at) => at > 0 && kind !== 'answer-request' && kind !== 'do-action');
  const person = createView('person', me);
  const asked = createRows('invitation', () => ({ person: me() }));
  const notices = createRows('notice', () => ({ person: me() }));
  const invitations = () => asked().filter((one) => !one.closed);
  const closedSchools = createRows('asked-where', () => ({ person: me() }));
  const offered = createRows('help-offer', () => ({ mentee: me(), status: 'open' }));
  const joining = createRows('joining', () => ({ askedOf: me() }));
  const [heading, setHeading] = createSignal<string>();
  const own = () => moves().length > 0 || offered().length > 0 || invitations().length > 0 || closedSchools().length > 0;
  const paused = createSteady(() => pausedOf(rows()));
  /** Where the page itself leads to a mentor, it says so once. */
  const again = () => looksAgain(rows()) && (own() || isForOthers() || !leadsToFind(rows()));
  const known = () => !rows.loading() && (moves().length > 0 || !(rows.goalsLoading() || asked.loading || offered.loading));
  const hello = () => `${greeting(rows().now)}${person()?.name ? `, ${calledName(person())}` : ''}`;
  return (
    <div class="page">
      <div class="stack stack--loose">
        <PageHeader context={sayDay(dayOf(rows().now))} title={(known() && !own() && heading()) || hello()} />
        <CalledApart
          of={moves()
            .map((move) => move.with)
            .filter(Boolean)}
        >
          <Show when={known()} fallback={<Skeleton kind="card" label="Loading your tasks" />}>
            <Show when={closedSchools().length}>
              <WhenFetched fallback={<Skeleton kind="card" label="Loading what we ask you" />}>
                <WhereNow of={closedSchools()} asked={asked()} />
              </WhenFetched>
            </Show>
            <Show when={invitations().length}>
              <Invitations of={invitations()} />
            </Show>
            <Show when={joining().length}>
              <WhenFetched fallback={<Skeleton kind="card" label="Loading a question about your records" />}>
                <JoiningAsked of={joining()} />
              </WhenFetched>
            </Show>
            <Show
              when={moves()[0]}
              fallback={
                <Show when={!offered().length && !invitations().length && !closedSchools().length && !isForOthers()}>
                  <NothingToDo rows={rows()} />
                </Show>
              }
            >
              {(first) => <FirstMove move={first()} requests={rows().requests} />}
            </Show>
            <Show when={offered().length}>
              <WhenFetched fallback={<Skeleton kind="card" label="Loading an offer" />}>
                <Offered offers={offered()} />
              </WhenFetched>
            </Show>
            <AskedToo moves={moves().slice(1)} requests={rows().requests} />
            <Show when={rest().length}>
              <Section title="Also to do">
                <List each={rest()}>{(move) => <LaterMove move={move} />}</List>
              </Section>
            </Show>
            <Show when={later('do-action').length}>
              <WhenFetched fallback={<Skeleton lines={2} label="Loading your actions" />}>
                <YouSaid moves={later('do-action')} />
              </WhenFetched>
            </Show>
            <Show when={paused().length || again()}>
              <WhenFetched fallback={<Skeleton lines={2} label="Loading your mentorships" />}>
                <Between paused={paused()} looksAgain={again()} />
              </WhenFetched>
            </Show>
            <Show when={isForOthers()}>
              <WhenFetched fallback={<Skeleton kind="card" label="Loading who needs you" />}>
                <ForOthers titled={own()} onHeading={setHeading} />
              </WhenFetched>
            </Show>
            <Show when={notices().some(({ listed }) => listed)}>
              <WhenFetched fallback={<Skeleton lines={2} label="Loading your notifications" />}>
                <Notifications now={rows().now} />
              </WhenFetched>
            </Show>
            <Show when={openGoals(rows()).length}>
              <WhenFetched fallback={<Skeleton lines={2} label="Loading your goals" />}>
                <Goals goals={openGoals(rows())} />
              </WhenFetched>
            </Show>
            <Show when={soon(rows()).length}>
              <WhenFetched fallback={<Skeleton lines={2} label="Loading your next 7 days" />}>
                <Week rows={rows()} />
              </WhenFetched>
            </Show>
            <Waiting rows={rows()} />
          </Show>
        </CalledApart>
      </div>
      <aside class="stack stack--loose aside-when-simple" aria-label="Your time">
        <Show when={coordinates()}>
          <WhenFetched fallback={<Skeleton lines={3} label="Loading what happened" />}>
            <DeskRail />
          </WhenFetched>
        </Show>
        <Show when={!isForOthers() || rows().mentorships.length}>
          <Show when={rows().mentorships.some(({ mentor }) => mentor === me())}>
            <WhenFetched>
              <WhatCameOfIt rows={rows()} />
            </WhenFetched>
          </Show>
          <WhenFetched fallback={<Skeleton lines={1} label="Loading your time" />}>
            <YourTime rows={rows()} loading={rows.loading()} />
          </WhenFetched>
          <Show when={rows().mentorships.some(({ meetingsHeld }) => meetingsHeld > 0)}>
            <WhenFetched>
              <FitHere rows={rows()} />
            </WhenFetched>
          </Show>
          <AskLink />
        </Show>
      </aside>
    </div>
  );
}

/** The rows that Today reads, and a clock that moves on while it stands open. */
function createTodayRows(): (() => TodayRows) & { loading: () => boolean; goalsLoading: () => boolean } {
  const lists = {
    asked: createRows('request', () => ({ mentee: me() })),
    asking: createRows('request', () => ({ mentor: me() })),
    mentored: createRows('mentorship', () => ({ mentee: me() })),
    mentoring: createRows('mentorship', () => ({ mentor: me() })),
    meetings: createRows('meeting', () => ({ openFor: me() })),
    actions: createRows('action', () => ({ owner: me() })),
  };
  // Goals are looked up by mentee or by mentorship: a mentor asks for those of each pair under way.
  const own = createRows('goal', () => ({ mentee: me() }));
  const mentees = createMemo(
    mapArray(
      () =>
        lists
          .mentoring()
          .filter(isRunning)
          .map(({ mentorship }) => mentorship as string),
      (mentorship) => createRows('goal', () => ({ mentorship })),
    ),
  );
  // A meeting that is over is read where something that was agreed in it is still to be done.
  const open = createMemo(() => new Set(lists.meetings().map(({ meeting }) => meeting as string)));
  const acted = createMemo(() => [...new Set(lists.actions().flatMap(({ done, meeting }) => (done === 'no' ? [meeting as string] : [])))]);
  const actedOn = createMemo(
    mapArray(
      () => acted().filter((meeting) => !open().has(meeting)),
      (meeting) => createView('meeting', () => meeting),
    ),
  );
  const [now, setNow] = createSignal(new Date().toISOString());
  const clock = setInterval(() => setNow(new Date().toISOString()), MINUTE_MS);
  onCleanup(() => clearInterval(clock));
  const read = createMemo((): TodayRows => ({
    me: me(),
    now: now(),
    requests: [...lists.asked(), ...lists.asking()],
    mentorships: [...lists.mentored(), ...lists.mentoring()],
    meetings: [...lists.meetings(), ...actedOn().flatMap((meeting) => meeting() ?? [])],
    actions: lists.actions(),
    goals: [...own(), ...mentees().flatMap((list) => list())],
  }));
  return Object.assign(() => read(), {
    loading: () => Object.values(lists).some((list) => list.loading),
    goalsLoading: () => own.loading || mentees().some((list) => list.loading),
  });
}

/** Coordinates, leads or administers a programme or the hub: those who do are here for others first. */
const isForOthers = () => heldWith(['leader', 'coordinator', 'administrator']).length > 0;
const coordinates = () => heldWith(['coordinator']).length > 0;

/** What they work towards now; a goal of a mentorship that is over is no longer on the way. */
function openGoals({ goals, mentorships, me: person }: TodayRows): TodayRows['goals'] {
  const over = new Set(mentorships.filter((one) => isOver(one)).map(({ mentorship }) => mentorship));
  return goals.filter((goal) => goal.mentee === person && goal.status === 'open' && !over.has(goal.mentorship));
}
