import { createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { isOver } from '@alongside/domain/mentorships/states.js';
import { LEADERS_SEE } from '@alongside/domain/institutions/role-words.js';
import { createRows, createView } from '../../replica/index.js';
import { ButtonLink, createSteady, dayOf, EmptyState, Figures, PageHeader, sayDay, Section, Skeleton, Table } from '../../ui/index.js';
import { ChooseInstitution, createChosenInstitution } from '../../shared/institutions/choose-institution.js';
import { createInstitutions, createPeopleOf, holds, type InstitutionChoice } from '../../shared/institutions/places.js';
import { countedInList, withCounted } from './by-name.js';
import {
  GROUPS,
  HEADLINE,
  said,
  saidInPart,
  sayFigure,
  sayPlaces,
  type FigureWords,
  type ProgrammeFigures,
} from '../../shared/programme/figures.js';
import { ForCoordinators } from './for-coordinators.js';
import { PairList } from './pair-list.js';
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
      This page is for leaders and coordinators. {LEADERS_SEE} Coordinators see this too.
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
  const pulse = createView('pulse', () => (oversees() ? props.at.id : undefined));
  const listed = createPairs(() => props.at.id, oversees);
  const members = ({ members: figure }: ProgrammeFigures) =>
    holds('coordinator', props.at) && typeof figure === 'number' ? figure : undefined;
  const hidesMembers = () => holds('coordinator', props.at) && overview() !== undefined && typeof overview()?.figures.members !== 'number';
  const people = createPeopleOf(() => (hidesMembers() ? [props.at.id, ...itsSchools().map((school) => school.institution as string)] : []));
  const figures = createMemo((): ProgrammeFigures | undefined => {
    const row = overview();
    if (!row || listed.loading()) return undefined;
    if (!oversees()) return row.figures;
    // The figure hides how few they are from leaders; a coordinator has the list.
    if (hidesMembers()) return people.loading ? undefined : withCounted(row.figures, listed.pairs(), people().size);
    return withCounted(row.figures, listed.pairs(), members(row.figures));
  });
  const inList = (words: FigureWords) => (oversees() ? countedInList(words.name, listed.pairs()) : undefined);
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
        when={figures()}
        fallback={
          <Show when={overview.loading || listed.loading()} fallback={<Nothing />}>
            <Skeleton kind="card" label="Loading figures" />
          </Show>
        }
      >
        {(shown) => (
          <>
            <section aria-label="The programme in four figures">
              <Figures of={HEADLINE.map((words) => headline(words, shown(), inList(words)))} />
            </section>
            <Show when={oversees()}>
              <Pairs at={props.at} today={today()} figures={shown()} listed={listed} />
            </Show>
            <Section title="All figures">
              <p class="small muted">
                <Show when={oversees()}>You can see each pair by name, so we do not hide how many pairs there are. </Show>
                We hide other figures about fewer than 5 people, and any figure that would reveal one of them. Where we can, we show a total
                instead. Figures update straight away. A pair counts here where its mentor or its mentee belongs.
              </p>
              <AllFigures
                figures={shown()}
                schools={schools()}
                inList={inList}
                space={oversees() && !pulse.loading ? (pulse()?.space ?? 0) : undefined}
              />
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

type Listed = ReturnType<typeof createPairs>;

/** The pairs of a programme, to those who may read them: those whose mentor or whose mentee belongs there. */
function createPairs(at: () => string, oversees: () => boolean) {
  const mentored = createRows('pairing', () => (oversees() ? { menteeAt: at() } : undefined));
  const mentoring = createRows('pairing', () => (oversees() ? { mentorAt: at() } : undefined));
  const pairs = createMemo(() => [...new Map([...mentored(), ...mentoring()].map((pair) => [pair.mentorship, pair])).values()]);
  return { pairs, loading: () => oversees() && (mentored.loading || mentoring.loading) };
}

function Pairs(props: { at: InstitutionChoice; today: string; figures: ProgrammeFigures; listed: Listed }): JSX.Element {
  const { pairs } = props.listed;
  const stuck = createSteady(() => stuckAmong(pairs(), props.today));
  return (
    <>
      <StuckList of={stuck()} any={pairs().some((pair) => !isOver(pair))}>
        <Show when={holds('coordinator', props.at)}>
          <ForCoordinators pairs={pairs()} stuck={stuck().length} at={props.at.id} today={props.today} />
        </Show>
      </StuckList>
      <PairList pairs={pairs()} at={props.at.id} figures={props.figures} today={props.today} />
    </>
  );
}

/** One of the four: where the figure itself is hidden, what the list of pairs comes to. */
function headline(words: FigureWords, figures: ProgrammeFigures, inList: number | undefined) {
  const value = said(words, figures);
  return value === undefined && inList !== undefined
    ? { value: sayFigure(words, inList), label: `${words.label} (current members)` }
    : { value, label: words.label };
}

const WITHHELD = () => (
  <span>
    <span aria-hidden="true">–</span>
    <span class="unseen">hidden (fewer than 5 people)</span>
  </span>
);

/** What is withheld, as far as the figures around it tell. */
const InPart = (props: { words: string | undefined }): JSX.Element => (
  <Show when={props.words} fallback={<WITHHELD />}>
    <span class="muted">{props.words}</span>
  </Show>
);

/** Each group as a table of its own, so that a total stands beside what it is made of. */
const AllFigures = (props: {
  figures: ProgrammeFigures;
  schools: readonly (ProgrammeFigures | undefined)[];
  inList: (words: FigureWords) => number | undefined;
  space: number | undefined;
}): JSX.Element => {
  const partly = (words: FigureWords) => {
    const listed = props.inList(words);
    return listed === undefined ? saidInPart(words, props.figures, props.schools) : `${sayFigure(words, listed)} (current members)`;
  };
  const whole = (words: FigureWords) =>
    words.name === 'places' ? sayPlaces(said(words, props.figures), props.space) : said(words, props.figures);
  return (
    <div class="programme__groups">
      {GROUPS.map((group) => (
        <Table
          caption={group.title}
          rows={group.figures}
          columns={[
            { title: 'Figure', cell: (words) => words.label },
            { title: 'Now', number: true, cell: (words) => whole(words) ?? <InPart words={partly(words)} /> },
          ]}
        />
      ))}
    </div>
  );
};
