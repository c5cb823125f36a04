import type { SaidRow } from '@alongside/projections/views/said.view.js';
import { EXPERTISE_GROUPS, EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { count } from '../../ui/index.js';
import { sayPart, sumOf } from './said-words.js';

/** Mentors who offer something, and those of them who have space. */
interface Offered {
  readonly mentors: number;
  readonly withSpace: number;
}
export interface AreaOffered extends Offered {
  readonly area: string;
  readonly people: readonly { readonly person: string; readonly name: string; readonly hasSpace: boolean }[];
}
/** The hub’s answer: who knows what in an institution or a trust. */
export interface ExpertiseMap extends Offered {
  readonly groups: Readonly<Record<string, Offered>>;
  readonly areas: readonly AreaOffered[];
}

/** One group of focus areas, with what is missing in it. */
export interface GroupLine extends Offered {
  readonly group: string;
  readonly name: string;
  readonly areas: readonly AreaOffered[];
  /** Names of areas that no mentor offers. */
  readonly missing: readonly string[];
  /** “About 7 of 12”: who agreed a goal about it in the last year, where enough people agreed any. */
  readonly goals: string | undefined;
}

const NONE: Offered = { mentors: 0, withSpace: 0 };

/** Every group of the taxonomy, those with the fewest mentors with space first. */
export function groupLines(map: ExpertiseMap, said: readonly Pick<SaidRow, 'of'>[]): readonly GroupLine[] {
  const about = sumOf(said, 'about');
  const offered = new Map(map.areas.map((one) => [one.area, one]));
  return EXPERTISE_GROUPS.map(({ id, name }): GroupLine => {
    const tags = EXPERTISE_TAGS.filter(({ group }) => group === id);
    return {
      ...(map.groups[id] ?? NONE),
      group: id,
      name,
      areas: tags.flatMap((tag) => offered.get(tag.id) ?? []),
      missing: tags.filter((tag) => !offered.has(tag.id)).map((tag) => tag.name),
      goals: about.said[id] === undefined ? undefined : sayPart(id, about),
    };
  }).toSorted((a, b) => a.withSpace - b.withSpace || a.mentors - b.mentors);
}

/** “3 mentors, one with space”, “2 mentors, none with space”, “No mentors”. */
export const sayOffered = ({ mentors, withSpace }: Offered): string =>
  mentors === 0
    ? 'No mentors'
    : `${mentors.toLocaleString('en-GB')} ${mentors === 1 ? 'mentor' : 'mentors'}, ${withSpace === 0 ? 'none' : withSpace.toLocaleString('en-GB')} with space`;

/** In how many kinds of help no mentor has space, in a sentence. */
export function sayGaps(lines: readonly GroupLine[]): string {
  const gaps = lines.filter(({ withSpace }) => withSpace === 0).length;
  if (gaps === 0) return `For each of these ${lines.length} kinds of help, at least one mentor has space.`;
  if (gaps === lines.length) return 'No mentor you can find has space right now.';
  return `For ${gaps} of these ${lines.length} kinds of help, no mentor has space. They come first.`;
}

/** How many more than are named; empty where all are. */
export const sayMore = ({ mentors, people }: AreaOffered): string =>
  mentors > people.length ? count(mentors - people.length, 'more mentor') : '';

/** Where all who offer it are: the directory, at the institution or trust of that name. */
export function addressOfAll({ area }: AreaOffered, at: string): string {
  const named = at.replace(/["“”]/g, ' ').trim();
  const query = new URLSearchParams({ ...(named && { q: `school:"${named}"` }), expertise: area });
  return `/directory?${query.toString()}`;
}
