import { createEffect, createMemo, createSignal, on, Show, type JSX } from 'solid-js';
import { useSearchParams } from '@solidjs/router';
import { createAnswer } from '../../replica/index.js';
import {
  Button,
  ButtonLink,
  DateField,
  EmptyState,
  NotFetched,
  PageHeader,
  sayDate,
  Scrubber,
  SelectField,
  Skeleton,
} from '../../ui/index.js';
import { ChooseInstitution, createChosenInstitution } from '../../shared/institutions/choose-institution.js';
import { createInstitutions, type InstitutionChoice } from '../../shared/institutions/places.js';
import { AsItStood } from './as-it-stood.js';
import { AGAINST, choicesOf, sayMissing, type Against } from './compare.js';
import { bandsOf, type EarlierDay, type TimelineAnswer } from '../../shared/programme/history-answers.js';
import { createPast } from './past.js';
import { createPlay } from './play.js';
import './history.css';

/** A programme as it stood on any day, worked out from everything that happened up to then. */
export default function History(): JSX.Element {
  const all = createInstitutions({ roles: ['leader', 'coordinator'], hub: false });
  const { chosen, choose } = createChosenInstitution(all, 'programme');
  return (
    <div class="page page--wide">
      <div class="stack stack--loose">
        <Show
          when={chosen()?.id}
          keyed
          fallback={
            <Show when={all.loading} fallback={<NotYours />}>
              <Skeleton kind="page" label="Loading your programmes" />
            </Show>
          }
        >
          {(id) => <HistoryOf at={all().find((one) => one.id === id)} id={id} all={all()} onChoose={choose} />}
        </Show>
      </div>
    </div>
  );
}

const NotYours = () => (
  <>
    <PageHeader title="History" />
    <EmptyState level={2} title="You cannot see the history of a programme" action={<ButtonLink href="/">Go to Today</ButtonLink>}>
      Leaders and coordinators open any past day of their programme here, in figures and sentences.
    </EmptyState>
  </>
);

function HistoryOf(props: {
  id: string;
  at: InstitutionChoice | undefined;
  all: readonly InstitutionChoice[];
  onChoose: (id: string) => void;
}): JSX.Element {
  const timeline = createAnswer<TimelineAnswer>(() => `/api/history/${encodeURIComponent(props.id)}`, { ofOthers: true });
  return (
    <Show
      when={timeline.data()}
      fallback={
        <Show when={timeline.failed()} fallback={<Skeleton kind="page" label="Loading history" />}>
          {(said) => (
            <>
              <PageHeader context={props.at?.name} title="History" />
              <NotFetched title="We could not load the history" onAgain={timeline.again}>
                {said()}
              </NotFetched>
            </>
          )}
        </Show>
      }
    >
      {(line) => <Planner {...props} line={line()} />}
    </Show>
  );
}

function Planner(props: {
  id: string;
  at: InstitutionChoice | undefined;
  all: readonly InstitutionChoice[];
  line: TimelineAnswer;
  onChoose: (id: string) => void;
}): JSX.Element {
  const [search, setSearch] = useSearchParams<{ on: string; with: string }>();
  const within = (day: string) => (day < props.line.from ? props.line.from : day > props.line.to ? props.line.to : day);
  const first = /^\d{4}-\d{2}-\d{2}$/.test(search.on ?? '') ? within(search.on ?? '') : props.line.to;
  const [day, setDay] = createSignal(first);
  const ends = createMemo(() => ({ from: props.line.from, to: props.line.to }));
  const past = createPast(() => props.id, day, ends);
  const against = (): Against => AGAINST.find((one) => one === search.with) ?? 'week';
  // Kept while the next day is fetched, so that a choice is not lost on the way.
  const earlier = createMemo((last: readonly EarlierDay[]) => past.data()?.earlier ?? last, []);
  const shown = () => past.data()?.day === day();
  const player = createPlay({ day, to: () => props.line.to, shown, go: setDay });
  const [typed, setTyped] = createSignal(first);
  createEffect(
    on(
      day,
      (now) => {
        setTyped(now);
        setSearch({ on: now }, { replace: true, scroll: false });
      },
      { defer: true },
    ),
  );
  const jump = (to: string) => {
    player.pause();
    setDay(within(to));
  };
  const type = (value: string) => {
    setTyped(value);
    // A year that is still being typed begins with noughts.
    if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return;
    jump(value);
    // The day may have been the nearest one already.
    setTyped(day());
  };
  const play = () => {
    if (player.playing()) return player.pause();
    if (player.atEnd()) setDay(props.line.from);
    player.play();
  };
  const said = () => (player.playing() ? 'Pause' : player.atEnd() ? 'Play from the beginning' : 'Play from here');
  return (
    <>
      <PageHeader
        context={props.at?.name ? `${props.at.name} · mentoring` : 'Mentoring'}
        title={`History on ${sayDate(day())}`}
        end={
          <Button tone="quiet" onPress={play}>
            {said()}
          </Button>
        }
      />
      <div class="history__tools">
        <ChooseInstitution label="Programme" all={props.all} chosen={props.at} onChoose={props.onChoose} />
        <DateField label="Go to a date" value={typed()} onInput={type} min={props.line.from} max={props.line.to} />
        <SelectField
          label="Compare with"
          value={choicesOf(earlier()).some(({ value }) => value === against()) ? against() : 'week'}
          onChange={(to) => setSearch({ with: to }, { replace: true, scroll: false })}
          options={choicesOf(earlier())}
        />
      </div>
      <Show when={shown() && sayMissing(earlier(), props.line)}>{(said) => <p class="small muted">{said()}</p>}</Show>
      <div class="history__planner">
        <Scrubber
          label="Day to show"
          from={props.line.from}
          to={props.line.to}
          value={day()}
          onInput={jump}
          // Heights come in few steps; the scrubber draws square roots.
          ticks={props.line.days.map(({ day: of, height }) => ({ day: of, count: height * height }))}
          bands={bandsOf(props.line.terms, props.line.from, props.line.to)}
          end={
            <span class="small muted">
              {sayDate(props.line.from)} to {sayDate(props.line.to)}
            </span>
          }
        />
      </div>
      <AsItStood day={day()} past={past} playing={player.playing()} against={against()} />
    </>
  );
}
