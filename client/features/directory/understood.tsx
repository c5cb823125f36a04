import { Show, type JSX } from 'solid-js';
import { atStart, Button, count, together } from '../../ui/index.js';
import type { DirectoryAnswer, Hit, UnderstoodWords } from './answer.js';
import { slipsIn } from './met.js';
import { sayDistance, sayMeasured, sayMilesAway, sayMissing, theWords } from './near.js';
import { FILTER_NAMES, type WrittenFilter } from './question.js';

/** How many names are said of words that name many. */
const NAMES_SAID = 3;
/** And of the subjects within one. */
const PARTS_SAID = 5;

/** “Key stage 1, Key stage 2, Key stage 3 or 4 more”. */
export function sayNames(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - NAMES_SAID;
  const said = more > 1 ? [...each.slice(0, NAMES_SAID), `${more} more`] : each;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(said);
}

/** A filter that was typed: “Key stage 3 or Key stage 4”, “Not Mathematics”. */
export function sayWritten({ values, said, without }: WrittenFilter): string {
  const names = sayNames(said ?? values.map(({ label }) => label));
  return without ? `Not ${names}` : names;
}

/** “We read “ks2” as Key stage 2, and “maths” as Mathematics.” */
const sayUnderstood = (understood: readonly UnderstoodWords[]): string =>
  `We read ${together(understood.map(({ words, as }) => `“${words}” as ${sayNames(as.map(({ label }) => label))}`))}.`;

type Nearest = NonNullable<DirectoryAnswer['nearest']>;

/** “without “head” and the filter “Area””; empty where nothing was left out. */
function sayLeftOut({ without, withoutFilters = [] }: Nearest): string {
  const filters = withoutFilters.map((filter) => `“${FILTER_NAMES[filter]}”`);
  const said = [
    ...(without.length ? [together(without.map((word) => `“${word}”`))] : []),
    ...(filters.length ? [`the ${filters.length === 1 ? 'filter' : 'filters'} ${together(filters)}`] : []),
  ];
  return said.length ? `without ${said.join(' and ')}` : '';
}

/** What the button searches that leads to those who came nearest: “within 50 miles”, “without “head””; empty where none does. */
export function sayWayOut(nearest: Nearest): string {
  if (nearest.within) return `within ${sayDistance(nearest.within)}`;
  return nearest.wider.length > 0 ? '' : sayLeftOut(nearest);
}

/** “3 mentors match without “head”.” */
export function sayNearest(nearest: Nearest): string {
  const matching = `${atStart(count(nearest.total, 'mentor'))} ${nearest.total === 1 ? 'matches' : 'match'}`;
  const { within } = nearest;
  if (within) return `The nearest is ${sayMilesAway(within.nearestMiles)}. ${matching} within ${sayDistance(within)}.`;
  const area = nearest.wider.length ? `the wider area ${together(nearest.wider.map((name) => `“${name}”`))}` : '';
  const said = [area, sayLeftOut(nearest)].filter(Boolean).join(' ');
  return `${matching} ${said}.`;
}

/** “We also searched for “asha”, which is close to “asah”, and for “rahman”, which is close to “rahmen”.”; empty without a slip. */
export function saySlips(hits: readonly Hit[]): string {
  const said = [...slipsIn(hits)].map(
    ([typed, words]) => `for ${sayNames(words.map((word) => `“${word}”`))}, which ${words.length === 1 ? 'is' : 'are'} close to “${typed}”`,
  );
  return said.length === 0 ? '' : `We also searched ${said.slice(0, -1).join(', ')}${said.length > 1 ? ', and ' : ''}${said.at(-1)}.`;
}

/** “The filter “Subject” has no “zebra”, so we searched for the word.”, “We do not know the filter “colour”, so we searched for “red”.” */
const sayUnknown = (unknown: NonNullable<DirectoryAnswer['unknown']>): readonly string[] =>
  unknown.map(({ facet, key, words, without }) =>
    facet && without
      ? `The filter “${FILTER_NAMES[facet]}” has no “${words}”, so it leaves out no mentor.`
      : facet
        ? `The filter “${FILTER_NAMES[facet]}” has no “${words}”, so we searched for ${theWords(words)}.`
        : `We do not know the filter “${key}”, so we searched for “${words}”.`,
  );

/** “Only one place and one distance count, so we left out “near:Leeds”.” */
const sayIgnored = (ignored: readonly string[]): string =>
  ignored.length === 0 ? '' : `Only one place and one distance count, so we left out ${together(ignored.map((raw) => `“${raw}”`))}.`;

/** “Science includes biology, chemistry and physics.” */
const sayWholes = (wholes: NonNullable<DirectoryAnswer['wholes']>): readonly string[] =>
  wholes.map(({ name, parts }) => {
    const more = parts.length - PARTS_SAID;
    return `${name} includes ${together(more > 1 ? [...parts.slice(0, PARTS_SAID), `${more} more`] : parts)}.`;
  });

const SAY_LOST_OR = 'An “or” works between words, or between two filters of one kind. Here mentors must match both sides.';

const sayUnknownDistance = (words: string): string => `“${words}” is not a distance, so we searched for ${theWords(words)}.`;

/** What was searched that is not what was typed: words that are close, filters that name nothing, and how places were read. */
export function Noted(props: { answer: DirectoryAnswer | undefined }): JSX.Element {
  const missing = () => (props.answer?.where ? sayMissing(props.answer.where, props.answer.placeExample) : '');
  const said = () => {
    const {
      unknown = [],
      unknownDistance,
      ignored = [],
      where,
      hits = [],
      wholes = [],
      nearest,
      corrected = [],
      lostOr,
    } = props.answer ?? {};
    const distance = unknownDistance === undefined ? [] : [sayUnknownDistance(unknownDistance)];
    return [
      ...sayWholes(wholes),
      ...sayUnknown(unknown),
      lostOr ? SAY_LOST_OR : '',
      ...distance,
      sayIgnored(ignored),
      ...(where ? sayMeasured(where) : []),
      ...corrected.map(({ typed, word }) => `We read “${typed}” as “${word}”.`),
      saySlips([...hits, ...(nearest?.hits ?? [])]),
    ].filter(Boolean);
  };
  return (
    <>
      <p class="unseen" role="status">
        {missing()}
      </p>
      <Show when={missing()}>
        <p class="small" aria-hidden="true">
          {missing()}
        </p>
      </Show>
      <Show when={said().length}>
        <p class="small muted">{said().join(' ')}</p>
      </Show>
    </>
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
