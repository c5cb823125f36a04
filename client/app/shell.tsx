import { createEffect, createSignal, ErrorBoundary, For, lazy, Match, on, Show, Suspense, Switch, type JSX } from 'solid-js';
import { A, useLocation, type RouteSectionProps } from '@solidjs/router';
import { replica, session, type Session } from '../replica/index.js';
import { clearToasts, FetchTrouble, Mark, saySaveStatus, Skeleton, SkipLink, ToastRegion, Unsent } from '../ui/index.js';
import { BarState, OutOfReach } from './bar-state.js';
import { BottomBar } from './bottom-bar.js';
import { leadToFirstProblem } from './first-problem.js';
import { followHeading } from './follow-heading.js';
import { guardLeaving } from './guard-leaving.js';
import { keepClear } from './keep-clear.js';
import { showField } from './show-field.js';
import { keepFocus } from './keep-focus.js';
import { PersonMenu } from './person-menu.js';
import { placesFor } from './places.js';
import { AwayPage, isUnfetched, ProblemPage, UnfetchedPage } from './problem-page.js';

const SignIn = lazy(() => import('../features/sign-in/sign-in.screen.js'));

/** Places that need nobody to be signed in. */
const OPEN = /^\/(design|outbox|verify(\/[^/]*)?)$/;

/** What stands around every screen: the way past the navigation, the bars, the one `main`, and what is said in passing. */
export function Shell(props: RouteSectionProps): JSX.Element {
  const [content, setContent] = createSignal<HTMLElement>();
  const location = useLocation();
  followHeading(content);
  keepFocus(content);
  keepClear();
  showField();
  leadToFirstProblem();
  guardLeaving();
  // With its link in the address, for the person who is to become the first administrator; without it, for those who sign in.
  const open = () => OPEN.test(location.pathname) || (location.pathname === '/set-up' && location.hash.length > 1);
  createEffect(on(session, (now, before) => before && !now && clearToasts()));
  const whyUnsent = () => {
    const why = replica().unsent();
    return why ? saySaveStatus(why) : '';
  };
  return (
    <FetchTrouble.Provider value={{ failing: () => replica().failing(), again: () => replica().readAgain() }}>
      <Unsent.Provider value={whyUnsent}>
        <SkipLink />
        <div class="frame">
          <Show when={session()} fallback={<QuietBar />}>
            {(who) => <TopBar session={who()} />}
          </Show>
          <OutOfReach />
          <main id="content" ref={setContent}>
            <ErrorBoundary fallback={(error, reset) => <Problem error={error} reset={reset} />}>
              <Suspense fallback={<Waiting />}>
                <Switch fallback={<Waiting />}>
                  <Match when={session() || open()}>{props.children}</Match>
                  <Match when={session() === null}>
                    <SignIn />
                  </Match>
                  <Match when={replica().away()}>
                    <AwayPage onAgain={() => void replica().refresh()} />
                  </Match>
                </Switch>
              </Suspense>
            </ErrorBoundary>
          </main>
          <Show when={session()}>{(who) => <BottomBar session={who()} />}</Show>
        </div>
        <ToastRegion />
      </Unsent.Provider>
    </FetchTrouble.Provider>
  );
}

const Waiting = () => (
  <div class="page">
    <Skeleton kind="page" label="Loading" />
  </div>
);

/** A broken screen is left behind by going somewhere else. */
function Problem(props: { error: unknown; reset: () => void }): JSX.Element {
  const location = useLocation();
  const at = location.pathname;
  createEffect(() => location.pathname !== at && props.reset());
  return (
    <Show when={isUnfetched(props.error)} fallback={<ProblemPage error={props.error} onAgain={() => props.reset()} />}>
      <UnfetchedPage connected={replica().connected()} onAgain={() => props.reset()} />
    </Show>
  );
}

const QuietBar = () => (
  <header class="bar">
    <Mark />
  </header>
);

function TopBar(props: { session: Session }): JSX.Element {
  return (
    <header class="bar">
      <Mark />
      <nav class="bar__nav" aria-label="Main">
        <For each={placesFor(props.session, 'bar')}>{(place) => <Way path={place.path}>{place.name}</Way>}</For>
      </nav>
      <div class="bar__end">
        <BarState />
        <PersonMenu session={props.session} />
      </div>
    </header>
  );
}

const Way = (props: { path: string; children: JSX.Element }) => (
  <A href={props.path} end={props.path === '/'}>
    {props.children}
  </A>
);
