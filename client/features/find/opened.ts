import { createEffect, createSignal, on } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { createSteady } from '../../ui/index.js';
import { SUGGESTIONS_REST_ON, type SuggestedMentor, type SuggestionsAnswer } from '../../shared/mentors/suggestions.js';
import { mentorPath } from './weights.js';

/** Plain copies: an answer changes in place, and a suggestion would turn into another mentor’s. Answers are JSON. */
const copyOf = (people: readonly SuggestedMentor[]) => JSON.parse(JSON.stringify(people)) as readonly SuggestedMentor[];

interface Asked {
  readonly answer: SuggestionsAnswer;
  readonly path: string;
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
  const people = createSteady(() => copyOf(props.answer.people));
  const wanted = people().find(({ person }) => person === props.wanted);
  const [opened, setOpened] = createSignal(wanted ?? people()[0]);
  const [own, setOwn] = createSignal(wanted !== undefined);
  const isOpen = ({ person }: SuggestedMentor) => person === opened()?.person;
  const among = () => people().find(isOpen);
  const gone = () => (own() && !among() ? opened() : undefined);
  const [news, setNews] = createSignal('');
  /** False while the only answer is one of an earlier visit: its first was never shown as today’s. */
  let fresh = false;
  createEffect(
    on([() => props.path, people, () => props.refreshing], ([path, now, refreshing], before) => {
      const first = now[0];
      const moved = before !== undefined && path !== before[0];
      if (moved) setOwn(false);
      const stays = now.find(isOpen) ?? (own() ? opened() : undefined);
      const next = !moved && (own() || fresh) && stays ? stays : first;
      // The reader is told of another suggestion, and stays where they are.
      if (before && (moved || next?.person !== opened()?.person))
        setNews(first ? `We now suggest ${first.name} first.` : 'No matches right now.');
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
  return { people, shown, gone, open, keep, news };
}

/** That the mentor whose suggestion is open is among the three no more. */
export const sayGone = ({ name }: SuggestedMentor): string => `We no longer suggest ${name}`;
