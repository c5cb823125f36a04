import { createEffect, createSignal, on } from 'solid-js';
import { createAnswer } from '../../replica/index.js';
import { createSteady } from '../../ui/index.js';
import { SUGGESTION_VIEWS, type SuggestedMentor, type SuggestionsAnswer } from './suggestions.js';
import { mentorPath } from './weights.js';

/** Plain copies: an answer changes in place, and a letter would turn into somebody else’s. Answers are JSON. */
const copyOf = (people: readonly SuggestedMentor[]) => JSON.parse(JSON.stringify(people)) as readonly SuggestedMentor[];

/**
 * Whose letter stands open: whoever comes first, until the reader opens another or asks under other weights. News of the three changes its
 * words and never whose it is; whoever is no longer among them is asked for by name.
 */
export function createOpened(props: { readonly answer: SuggestionsAnswer; readonly path: string }) {
  const people = createSteady(() => copyOf(props.answer.people));
  const [opened, open] = createSignal(people()[0]);
  const isOpen = ({ person }: SuggestedMentor) => person === opened()?.person;
  const among = () => people().find(isOpen);
  const gone = () => (among() ? undefined : opened());
  const [news, setNews] = createSignal('');
  createEffect(
    on([() => props.path, people], ([path, now], before) => {
      const first = now[0];
      if (opened() && path === before?.[0]) return void open(now.find(isOpen) ?? opened());
      open(first);
      // Whoever opened a letter is led to it; whoever moves a slider hears who comes first, and stays where they are.
      if (before) setNews(first ? `We now suggest ${first.name} first.` : 'No matches right now.');
    }),
  );
  createEffect(on(gone, (mentor) => mentor && setNews(sayGone(mentor))));
  const apart = createAnswer<SuggestedMentor>(
    () => {
      const mentor = gone();
      return mentor && mentorPath(props.path, mentor.person);
    },
    { views: SUGGESTION_VIEWS },
  );
  const shown = () => among() ?? (apart.refused() ? undefined : (apart.data() ?? opened()));
  return { people, shown, gone, open, news };
}

/** That somebody whose letter stands open is among the three no more. */
export const sayGone = ({ name }: SuggestedMentor): string => `We no longer suggest ${name}`;
