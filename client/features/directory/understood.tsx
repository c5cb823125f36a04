import { Show, type JSX } from 'solid-js';
import { atStart, Button, count, together } from '../../ui/index.js';
import type { DirectoryAnswer, UnderstoodWords } from './answer.js';

/** How many names are said of words that name many. */
const NAMES_SAID = 3;

/** “Key stage 1, Key stage 2, Key stage 3 or 4 more”. */
function sayNames(names: readonly string[]): string {
  const each = [...new Set(names)];
  const more = each.length - NAMES_SAID;
  const said = more > 1 ? [...each.slice(0, NAMES_SAID), `${more} more`] : each;
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(said);
}

/** “We read “ks2” as Key stage 2, and “maths” as Mathematics.” */
const sayUnderstood = (understood: readonly UnderstoodWords[]): string =>
  `We read ${together(understood.map(({ words, as }) => `“${words}” as ${sayNames(as.map(({ label }) => label))}`))}.`;

/** “3 mentors match without “head”.” */
export function sayNearest({ without, wider, total }: NonNullable<DirectoryAnswer['nearest']>): string {
  const area = wider.length ? ` the wider area ${together(wider.map((name) => `“${name}”`))}` : '';
  const words = without.length ? ` without ${together(without.map((word) => `“${word}”`))}` : '';
  return `${atStart(count(total, 'mentor'))} ${total === 1 ? 'matches' : 'match'}${area}${words}.`;
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
