import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import type { Day } from '@alongside/domain/kernel/brand.js';
import { halfTermOf } from '@alongside/domain/uk/half-term.js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { outsideId } from '@alongside/projections/views/outside-id.js';
import { createRows, createView } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  createSteady,
  dayOf,
  EmptyState,
  Figures,
  PageHeader,
  sayDay,
  Section,
  Skeleton,
  WhenLoaded,
} from '../../ui/index.js';
import { ChooseInstitution, createChosenInstitution } from '../../shared/institutions/choose-institution.js';
import { createInstitutions, holds, type InstitutionChoice } from '../../shared/institutions/places.js';
import { HEADLINE, HEADLINE_OUTSIDE, said, saidOutside, type ProgrammeFigures } from '../../shared/programme/figures.js';
import { AllFigures, OutsideFigures } from './all-figures.js';
import { Expertise } from './expertise.js';
import { ForCoordinators } from './for-coordinators.js';
import { PairList } from './pair-list.js';
import { WhatPeopleSaid } from './said.js';
import { ShareFigures } from './share-figures.js';
import { StuckList } from './stuck-list.js';
import { stuckAmong } from '../../shared/programme/stuck.js';
import './programme.css';

const MINUTE_MS = 60_000;

/** How a programme does: figures, who may need a hand, and that pairs meet. Never what they say. */
export default function Programme(): JSX.Element {
  const all = createInstitutions({ roles: ['leader', 'coordinator', 'administrator'], hub: false });
  const { chosen, choose } = createChosenInstitution(all, 'programme');
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <Show
          when={chosen()}
          fallback={
            <Show when={all.loading} fallback={<NotYours />}>
              <Skeleton kind="page" label="Loading your programmes" />
            </Show>
          }
        >
          {(at) => <ProgrammeOf at={at()} all={all()} onChoose={choose} />}
        </Show>
      </div>
    </div>
  );
}

const NotYours = () => (
  <>
    <PageHeader title="Programme" />
    <EmptyState level={2} title="You cannot see a programme" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      This page is for leaders, coordinators and administrators of a school, college or trust. {LEADERS_SEE} Coordinators see this too.
      Administrators see figures.
    </EmptyState>
  </>
);

function createToday(): () => string {
  const [today, setToday] = createSignal(dayOf());
  const clock = setInterval(() => setToday(dayOf()), MINUTE_MS);
  onCleanup(() => clearInterval(clock));
  return today;
}

function ProgrammeOf(props: { at: InstitutionChoice; all: readonly InstitutionChoice[]; onChoose: (id: string) => void }): JSX.Element {
  const oversees = () => holds('leader', props.at) || holds('coordinator', props.at);
  const overview = createView('overview', () => (oversees() ? props.at.id : outsideId(props.at.id)));
  const pulse = createView('pulse', () => (oversees() ? props.at.id : undefined));
  const outside = createView('overview', () => outsideId(props.at.id));
  const [sharing, setSharing] = createSignal(false);
  return (
    <>
      <PageHeader
        context={sayDay(dayOf())}
        title={props.at.name ? `How ${props.at.name} is doing` : 'How the programme is doing'}
        end={
          <>
            <Show when={outside()}>
              <Button tone="quiet" onPress={() => setSharing(true)}>
                Share figures
              </Button>
            </Show>
            <Show when={oversees()}>
              <ButtonLink tone="quiet" href={`/history?at=${props.at.id}`}>
                See history
              </ButtonLink>
            </Show>
          </>
        }
      />
      <Show when={outside()}>
        {(row) => <ShareFigures open={sharing()} onClose={() => setSharing(false)} name={props.at.name || 'your programme'} row={row()} />}
      </Show>
      <Show when={props.all.length > 1}>
        <div class="programme__choose">
          <ChooseInstitution all={props.all} chosen={props.at} onChoose={props.onChoose} />
        </div>
      </Show>
      <Show
        when={overview()?.figures}
        fallback={
          <Show when={overview.loading} fallback={<Nothing />}>
            <Skeleton kind="card" label="Loading figures" />
          </Show>
        }
      >
        {(shown) => (
          <>
            <section aria-label="The programme in four figures">
              <Figures
                of={(oversees() ? HEADLINE : HEADLINE_OUTSIDE).map((words) => ({
                  value: oversees() ? said(words, shown()) : saidOutside(words, shown()),
                  label: words.label,
                }))}
              />
            </section>
            <Show when={oversees()}>
              <Pairs at={props.at} figures={shown()} />
              <WhatPeopleSaid at={props.at.id} today={dayOf()} />
              <Expertise at={props.at.id} name={props.at.name} today={dayOf()} />
            </Show>
            <Section title="All figures">
              <p class="small muted">
                <Show when={!oversees()}>
                  We hide figures about 1 to 4 people, and others from which such a figure could be worked out.{' '}
                </Show>
                Figures update straight away. A pair counts here where its mentor or its mentee belongs.
              </p>
              <Show when={oversees()} fallback={<OutsideFigures figures={shown()} outside={overview()?.outside} />}>
                <AllFigures figures={shown()} space={pulse.loading ? undefined : (pulse()?.space ?? 0)} />
              </Show>
            </Section>
          </>
        )}
      </Show>
    </>
  );
}

const Nothing = () => (
  <EmptyState level={2} title="No figures yet">
    Figures show here after the first members join and the first request is sent.
  </EmptyState>
);

/** The pairs of a programme, to those who may read them: those whose mentor or whose mentee belongs there. */
function Pairs(props: { at: InstitutionChoice; figures: ProgrammeFigures }): JSX.Element {
  const mentored = createRows('pairing', () => ({ menteeAt: props.at.id }));
  const mentoring = createRows('pairing', () => ({ mentorAt: props.at.id }));
  const pairs = createMemo(() => [...new Map([...mentored(), ...mentoring()].map((pair) => [pair.mentorship, pair])).values()]);
  const today = createToday();
  const stuck = createSteady(() => stuckAmong(pairs(), today()));
  const institution = createView('institution', () => props.at.id);
  const term = createMemo(() => halfTermOf(institution() ?? { terms: [], closures: [] }, today() as Day));
  const all = createInstitutions({ roles: ['leader', 'coordinator'], schools: true, hub: false });
  return (
    <WhenLoaded of={[mentored, mentoring, institution]} lines={6} label="Loading pairs">
      <StuckList of={stuck()} any={pairs().some((pair) => !isOver(pair))}>
        <Show when={holds('coordinator', props.at)}>
          <ForCoordinators pairs={pairs()} stuck={stuck().length} at={props.at.id} today={today()} />
        </Show>
      </StuckList>
      <PairList
        pairs={pairs()}
        at={props.at.id}
        figures={props.figures}
        term={term()}
        schools={all().filter(({ trust }) => trust === props.at.id)}
        today={today()}
      />
    </WhenLoaded>
  );
}
