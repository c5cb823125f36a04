import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { createRows, createView } from '../../replica/index.js';
import {
  ButtonLink,
  createSteady,
  dayOf,
  EmptyState,
  Figures,
  WhenLoaded,
  PageHeader,
  sayDay,
  Section,
  Skeleton,
  Table,
} from '../../ui/index.js';
import { ChooseInstitution, createChosenInstitution } from '../institutions/choose-institution.js';
import { createInstitutions, createPeopleOf, holds, type InstitutionChoice } from '../institutions/places.js';
import { GROUPS, HEADLINE, said, saidInPart, type ProgrammeFigures } from './figures.js';
import { PairList } from './pair-list.js';
import { StuckList } from './stuck-list.js';
import { stuckAmong } from './stuck.js';
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
      Leaders and coordinators see figures about their programme here, and whether pairs meet. They never see what a pair says.
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
  const overview = createView('overview', () => props.at.id);
  const itsSchools = createRows('institution', () => (props.at.kind === 'trust' ? { trust: props.at.id } : undefined));
  const overviews = createRows('overview', () => ({}));
  const schools = createMemo(() => {
    const figuresOf = new Map(overviews().map((row) => [row.institution as string, row.figures]));
    return itsSchools().map(({ institution }) => figuresOf.get(institution));
  });
  const today = createToday();
  const oversees = () => holds('leader', props.at) || holds('coordinator', props.at);
  return (
    <>
      <PageHeader
        context={sayDay(today())}
        title={props.at.name ? `How ${props.at.name} is doing` : 'How the programme is doing'}
        end={
          <ButtonLink tone="quiet" href={`/history?at=${props.at.id}`}>
            See history
          </ButtonLink>
        }
      />
      <Show when={props.all.length > 1}>
        <div class="programme__choose">
          <ChooseInstitution all={props.all} chosen={props.at} onChoose={props.onChoose} />
        </div>
      </Show>
      <Show
        when={overview()}
        fallback={
          <Show when={overview.loading} fallback={<Nothing />}>
            <Skeleton kind="card" label="Loading figures" />
          </Show>
        }
      >
        {(row) => (
          <>
            <section aria-label="The programme in four figures">
              <Figures of={HEADLINE.map((words) => ({ value: said(words, row().figures), label: words.label }))} />
            </section>
            <Show when={oversees()}>
              <Pairs at={props.at} today={today()} figures={row().figures} />
            </Show>
            <Section title="All figures">
              <p class="small muted">
                We hide figures about fewer than 5 people, and any figure that would reveal one of them. Where we can, we show a total
                instead. Figures update straight away. A pair counts here where its mentor or its mentee belongs.
              </p>
              <AllFigures figures={row().figures} schools={schools()} />
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

function Pairs(props: { at: InstitutionChoice; today: string; figures: ProgrammeFigures }): JSX.Element {
  const schools = createRows('institution', () => (props.at.kind === 'trust' ? { trust: props.at.id } : undefined));
  const houses = createMemo(() => [props.at.id, ...schools().map((row) => row.institution as string)]);
  const people = createPeopleOf(houses);
  const pairings = createRows('pairing', () => ({}));
  const here = createMemo(() => pairings().filter((pair) => people().has(pair.mentee) || people().has(pair.mentor)));
  const stuck = createSteady(() => stuckAmong(here(), props.today));
  return (
    <WhenLoaded of={[pairings, people, schools]} kind="rows" label="Loading pairs">
      <StuckList of={stuck()} people={people()} />
      <PairList pairs={here()} people={people()} belongs={(person) => people().has(person)} figures={props.figures} today={props.today} />
    </WhenLoaded>
  );
}

const WITHHELD = () => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">hidden (fewer than 5 people)</span>
  </span>
);

/** What is withheld, as far as the figures around it tell. */
const InPart = (props: { words: string | undefined }) => (
  <Show when={props.words} fallback={<WITHHELD />}>
    <span class="muted">{props.words}</span>
  </Show>
);

/** Each group as a table of its own, so that a total stands beside what it is made of. */
const AllFigures = (props: { figures: ProgrammeFigures; schools: readonly (ProgrammeFigures | undefined)[] }): JSX.Element => (
  <div class="programme__groups">
    {GROUPS.map((group) => (
      <Table
        caption={group.title}
        rows={group.figures}
        columns={[
          { title: 'Figure', cell: (words) => words.label },
          {
            title: 'Now',
            number: true,
            cell: (words) => said(words, props.figures) ?? <InPart words={saidInPart(words, props.figures, props.schools)} />,
          },
        ]}
      />
    ))}
  </div>
);
