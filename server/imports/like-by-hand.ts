import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';
import { isLikeName, isSameName, readName, shareWord, type NameRead } from '@alongside/domain/institutions/like-names.js';
import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { plainKey } from '@alongside/domain/text/folding.js';
import type { InstitutionRow } from '@alongside/projections/views/institution.view.js';

/** What says that a row is one that was added by hand. */
export type Sameness =
  /** Its number, which another has as well. */
  | 'number'
  /** Its postcode and its name. */
  | 'both'
  /** Its postcode, and a word of its name. */
  | 'site'
  /** Its town, and a name like its own. */
  | 'town'
  /** Nothing but its whole name, for one of the two has no place. */
  | 'name'
  /** Nothing but a name like its own. */
  | 'like';

export type Match = readonly [InstitutionRow, Sameness];

/** The surest of what says so of an institution leaves nothing of the others: one that is found is not asked about by less. */
const SUREST: readonly (readonly Sameness[])[] = [['both'], ['site', 'town'], ['name'], ['like']];

const isTrust = ({ kind }: InstitutionDetails): boolean => kind === 'trust';

/** O and 0, I and 1 are mistaken for each other, and no two postcodes differ in them alone. */
const postcodeKey = ({ postcode = '' }: InstitutionDetails): string => plainKey(postcode).replaceAll('o', '0').replaceAll('i', '1');
const townKey = ({ town = '' }: InstitutionDetails): string => plainKey(town);

interface OfHand {
  readonly row: InstitutionRow;
  readonly name: NameRead;
}

/** Institutions that were added by hand, found for each row of a register by its postcode and by its name: none is compared with all. */
export class AddedByHand {
  readonly #byPostcode = new Map<string, OfHand[]>();
  readonly #byName = new Map<string, OfHand[]>();

  constructor(rows: Iterable<InstitutionRow>) {
    for (const row of rows) {
      if (row.details.kind === 'hub') continue;
      const one = { row, name: readName(row.details.name) };
      addTo(this.#byName, one.name.key, one);
      const postcode = postcodeKey(row.details);
      if (postcode) addTo(this.#byPostcode, postcode, one);
    }
  }

  /** Those that may be the one of these details, each with what says so. */
  of(details: InstitutionDetails): readonly Match[] {
    const name = readName(details.name);
    const found = [...(this.#byPostcode.get(postcodeKey(details)) ?? []), ...(this.#byName.get(name.key) ?? [])];
    return [...new Set(found)].flatMap((one): readonly Match[] => {
      const same = sameness(details, name, one);
      return same ? [[one.row, same]] : [];
    });
  }
}

function addTo(index: Map<string, OfHand[]>, key: string, one: OfHand): void {
  const some = index.get(key);
  if (some) some.push(one);
  else index.set(key, [one]);
}

/** Undefined where they are two. */
function sameness(details: InstitutionDetails, name: NameRead, { row, name: here }: OfHand): Sameness | undefined {
  const other = row.details;
  if (isTrust(details) !== isTrust(other)) return undefined;
  const [postcodes, towns] = [
    [postcodeKey(details), postcodeKey(other)],
    [townKey(details), townKey(other)],
  ] as const;
  if (postcodes[0] && postcodes[0] === postcodes[1]) {
    if (isSameName(name, here)) return 'both';
    return shareWord(name, here, `${details.town ?? ''} ${other.town ?? ''}`) ? 'site' : undefined;
  }
  if (!isLikeName(name, here)) return undefined;
  // One letter of a postcode is soon wrong; a town is not.
  if (towns[0] && towns[1]) return towns[0] === towns[1] ? 'town' : undefined;
  if ((postcodes[0] && postcodes[1]) || (!isTrust(details) && details.nation !== other.nation)) return undefined;
  return plainKey(details.name) === plainKey(other.name) ? 'name' : 'like';
}

/** Of all matches of a register, those that the surest of each institution leaves. */
export function surest<Of extends { readonly here: readonly Match[] }>(all: readonly Of[]): readonly Of[] {
  const found = new Map<InstitutionId, Set<Sameness>>();
  for (const [{ institution }, same] of all.flatMap(({ here }) => here))
    found.set(institution, (found.get(institution) ?? new Set()).add(same));
  const left = new Map(
    [...found].map(([institution, some]) => [institution, SUREST.find((level) => level.some((same) => some.has(same)))] as const),
  );
  return all.map((one) => ({
    ...one,
    here: one.here.filter(([{ institution }, same]) => same === 'number' || left.get(institution)?.includes(same)),
  }));
}
