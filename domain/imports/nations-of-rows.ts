import type { Nation } from '../institutions/institution.events.js';
import { NATION_WORDS } from '../uk/nations.js';
import { REGISTER_OF, TRIED_NATIONS, type Register } from './school-fields.js';

/** What is to be said of the nations that the schools of a file are in. */
export interface NationsSaid {
  /** How many schools are in a nation by their postcode alone, by nation. */
  readonly placed: readonly { readonly nation: Nation; readonly schools: number }[];
  /** Nations of the file, or of some of its rows, whose lists were never tried as they are published. */
  readonly untried: readonly Nation[];
}

/** The nations of a register’s rows, as they are read one after the other. */
export class NationsOfRows {
  readonly #placed = new Map<Nation, number>();
  readonly #untried = new Set<Nation>();

  constructor(private readonly register: Register | undefined) {
    if (register && !TRIED_NATIONS.has(register.nation)) this.#untried.add(register.nation);
  }

  /** `institution`: its id, which begins as those of the register whose number it has. `hasNation`: its row says where it is. */
  take(nation: Nation, institution: string, hasNation: boolean): void {
    if (!hasNation && !this.register) this.#placed.set(nation, (this.#placed.get(nation) ?? 0) + 1);
    // England’s own list has some schools of Wales.
    if (!TRIED_NATIONS.has(nation) && institution.startsWith(`${REGISTER_OF[nation].prefix}-`)) this.#untried.add(nation);
  }

  get said(): NationsSaid {
    return { placed: [...this.#placed].map(([nation, schools]) => ({ nation, schools })), untried: [...this.#untried] };
  }
}

/** “a”, “a and b”, “a, b and c”. */
const listed = (all: readonly string[]): string => [all.slice(0, -1).join(', '), ...all.slice(-1)].filter(Boolean).join(' and ');

/** How many schools were placed by their postcode, and where, and how to say otherwise; undefined for none. `canChoose`: whose register it is. */
export function sayPlaced({ placed }: NationsSaid, canChoose: boolean): string | undefined {
  if (placed.length === 0) return undefined;
  const [first, ...more] = placed.map(({ nation, schools }, at) => {
    const many = schools.toLocaleString('en-GB');
    const counted = at > 0 ? many : schools === 1 ? '1 school was placed' : `${many} schools were placed`;
    return `${counted} in ${NATION_WORDS[nation]}`;
  });
  const todo = `${canChoose ? 'choose whose register it is, or ' : ''}add a column “Nation” to the file.`;
  return `${listed([first ?? '', ...more])} by postcode, where the file gives no nation. If that is not so, ${todo}`;
}

/** That nobody had a real list of these nations to try. `todo`: what the reader can do about it. */
export const sayUntried = (untried: readonly Nation[], todo: string): string =>
  `We could not try a real list of ${listed(untried.map((nation) => NATION_WORDS[nation]))} yet. ${todo}`;
