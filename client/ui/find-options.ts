import { finderOf } from '@alongside/domain/uk/taxonomy/search.js';

/** A choice of a long list. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A few words that tell it from its neighbours. */
  readonly note?: string | undefined;
  /** Other words that people type for it: “behaviour” finds “Classroom routines”. */
  readonly synonyms?: readonly string[] | undefined;
}

/** What a picker shows for what was typed. */
export interface FoundOptions {
  /** Every option, those that are shown first: a picker keeps what was chosen only while it is in its list. */
  readonly inOrder: readonly Option[];
  readonly shown: ReadonlySet<Option>;
  /** Nothing matches, and those that come nearest are shown instead. */
  readonly isNearest: boolean;
}

/** Finds among options. Their words are read once, and the last answer is kept: a picker asks for each option again. */
export function optionFinder(options: readonly Option[]): { readonly find: (typed: string) => FoundOptions } {
  const finder = finderOf(options, ({ label, note, synonyms }) => ({ name: label, synonyms, group: note }));
  const all: FoundOptions = { inOrder: options, shown: new Set(options), isNearest: false };
  let last: readonly [typed: string, found: FoundOptions] = ['', all];
  const find = (typed: string): FoundOptions => {
    const { matches, nearest } = finder.find(typed);
    const first = matches.length > 0 ? matches : nearest;
    if (first.length === 0) return all;
    const shown = new Set(first);
    return { inOrder: [...first, ...options.filter((option) => !shown.has(option))], shown, isNearest: matches.length === 0 };
  };
  return {
    find(typed) {
      if (last[0] !== typed) last = [typed, typed.trim() === '' ? all : find(typed)];
      return last[1];
    },
  };
}
