import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { countsOf, passing, type Filtered, type MemberFilter } from '@alongside/domain/institutions/member-filters.js';
import { foldedWords, wordsToFind } from '@alongside/domain/text/folding.js';
import type { RosterRow } from '@alongside/projections/views/roster.view.js';
import { WordsInOrder } from '../institutions/words-in-order.js';
import type { RunningPairs } from './running-pairs.js';

/** Words of one question that are looked for. */
const WORDS_LIMIT = 8;

export interface MemberQuestion {
  readonly text: string;
  readonly show: MemberFilter;
  readonly limitRows: number;
  /** Absent where the reader may not know who is in a pair. */
  readonly pairs: RunningPairs | undefined;
}
export interface MemberHit extends Filtered {
  readonly member: RosterRow;
  /** Another member here has the same name. */
  readonly isNamesake: boolean;
}
/** What a question finds. `counts`: of all members, whatever was typed. `found`: how many match, of whom `hits` are the first by name. */
export interface MembersFound {
  readonly counts: Readonly<Record<MemberFilter, number>>;
  readonly found: number;
  readonly hits: readonly MemberHit[];
}

interface InOrder {
  readonly rows: readonly RosterRow[];
  readonly words: WordsInOrder<RosterRow>;
  /** Names, as they are compared, that more than one of them has. */
  readonly shared: ReadonlySet<string>;
}

/** The members of one institution in memory, in order of their names, found by the beginnings of words. */
export class MemberBook {
  readonly #rows = new Map<PersonId, RosterRow>();
  /** Made again at the first question after a change. */
  #inOrder: InOrder | undefined;

  put(row: RosterRow): void {
    this.#rows.set(row.person, row);
    this.#inOrder = undefined;
  }

  remove(person: PersonId): void {
    if (this.#rows.delete(person)) this.#inOrder = undefined;
  }

  find({ text, show, limitRows, pairs }: MemberQuestion): MembersFound {
    const { rows, words, shared } = (this.#inOrder ??= this.#ordered());
    const lineOf = (member: RosterRow): Filtered & { member: RosterRow } => ({
      member,
      mentored: pairs?.of(member.person).mentored,
      mentoring: pairs?.of(member.person).mentoring,
    });
    const lines = rows.map(lineOf);
    const starts = foldedWords(text).slice(0, WORDS_LIMIT);
    const named = starts.length > 0 ? words.withAll(starts) : undefined;
    const found = passing(named ? lines.filter(({ member }) => named.has(member)) : lines, show);
    return {
      counts: countsOf(lines),
      found: found.length,
      hits: found.slice(0, limitRows).map((line) => ({ ...line, isNamesake: shared.has(line.member.sortAs) })),
    };
  }

  #ordered(): InOrder {
    const rows = [...this.#rows.values()].sort((a, b) => compared(a.sortAs, b.sortAs) || compared(a.person, b.person));
    // In order, so those of one name stand side by side.
    const shared = new Set(rows.flatMap(({ sortAs }, at) => (rows[at + 1]?.sortAs === sortAs ? [sortAs] : [])));
    const words = rows.flatMap((row) => wordsToFind(`${row.name} ${row.jobTitle}`).map((word) => [word, row] as const));
    return { rows, words: new WordsInOrder(words), shared };
  }
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
