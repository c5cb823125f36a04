import { createEffect, createMemo, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { useBeforeLeave, useLocation, useNavigate, useSearchParams } from '@solidjs/router';
import { createAnswer, replica } from '../../replica/index.js';
import { Button, List, Notice, PageHeader, Section, Skeleton, TextField } from '../../ui/index.js';
import type { DirectoryAnswer } from './answer.js';
import { Chosen } from './chosen.js';
import { Filters } from './filters.js';
import { nearIn, sayHint, sayNear, withinOf } from './near.js';
import { Nobody } from './nobody.js';
import {
  addressOf,
  addressShowing,
  PAGE_ROWS,
  pathOf,
  ROWS_LIMIT,
  questionIn,
  rowsIn,
  sayCount,
  nearestQuestion,
  withoutFilters,
  withoutValue,
  withValue,
  withNear,
  withWritten,
  type Facet,
  type Near,
  type Question,
} from './question.js';
import { Found } from './results.js';
import { OpenSaved, SavedSearches, SaveSearch } from './saved-searches.js';
import { withoutFilter } from '@alongside/search/question.js';
import { Noted, sayNearest, sayWayOut, Understood } from './understood.js';
import './directory.css';

/** Letters follow each other; the hub is asked once they rest this long, in milliseconds. */
const REST_MS = 180;
/** A number is said aloud once it has stood this long, in milliseconds: nobody wants to hear every letter counted. */
const SAY_MS = 900;

/** Everybody who offers mentoring and whom this person may find: by words, and by what can be ticked. The address of the page is the search. */
export default function Directory(): JSX.Element {
  const [params] = useSearchParams();
  const question = createMemo(() => questionIn(params));
  const ask = createAsking();
  const [location, navigate] = [useLocation(), useNavigate()];
  // In the address, which a user comes back to from a profile; another question has another address.
  const rows = createMemo(() => rowsIn(params));
  const showMore = () =>
    navigate(`${location.pathname}${addressShowing(location.search, rows() + PAGE_ROWS)}`, { replace: true, scroll: false });
  const path = createMemo(() => pathOf(question(), rows()));
  const answer = createAnswer<DirectoryAnswer>(path, { views: ['profile'], ofOthers: true });
  const [text, setText] = createTyped(
    () => question().text,
    // Other words are read anew.
    (words) => ask({ ...question(), text: words, asWords: false }),
  );
  const written = () => answer.data()?.written ?? [];
  const tick = (facet: Facet, value: string, chosen: boolean) =>
    ask(chosen ? withValue(question(), facet, value, true) : withoutValue(question(), facet, value, written()));
  const free = (chosen: boolean) => ask(chosen ? { ...question(), free: true } : withoutValue(question(), 'free', 'yes', written()));
  const where = () => answer.data()?.where;
  const askNear = (near: Near | undefined) => ask(withNear(question(), where()?.raw ?? [], near));
  const goToNearest = ({ text = '', withoutFilters: left = [], within }: NonNullable<DirectoryAnswer['nearest']>) => {
    if (within) askNear({ of: where()?.said ?? 'me', within: withinOf(within) });
    else ask(nearestQuestion(question(), text, left));
    // The button that was used goes away with what it led to.
    results?.focus();
  };
  /** The question as the filters show it, what was typed included. */
  const shown = () => withNear(withWritten(question(), written()), [], nearIn(question().near, where()));
  const [filters, setFilters] = createSignal(false);
  let results: HTMLDivElement | undefined;
  /** Enter leads past all filters to what was found. */
  const toResults = (event: SubmitEvent) => {
    event.preventDefault();
    results?.focus();
  };
  return (
    <div class="page directory">
      <div class="stack directory__head">
        <PageHeader title="Directory" lead="Mentors you can contact." />
        <form role="search" onSubmit={toResults}>
          <TextField
            label="Search by name, school, subject or what they can help with"
            hint={sayHint(answer.data()?.placeExample)}
            kind="search"
            value={text()}
            onInput={setText}
            autocomplete="off"
            spellcheck={false}
          />
        </form>
        <Understood
          understood={answer.data()?.understood ?? []}
          asWords={question().asWords ?? false}
          onAsWords={(asWords) => ask({ ...question(), asWords })}
        />
        <Noted answer={answer.data()} />
        <div class="directory__narrow">
          <Button tone="quiet" aria-expanded={filters()} aria-controls="directory-filters" onPress={() => setFilters((shown) => !shown)}>
            {filters() ? 'Hide filters' : 'Show filters'}
          </Button>
        </div>
        <Chosen
          answer={answer.data()}
          question={question()}
          onValue={tick}
          onFree={() => free(false)}
          onNear={() => askNear(undefined)}
          onWritten={(raw) => ask({ ...question(), text: withoutFilter(question().text, raw) })}
          onNone={() => ask(withoutFilters(question(), written(), where()?.raw))}
        />
        <Show when={params['saved']}>{(search) => <OpenSaved search={String(search())} />}</Show>
        <Show when={addressOf(question()) === ''}>
          <SavedSearches />
        </Show>
      </div>
      <aside class="directory__filters" id="directory-filters" aria-label="Filters" data-shut={filters() ? undefined : ''}>
        <Filters answer={answer.data()} question={shown()} onValue={tick} onFree={free} onNear={askNear} />
      </aside>
      <Results
        ref={(element) => (results = element)}
        answer={answer.data()}
        question={question()}
        asked={addressOf(question()) !== ''}
        failed={answer.failed()}
        searching={answer.refreshing() && answer.path() !== path()}
        online={replica().online()}
        onAgain={answer.again}
        onMore={showMore}
        onAll={() => ask({ text: '', chosen: {}, free: false })}
        onNearest={goToNearest}
      />
    </div>
  );
}

/** Puts a question into the address, in place of the one before: going back leaves the directory rather than unpicking it. */
function createAsking(): (question: Question) => void {
  const navigate = useNavigate();
  const location = useLocation();
  return (question) => navigate(`${location.pathname}${addressOf(question)}`, { replace: true, scroll: false });
}

/** What is being typed, at once in the field and after a rest in the address; the address wins when it changes by itself. */
function createTyped(read: () => string, write: (text: string) => void): [() => string, (text: string) => void] {
  const [text, setText] = createSignal(read());
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  const location = useLocation();
  // A user who types and then goes elsewhere means to go: the address of this page must not call them back.
  useBeforeLeave(({ to }) => {
    if (typeof to !== 'string' || new URL(to, window.location.href).pathname !== location.pathname) clearTimeout(timer);
  });
  // A user who is still typing is ahead of the address.
  createEffect(on(read, (value) => timer === undefined && value !== text().trim() && setText(value), { defer: true }));
  return [
    text,
    (next) => {
      setText(next);
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        write(next);
      }, REST_MS);
    },
  ];
}

function Results(props: {
  ref: (element: HTMLDivElement) => void;
  answer: DirectoryAnswer | undefined;
  question: Question;
  /** Words or filters were chosen. */
  asked: boolean;
  failed: string | undefined;
  /** The answer is on its way to another question than the one that is shown. */
  searching: boolean;
  online: boolean;
  onAgain: () => void;
  onMore: () => void;
  onAll: () => void;
  onNearest: (nearest: NonNullable<DirectoryAnswer['nearest']>) => void;
}): JSX.Element {
  /** What is shown was found for other words, and these are searched later: how many and nobody would be of them. */
  const isOfBefore = () => !props.online && props.searching;
  return (
    <div class="stack directory__results" ref={props.ref} tabindex="-1" aria-busy={props.searching}>
      <Show when={props.failed}>
        {(why) => (
          <Notice kind="refusal" title="We could not search the directory" foot={<Button onPress={props.onAgain}>Try again</Button>}>
            {why()}
          </Notice>
        )}
      </Show>
      <Show when={!props.online && (props.searching || !props.answer)}>
        <p role="status">
          You are offline. We search as soon as you are back online.
          {isOfBefore() && props.answer?.hits.length ? ' Until then, these are the mentors from your last search.' : ''}
        </p>
      </Show>
      <Show
        when={props.answer}
        fallback={
          <Show when={!props.failed && props.online}>
            <Skeleton kind="rows" lines={6} label="Loading mentors" />
          </Show>
        }
      >
        {(answer) => (
          <>
            <Show when={!isOfBefore()}>
              <div class="directory__counted">
                <Counted total={answer().total} asked={props.asked} />
                <SaveSearch question={props.question} answer={answer()} />
              </div>
            </Show>
            <List
              each={answer().hits.map(({ id }) => id)}
              fallback={
                <Show when={!isOfBefore()}>
                  <Nobody asked={props.asked} within={withinSaid(answer())} onAll={props.onAll} />
                </Show>
              }
            >
              {(id) => (
                <Show when={answer().hits.find((hit) => hit.id === id)}>{(hit) => <Found hit={hit()} near={answer().where?.label} />}</Show>
              )}
            </List>
            <Show when={!isOfBefore() && answer().nearest}>
              {(nearest) => (
                <Section title={nearest().within ? 'Nearest mentors' : 'Close matches'}>
                  <p role="status">{sayNearest(nearest())}</p>
                  <Show when={sayWayOut(nearest())}>
                    {(way) => (
                      <div>
                        <Button tone="quiet" onPress={() => props.onNearest(nearest())}>
                          Search {way()}
                        </Button>
                      </div>
                    )}
                  </Show>
                  <List each={nearest().hits.map(({ id }) => id)}>
                    {(id) => (
                      <Show when={nearest().hits.find((hit) => hit.id === id)}>
                        {(hit) => <Found hit={hit()} near={answer().where?.label} />}
                      </Show>
                    )}
                  </List>
                </Section>
              )}
            </Show>
            <Show when={answer().hits.length < answer().total}>
              <Show
                when={answer().hits.length < ROWS_LIMIT}
                fallback={<p class="muted">These are the first {ROWS_LIMIT} mentors. Add a word or a filter to find others.</p>}
              >
                <div>
                  <Button tone="quiet" pending={props.searching} onPress={props.onMore}>
                    Show more mentors
                  </Button>
                </div>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}

/** “within 20 miles of Sheffield”, where that is why no mentor was found. */
const withinSaid = ({ nearest, where }: DirectoryAnswer): string | undefined =>
  nearest?.within && where ? sayNear({ of: where.said, within: withinOf(where) }, where) : undefined;

/** How many were found: seen at once, said once it has settled. */
function Counted(props: { total: number; asked: boolean }): JSX.Element {
  const [said, setSaid] = createSignal('');
  createEffect(
    on(
      () => props.total,
      (total) => {
        const timer = setTimeout(() => setSaid(`${sayCount(total, props.asked)}.`), SAY_MS);
        onCleanup(() => clearTimeout(timer));
      },
    ),
  );
  return (
    <>
      <p class="label" aria-hidden="true">
        {sayCount(props.total, props.asked)}
      </p>
      <p class="unseen" role="status">
        {said()}
      </p>
    </>
  );
}
