import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { createRested, createSteady } from '../../ui/index.js';
import { SUGGESTIONS_REST_ON, type SuggestedMentor, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';
import { createHold } from './hold.js';
import { mentorPath } from './weights.js';

/** Plain copies: an answer changes in place, and a suggestion would turn into another mentor’s. Answers are JSON. */
const copyOf = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

/** News are read aloud once nothing has changed for this long, in milliseconds. */
const REST_MS = 400;

interface Asked {
  readonly answer: SuggestionsAnswer;
  readonly path: string;
  /** Out of how many people it was worked out here, `null` where by the hub. */
  readonly outOf: number | null;
  /** A new answer is on its way. */
  readonly refreshing: boolean;
  /** Whom the address of the page names: a suggestion that the reader opened before. */
  readonly wanted: string | undefined;
}

/**
 * Whose suggestion is open. One that the reader opened or used stays until another is opened or weights change, even if no longer
 * suggested. Any other yields to the first.
 */
export function createOpened(props: Asked) {
  const hold = createHold();
  const latest = createSteady(() => copyOf(props.answer.people));
  /** Held as one: a list of the browser’s must not pass for one that the hub ranked. */
  const list = createHeld(
    createMemo(() => ({ people: latest(), ranked: copyOf(props.answer.ranked), outOf: props.outOf })),
    () => props.path,
    hold.held,
  );
  const people = createMemo(() => list().people);
  const outOf = () => list().outOf;
  const wanted = people().find(({ person }) => person === props.wanted);
  const [opened, setOpened] = createSignal(wanted ?? people()[0]);
  const [own, setOwn] = createSignal(wanted !== undefined);
  const isOpen = ({ person }: SuggestedMentor) => person === opened()?.person;
  const among = () => people().find(isOpen);
  const gone = () => (own() && !among() ? opened() : undefined);
  const [news, setNews] = createSignal('');
  /** A slider passes many on its way. */
  const rested = createRested(news, REST_MS);
  /** False while the only answer is one of an earlier visit: its first was never shown as today’s. */
  let fresh = false;
  createEffect(
    on([() => props.path, people, () => props.refreshing, outOf], ([path, now, refreshing, comparedOf], before) => {
      const first = now[0];
      const moved = before !== undefined && path !== before[0];
      // The hub's first takes the place of the one that was worked out here, unless that one is being read.
      const settled = before !== undefined && !moved && comparedOf === null && before[3] !== null;
      if (moved) setOwn(false);
      const stays = now.find(isOpen) ?? (own() ? opened() : undefined);
      const next = !moved && (own() || (fresh && !settled)) && stays ? stays : first;
      // The reader is told of another suggestion, and stays where they are.
      if (before && (moved || next?.person !== opened()?.person)) setNews(sayFirst(first, before[1][0]));
      setOpened(next);
      fresh ||= !refreshing;
    }),
  );
  createEffect(on(gone, (mentor) => mentor && setNews(sayGone(mentor))));
  const apart = createAnswer<SuggestedMentor>(() => {
    const mentor = gone();
    return mentor && mentorPath(props.path, mentor.person);
  }, SUGGESTIONS_REST_ON);
  const shown = () => among() ?? (apart.refused() ? undefined : (apart.data() ?? opened()));
  const keep = () => setOwn(opened() !== undefined);
  const open = (mentor: SuggestedMentor) => {
    setOpened(mentor);
    keep();
  };
  return { people, ranked: () => list().ranked, outOf, shown, gone, open, keep, hold, news: rested };
}

/** A list that does not change under a finger or a focus, as long as the question is the same. */
function createHeld<List extends object>(list: Accessor<List>, of: Accessor<string>, held: Accessor<boolean>): Accessor<List> {
  let question: string | undefined;
  return createMemo<List>((before) => {
    const isOther = question !== of();
    question = of();
    const next = list();
    return held() && !isOther && before ? before : next;
  });
}

/** That the mentor whose suggestion is open is among the three no more. */
export const sayGone = ({ name }: SuggestedMentor): string => `We no longer suggest ${name}`;

function sayFirst(now: SuggestedMentor | undefined, before: SuggestedMentor | undefined): string {
  if (!now) return 'No matches right now.';
  return now.person === before?.person ? `${now.name} still comes first.` : `We now suggest ${now.name} first.`;
}
