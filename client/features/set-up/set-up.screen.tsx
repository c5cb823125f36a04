import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { useLocation, useSearchParams } from '@solidjs/router';
import { createAnswer, session } from '../../replica/index.js';
import { rights } from '../../shared/institutions/rights.js';
import { lazyPart } from '../../ui/lazy-part.js';
import { ButtonLink, EmptyState, Link, NotFetched, PageHeader, Section, Skeleton, Tag, WhenFetched } from '../../ui/index.js';
import { after, isDone, nextStep, STEP_WORDS, STEPS, type SetUpProgress, type Step } from '../../shared/set-up/answers.js';
import { Begin } from './begin.js';
import { Finish } from './finish.js';
import { HubStep } from './hub-step.js';
import { MailStep } from './mail-step.js';
import { OpenForFew } from './open-for.js';
import { keepRead, wasRead } from './read.js';
import { SchoolStep } from './school-step.js';
import { StaffStep } from './staff-step.js';
import type { StepProps } from './step-props.js';
import '../../shared/institutions/institution.css';
import './set-up.css';

// The steps that ask most come after others: they can come a moment later.
const CoordinatorStep = lazyPart(() => import('./coordinator-step.js').then((part) => ({ default: part.CoordinatorStep })));
const DatesStep = lazyPart(() => import('./dates-step.js'));

/** Where the address of the hub matters: at first, before an email leaves, and where staff are to be told. */
const NAMES_ADDRESS: ReadonlySet<Step> = new Set<Step>(['hub', 'email', 'coordinator', 'staff', 'finish']);

/** The first minutes of a hub: from the printed link to a first coordinator. Each step is kept when it is done. */
export default function SetUp(): JSX.Element {
  const location = useLocation();
  return (
    <Switch fallback={<NotYours />}>
      <Match when={rights.runsHub()}>
        <Steps />
      </Match>
      <Match when={!session()}>
        <Begin token={location.hash.replace(/^#/, '')} />
      </Match>
    </Switch>
  );
}

const NotYours = () => (
  <div class="page">
    <div class="stack stack--loose">
      <PageHeader title="Set up this hub" />
      <EmptyState level={2} title="Only administrators of this hub can set it up" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
        An administrator can make you one too.
      </EmptyState>
    </div>
  </div>
);

function Steps(): JSX.Element {
  const [search, setSearch] = useSearchParams<{ step?: string; at?: string }>();
  const progress = createAnswer<SetUpProgress>(() => '/api/set-up', { ofOthers: true });
  // What is open stays open while the hub learns of it: only the person goes on.
  const first = createMemo(
    (before: Step | undefined) => before ?? (progress.data() ? nextStep(progress.data() as SetUpProgress, wasRead()) : undefined),
  );
  const step = () => STEPS.find((one) => one === search.step) ?? first() ?? 'hub';
  return (
    <div class="page">
      <Show
        when={progress.data()}
        fallback={
          <Show when={progress.failed()} fallback={<Skeleton kind="page" label="Loading your set-up" />}>
            {(said) => <NotFetched onAgain={progress.again}>{said()}</NotFetched>}
          </Show>
        }
      >
        {(now) => (
          <>
            <div class="stack stack--loose">
              <PageHeader context={`Set up your hub, step ${STEPS.indexOf(step()) + 1} of ${STEPS.length}`} title={STEP_WORDS[step()]} />
              <Show when={NAMES_ADDRESS.has(step())}>
                <OpenForFew publicUrl={now().publicUrl} />
              </Show>
              <OneStep
                step={step()}
                progress={now()}
                loading={progress.refreshing()}
                at={search.at}
                onNext={(at) => {
                  progress.again();
                  if (step() === 'staff') keepRead();
                  setSearch({ step: after(step()), at: at ?? search.at });
                }}
                onChanged={progress.again}
              />
            </div>
            <aside>
              <Section title="Steps">
                <ol class="set-up__steps" role="list">
                  {STEPS.map((one) => (
                    <li aria-current={one === step() ? 'step' : undefined}>
                      <Link href={`/set-up?step=${one}`}>{STEP_WORDS[one]}</Link>
                      <Show when={isDone(one, now(), wasRead())}>
                        <Tag kind="quiet">Done</Tag>
                      </Show>
                    </li>
                  ))}
                </ol>
                <p class="small muted">Each step is saved when you finish it. You can come back to this page from your menu.</p>
              </Section>
            </aside>
          </>
        )}
      </Show>
    </div>
  );
}

const OneStep = (props: StepProps & { step: Step }): JSX.Element => (
  <Switch>
    <Match when={props.step === 'hub'}>
      <HubStep {...props} />
    </Match>
    <Match when={props.step === 'email'}>
      <MailStep {...props} />
    </Match>
    <Match when={props.step === 'school'}>
      <SchoolStep {...props} />
    </Match>
    <Match when={props.step === 'dates'}>
      <WhenFetched fallback={<Skeleton lines={6} label="Loading the dates" />}>
        <DatesStep {...props} />
      </WhenFetched>
    </Match>
    <Match when={props.step === 'coordinator'}>
      <WhenFetched fallback={<Skeleton lines={6} label="Loading who can coordinate" />}>
        <CoordinatorStep {...props} />
      </WhenFetched>
    </Match>
    <Match when={props.step === 'staff'}>
      <StaffStep {...props} />
    </Match>
    <Match when={props.step === 'finish'}>
      <Finish {...props} />
    </Match>
  </Switch>
);
