import { createEffect, createMemo, createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { createRows, createView, me } from '../../../replica/index.js';
import { Button, ByKey, createSteady, dayOf, focusItem, MoveCard, Row, Section, Skeleton, WordToCome } from '../../../ui/index.js';
import { createInstitutions } from '../../../shared/institutions/places.js';
import { CalledApart, useCalled } from '../../../shared/people/called-apart.js';
import { InstitutionNames } from '../../../shared/people/institutions.js';
import { createWho, PeoplePair, PersonAvatar } from '../../../shared/people/person-name.js';
import { Actions } from './actions.js';
import { createFirstSteps, FIRST_STEPS, FirstSteps } from './first-steps.js';
import { sayLastTo, wordsOf, type ItemWords } from './item-words.js';
import { aboutWhom, headingOf, itemsOf, lastTo, writtenOn, type DeskItem, type DeskRows } from '../../../shared/programme/items.js';
import { createLateMessages } from '../../../shared/programme/late-messages.js';
import './desk.css';

/** So many show beside the first; the rest on request. */
const SHOWN_AT_FIRST = 7;
const MINUTE_MS = 60_000;

/** What needs a coordinator: the longest wait first and large. `onHeading` is told what it comes to; `also`: more is to do above it. */
export default function Desk(props: { onHeading: (heading: string) => void; titled: boolean; also?: boolean }): JSX.Element {
  const rows = createDeskRows();
  const all = createSteady(() => (rows.loading() ? [] : itemsOf(rows())));
  const days = createMemo(() => new Map(all().map((item) => [item.key, writtenOn(item, rows())])));
  const items = createMemo(() => all().filter(({ key }) => !days().get(key)));
  const written = createMemo(() => all().filter(({ key }) => days().get(key)));
  const lastOf = (item: DeskItem) => sayLastTo(lastTo(aboutWhom(item), rows()), rows().today);
  const [whole, setWhole] = createSignal(false);
  const first = createFirstSteps(() => !rows.loading() && !all().length && !rows().pairs.length);
  const heading = () => headingOf(items()) ?? (first.at() ? FIRST_STEPS : props.also ? 'Who needs you' : 'You’re up to date');
  const loading = () => rows.loading() || first.loading();
  createEffect(() => {
    if (!loading()) props.onHeading(heading());
  });
  // A role may be taken away while Today is open: what it said goes with it.
  onCleanup(() => props.onHeading(''));
  const shown = () => [...items().slice(0, 1), ...later(), ...written()].flatMap(peopleIn);
  const later = () => (whole() ? items().slice(1) : items().slice(1, 1 + SHOWN_AT_FIRST));
  let rest: HTMLUListElement | undefined;
  const showAll = () => {
    const place = later().length;
    setWhole(true);
    focusItem(rest, place);
  };
  const body = () => (
    <CalledApart of={shown()}>
      <Show when={!loading()} fallback={<Skeleton kind="card" label="Loading who needs you" />}>
        <Show
          when={items().length}
          fallback={
            <Show
              when={first.at()}
              fallback={
                <p class="muted">No one {props.also ? 'else ' : ''}is waiting for you. People and pairs who may need a hand show here.</p>
              }
            >
              {(at) => <FirstSteps at={at()} level={props.titled ? 3 : 2} />}
            </Show>
          }
        >
          <ByKey each={items().slice(0, 1)} key={({ key }) => key}>
            {(first) => <First item={first()} today={rows().today} last={lastOf(first())} />}
          </ByKey>
        </Show>
        <Show when={later().length}>
          <ul class="list" role="list" ref={(element) => (rest = element)}>
            <ByKey each={later()} key={({ key }) => key}>
              {(item) => (
                <li>
                  <Later item={item()} today={rows().today} last={lastOf(item())} />
                </li>
              )}
            </ByKey>
          </ul>
        </Show>
        <Show when={items().length > 1 + later().length}>
          <div>
            <Button tone="quiet" small onPress={showAll}>
              Show {items().length - 1 - later().length} more
            </Button>
          </div>
        </Show>
        <Show when={written().length}>
          <details class="desk__letter">
            <summary>Already written to ({written().length})</summary>
            <ul class="list" role="list">
              <ByKey each={written()} key={({ key }) => key}>
                {(item) => (
                  <li>
                    <Later item={item()} today={rows().today} last={lastOf(item())} />
                  </li>
                )}
              </ByKey>
            </ul>
          </details>
        </Show>
      </Show>
    </CalledApart>
  );
  return (
    <Show
      when={props.titled}
      fallback={
        <section class="stack" aria-label="Who needs you">
          {body()}
        </section>
      }
    >
      <Section title={loading() ? 'Who needs you' : heading()}>{body()}</Section>
    </Show>
  );
}

/** The rows of a desk: each view holds what one may see, whichever schools it is of. */
function createDeskRows(): (() => DeskRows) & { loading: () => boolean } {
  const lists = {
    waiting: createRows('waiting', () => ({})),
    handovers: createRows('handover', () => ({})),
    help: createRows('help', () => ({ coordinator: me() })),
    trial: createRows('pairing', () => ({ status: 'trial' })),
    active: createRows('pairing', () => ({ status: 'active' })),
    seeking: createRows('seeking', () => ({})),
    newcomers: createRows('newcomers', () => ({})),
    messages: createLateMessages(),
  };
  const [today, setToday] = createSignal(dayOf());
  const clock = setInterval(() => setToday(dayOf()), MINUTE_MS);
  onCleanup(() => clearInterval(clock));
  const read = createMemo((): DeskRows => ({
    me: me(),
    today: today(),
    waiting: lists.waiting(),
    handovers: lists.handovers(),
    help: lists.help(),
    pairs: [...lists.trial(), ...lists.active()],
    seeking: lists.seeking(),
    newcomers: lists.newcomers(),
    messages: lists.messages(),
  }));
  return Object.assign(() => read(), { loading: () => Object.values(lists).some((list) => list.loading) });
}

/** The words of an item once its names are read. */
function createWords(item: () => DeskItem, today: () => string): () => ItemWords | undefined {
  const call = useCalled();
  const shape = createMemo(() => wordsOf(item(), (person) => person, today()));
  const school = createView('institution', () => {
    const one = item();
    if (one.kind === 'stuck') return one.of.pair.menteeLeft?.institution;
    if (one.kind === 'mentee-left') return one.of.menteeLeft?.institution;
    return (one.kind === 'handover' && one.of.institution) || undefined;
  });
  const named = createMemo(() => {
    const known = new Map([...new Set([...shape().people, ...shape().write, ...namedIn(item())])].map((id) => [id, createWho(() => id)]));
    return known;
  });
  return createMemo(() => {
    const names = named();
    if ([...names.values()].some((who) => !who().name)) return undefined;
    return wordsOf(
      item(),
      (person) => call(names.get(person)?.()),
      today(),
      school()?.details.name,
      (person) => names.get(person)?.().name ?? '',
    );
  });
}

const namedIn = (item: DeskItem): readonly string[] =>
  item.kind === 'newcomers'
    ? item.of.lapsed
      ? [item.of.lapsed.by]
      : []
    : item.kind === 'reply' || item.kind === 'mentee-left'
      ? [item.of.mentor, item.of.mentee]
      : item.kind === 'handover'
        ? [item.of.mentor, item.of.mentee, ...(item.of.suggested ? [item.of.suggested.by] : [])]
        : item.kind === 'seeking' && item.of.suggested
          ? [item.of.suggested.by]
          : [];

/** Everyone whom an item names. */
function peopleIn(item: DeskItem): readonly string[] {
  const { people, write } = wordsOf(item, (person) => person, item.since);
  return [...people, ...write, ...namedIn(item)];
}

const numberOf = (item: DeskItem): string =>
  item.kind === 'newcomers'
    ? item.of.people.toLocaleString('en-GB')
    : item.kind === 'seekers'
      ? item.of.length.toLocaleString('en-GB')
      : '';

function Pictures(props: { of: readonly string[]; item: DeskItem }): JSX.Element {
  const two = () => (props.of.length === 2 ? (props.of as readonly [string, string]) : undefined);
  return (
    <Show
      when={props.of.length}
      fallback={
        <span class="desk__number" aria-hidden="true">
          {numberOf(props.item)}
        </span>
      }
    >
      <Show when={two()} fallback={<PersonAvatar of={props.of[0] ?? ''} />}>
        {(both) => <PeoplePair of={both()} />}
      </Show>
    </Show>
  );
}

/** The school of those an item is about, to a coordinator of several. */
function WhereOfSeveral(props: { item: DeskItem; words: ItemWords }): JSX.Element {
  const schools = createInstitutions({ roles: ['coordinator'], schools: true, hub: false });
  const several = createMemo(() => schools().filter(({ kind }) => kind !== 'trust').length > 1);
  const person = createView('person', () => (several() ? (props.words.suggestTo ?? props.words.people[0]) : undefined));
  /** Of those where a person belongs, those that their coordinator looks after: where else they are is not theirs to tell. */
  const at = () => (person()?.institutions ?? []).filter((one) => schools().some(({ id }) => id === one));
  return (
    <Show when={several() && at().length}>
      <InstitutionNames of={at()} />.
    </Show>
  );
}

function First(props: { item: DeskItem; today: string; last: string }): JSX.Element {
  const words = createWords(
    () => props.item,
    () => props.today,
  );
  return (
    <Show when={words()} fallback={<Skeleton kind="card" label="Loading who needs you" />}>
      {(said) => (
        <MoveCard
          label="Waiting longest"
          title={said().title}
          lead={
            <>
              <WhereOfSeveral item={props.item} words={said()} /> {`${props.last} ${said().lead}`.trim()}
            </>
          }
          who={said().people.length > 0 && <Pictures of={said().people} item={props.item} />}
        >
          <Actions item={props.item} words={said()} large />
        </MoveCard>
      )}
    </Show>
  );
}

function Later(props: { item: DeskItem; today: string; last: string }): JSX.Element {
  const words = createWords(
    () => props.item,
    () => props.today,
  );
  return (
    <Show when={words()} fallback={<Row title={<WordToCome />} />}>
      {(said) => (
        <Row
          wrap
          start={<Pictures of={said().people} item={props.item} />}
          title={<strong>{said().title}</strong>}
          note={
            <>
              <WhereOfSeveral item={props.item} words={said()} /> {`${props.last} ${said().lead}`.trim()}
            </>
          }
          end={<Actions item={props.item} words={said()} />}
        />
      )}
    </Show>
  );
}
