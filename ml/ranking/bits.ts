const WORD_BITS = 32;

/** What of a mentor stands in columns of bits, and in how many words of 32: room for the taxonomy and more. */
const ROOM = { expertise: 5, subjects: 5, phases: 1, settings: 1, stages: 1 } as const;
export type Kind = keyof typeof ROOM;
const KINDS = Object.keys(ROOM) as readonly Kind[];

/** Where the words of a kind begin and end in a row. */
export const PLACES = Object.fromEntries(
  KINDS.map((kind, at) => {
    const from = KINDS.slice(0, at).reduce((sum, one) => sum + ROOM[one], 0);
    return [kind, { from, to: from + ROOM[kind] }];
  }),
) as Readonly<Record<Kind, { readonly from: number; readonly to: number }>>;
/** Words of a row. */
export const ROW_WORDS = KINDS.reduce((sum, kind) => sum + ROOM[kind], 0);

/** Numbers ids in the order in which they come. Ids beyond the room set all bits of their kind: too many are found, and nobody is missed. */
export class Numbering {
  readonly #numbers = new Map<string, number>();

  /** Sets the bits of ids in a row that begins at `from`. */
  mark(words: Uint32Array, from: number, kind: Kind, ids: Iterable<string>): void {
    const place = PLACES[kind];
    words.fill(0, from + place.from, from + place.to);
    for (const id of ids) {
      const key = `${kind} ${id}`;
      const number = this.#numbers.get(key) ?? this.#next(kind, key);
      if (number >= ROOM[kind] * WORD_BITS) words.fill(0xffff_ffff, from + place.from, from + place.to);
      else {
        const at = from + place.from + Math.floor(number / WORD_BITS);
        words[at] = (words[at] ?? 0) | (1 << (number % WORD_BITS));
      }
    }
  }

  readonly #counts: Record<Kind, number> = { expertise: 0, subjects: 0, phases: 0, settings: 0, stages: 0 };

  #next(kind: Kind, key: string): number {
    const number = this.#counts[kind];
    this.#counts[kind] += 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Whether a row and a mask have a bit of a kind in common. */
export function meets(words: Uint32Array, from: number, mask: Uint32Array, kind: Kind): boolean {
  const { from: first, to } = PLACES[kind];
  for (let at = first; at < to; at += 1) if (((words[from + at] as number) & (mask[at] as number)) !== 0) return true;
  return false;
}

/** Whether a row has any bit of a kind. */
export function hasAny(words: Uint32Array, from: number, kind: Kind): boolean {
  const { from: first, to } = PLACES[kind];
  for (let at = first; at < to; at += 1) if (words[from + at] !== 0) return true;
  return false;
}
