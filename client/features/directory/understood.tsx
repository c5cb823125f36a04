import { Show, type JSX } from 'solid-js';
import { atStart, Button, count, together } from '../../ui/index.js';
import type { DirectoryAnswer, Hit, UnderstoodWords } from './answer.js';
import { slipsIn } from './met.js';
import { FACET_NAMES } from './question.js';

/** How many names are said of words that name many. */
const NAMES_SAID = 3;

/** “Key stage 1, Key stage 2, Key stage 3 or 4 more”. */
export function sayNames(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - NAMES_SAID;
  const said = more > 1 ? [...each.slice(0, NAMES_SAID), `${more} more`] : each;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(said);
}

/** “We read “ks2” as Key stage 2, and “maths” as Mathematics.” */
const sayUnderstood = (understood: readonly UnderstoodWords[]): string =>
  `We read ${together(understood.map(({ words, as }) => `“${words}” as ${sayNames(as.map(({ label }) => label))}`))}.`;

type Nearest = NonNullable<DirectoryAnswer['nearest']>;

/** “without “head” and the filter “Area””; empty where nothing was left out. */
export function sayLeftOut({ without, withoutFilters = [] }: Nearest): string {
  const filters = withoutFilters.map((facet) => `“${facet === 'free' ? 'Has space' : FACET_NAMES[facet]}”`);
  const said = [
    ...(without.length ? [together(without.map((word) => `“${word}”`))] : []),
    ...(filters.length ? [`the ${filters.length === 1 ? 'filter' : 'filters'} ${together(filters)}`] : []),
  ];
  return said.length ? `without ${said.join(' and ')}` : '';
}

/** “3 mentors match without “head”.” */
export function sayNearest(nearest: Nearest): string {
  const area = nearest.wider.length ? `the wider area ${together(nearest.wider.map((name) => `“${name}”`))}` : '';
  const said = [area, sayLeftOut(nearest)].filter(Boolean).join(' ');
  return `${atStart(count(nearest.total, 'mentor'))} ${nearest.total === 1 ? 'matches' : 'match'} ${said}.`;
}

/** “We also searched for “asha”, which is close to “asah”, and for “rahman”, which is close to “rahmen”.”; empty without a slip. */
export function saySlips(hits: readonly Hit[]): string {
  const said = [...slipsIn(hits)].map(
    ([typed, words]) => `for ${sayNames(words.map((word) => `“${word}”`))}, which ${words.length === 1 ? 'is' : 'are'} close to “${typed}”`,
  );
  return said.length === 0 ? '' : `We also searched ${said.slice(0, -1).join(', ')}${said.length > 1 ? ', and ' : ''}${said.at(-1)}.`;
}

/** “The filter “Subject” has no “zebra”, so we searched for the word.” */
const sayUnknown = (unknown: NonNullable<DirectoryAnswer['unknown']>): readonly string[] =>
  unknown.map(({ facet, words }) => {
    const name = facet === 'free' ? 'Has space' : FACET_NAMES[facet];
    return `The filter “${name}” has no “${words}”, so we searched for ${words.includes(' ') ? 'the words' : 'the word'}.`;
  });

/** What was searched that is not what was typed: words that are close, and filters that name nothing. */
export function Noted(props: { answer: DirectoryAnswer | undefined }): JSX.Element {
  const said = () => (props.answer ? [...sayUnknown(props.answer.unknown ?? []), saySlips(props.answer.hits)].filter(Boolean) : []);
  return (
    <Show when={said().length}>
      <p class="small muted">{said().join(' ')}</p>
    </Show>
  );
}

/** What the words of a search were taken for, and the way to search for them as they are. */
export function Understood(props: {
  understood: readonly UnderstoodWords[];
  asWords: boolean;
  onAsWords: (asWords: boolean) => void;
}): JSX.Element {
  return (
    <Show when={props.understood.length || props.asWords}>
      <div class="line line--wrap line--tight directory__understood">
        <p class="small muted">{props.asWords ? 'These mentors match the exact words.' : sayUnderstood(props.understood)}</p>
        <Button tone="plain" small onPress={() => props.onAsWords(!props.asWords)}>
          {props.asWords ? 'Search by meaning' : 'Search for the exact words'}
        </Button>
      </div>
    </Show>
  );
}
