import { folded, foldedWords, sortedByName, wordMatcher } from '@alongside/domain/text/folding.js';
import { METRES_PER_MILE, squareBetween, type GridPoint } from '@alongside/domain/uk/national-grid.js';

/** An institution that is on the map, as it can be named. */
export interface PlacedInstitution extends GridPoint {
  readonly name: string;
  readonly town?: string;
  readonly area?: string;
  readonly postcode?: string;
}

/** What a name was taken for. */
export interface NamedPlace {
  readonly label: string;
  readonly middle: GridPoint;
  /** Institutions of which it is the middle, and how far the farthest of them is from it, in metres. */
  readonly institutions: number;
  readonly farthestMetres: number;
  /** What else goes by the name, far from it. */
  readonly others: readonly string[];
  /** Set where a postcode is not known: the part of it that is. */
  readonly partOf?: string;
}

/** Two of one name that are farther apart are two places. */
const ONE_PLACE_METRES = 25 * METRES_PER_MILE;
/** What is begun only, and could be so many, names nothing yet. */
const BEGUN_LIMIT_NAMES = 6;
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/;
const AREA_LETTERS = /^[A-Z]+/;
const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;

type Group = { readonly label: string; readonly of: readonly PlacedInstitution[] };
type Groups = ReadonlyMap<string, Group>;

/** What a hub's own institutions know of the map: postcodes, towns, areas and schools by name. Made of them once, asked often. */
export class KnownPlaces {
  readonly #codes: Groups;
  /** Looked for once: every answer of the directory has it. */
  #example: { readonly place: string | undefined } | undefined;
  readonly #names: readonly {
    readonly groups: Groups;
    readonly finds: (typed: string) => (group: Group) => boolean;
    readonly isArea: boolean;
  }[];

  constructor(institutions: readonly PlacedInstitution[]) {
    this.#codes = groupsBy(institutions, ({ postcode = '' }) => codesOf(postcode));
    const by = (nameOf: (one: PlacedInstitution) => string | undefined, isArea = false) => ({
      groups: groupsBy(institutions, (one) => [nameOf(one) ?? '']),
      finds: wordMatcher<Group>(({ label }) => label),
      isArea,
    });
    this.#names = [by(({ town }) => town), by(({ area }) => area, true), by(({ name }) => name)];
  }

  /** Towns and areas, by name, for choosing. */
  offered(): readonly string[] {
    const labels = this.#names.slice(0, 2).flatMap(({ groups }) => [...groups.values()].map(({ label }) => label));
    const each = new Map(labels.map((label) => [folded(label), label]));
    return sortedByName([...each.values()], (label) => label);
  }

  /** What can be typed for a place: the first half of the postcode that most have, else the town or area. */
  get example(): string | undefined {
    return (this.#example ??= { place: this.#exampleOf() }).place;
  }

  #exampleOf(): string | undefined {
    const codes = [...this.#codes.values()].filter(({ label }) => OUTWARD_CODE.test(label));
    const names = this.#names.slice(0, 2).map(({ groups }) => [...groups.values()]);
    return [codes, ...names].map(mostOf).find((one) => one !== undefined);
  }

  /** Whether a text as it stands is a postcode, or a name that is known. */
  isName(said: string): boolean {
    return POSTCODE.test(codeOf(said)) || this.#names.some(({ groups }) => groups.has(folded(said))) || this.#inTown(said).length > 0;
  }

  /** What a text names: the nearest to `from`, or what most institutions have, where several places go by it. Undefined: nothing that is known. */
  named(said: string, from?: GridPoint): NamedPlace | undefined {
    const code = this.#coded(codeOf(said));
    if (code) return code;
    for (const { groups, isArea } of this.#names) {
      const group = groups.get(folded(said));
      if (group) return chosen(isArea ? [wholeOf(group)] : placesOf(group), from);
    }
    const inTown = this.#inTown(said);
    if (inTown.length > 0) return chosen(inTown, from);
    if (foldedWords(said).length === 0) return undefined;
    for (const { groups, finds, isArea } of this.#names) {
      const begun = begunIn(groups, finds(said));
      if (begun.length > 0 && begun.length <= BEGUN_LIMIT_NAMES)
        return chosen(
          begun.flatMap((group) => (isArea ? [wholeOf(group)] : placesOf(group))),
          from,
        );
    }
    return undefined;
  }

  /** The postcode itself, or the most of it that is known. */
  #coded(code: string): NamedPlace | undefined {
    const [, outward, inward = ''] = POSTCODE.exec(code) ?? [];
    if (outward === undefined) return OUTWARD_CODE.test(code) ? (this.#codePlace(code) ?? this.#around(code, code)) : undefined;
    const known = this.#codePlace(code);
    const label = `${outward} ${inward}`;
    if (known) return { ...known, label };
    const part = this.#codePlace(`${outward} ${inward.charAt(0)}`) ?? this.#codePlace(outward);
    return part ? { ...part, label, partOf: part.label } : this.#around(code, label);
  }

  /** All that begin with the same letters: `S1` lies among `S10` and `S11`. */
  #around(code: string, label: string): NamedPlace | undefined {
    const letters = AREA_LETTERS.exec(code)?.[0] ?? '';
    const part = this.#codePlace(letters);
    return part && { ...part, label, partOf: `the postcodes that begin with ${letters}` };
  }

  #codePlace(code: string): NamedPlace | undefined {
    const group = this.#codes.get(folded(code));
    return group && { ...wholeOf(group), others: [] };
  }

  /** `Newport, Shropshire`: what is named first, in what is named after the comma. */
  #inTown(said: string): readonly Place[] {
    const [, name = '', place = ''] = /^([^,]+),([^,]+)$/.exec(said) ?? [];
    if (place.trim() === '') return [];
    const isThere = ({ town = '', area = '' }: PlacedInstitution) => [town, area].some((one) => folded(one) === folded(place));
    return this.#names
      .flatMap(({ groups }) => {
        const of = groups.get(folded(name))?.of.filter(isThere) ?? [];
        return of.length > 0 ? [wholeOf({ label: said.trim(), of })] : [];
      })
      .slice(0, 1);
  }
}

/** What most institutions have. */
const mostOf = (groups: readonly Group[]): string | undefined =>
  groups.toSorted((a, b) => b.of.length - a.of.length || (a.label < b.label ? -1 : 1))[0]?.label;

type Place = Omit<NamedPlace, 'others'> & { readonly first: PlacedInstitution };

/** One of several of a name, and what the others are called. */
function chosen(places: readonly Place[], from: GridPoint | undefined): NamedPlace | undefined {
  const far = ({ middle }: Place) => (from ? squareBetween(middle, from) : 0);
  const sorted = places.toSorted((a, b) => far(a) - far(b) || b.institutions - a.institutions);
  const [best, ...rest] = sorted.map((place) => ({ ...place, label: labelAmong(place, places) }));
  if (!best) return undefined;
  const { first: _, ...place } = best;
  return { ...place, others: [...new Set(rest.map(({ label }) => label))] };
}

/** Its name; with its town or area where another goes by the same. */
function labelAmong({ label, first: { town, area } }: Place, places: readonly Place[]): string {
  const twins = places.filter((other) => folded(other.label) === folded(label));
  if (twins.length < 2) return label;
  const where = [town, area].find((one) => one !== undefined && folded(one) !== folded(label));
  return where === undefined ? label : `${label}, ${where}`;
}

function placesOf({ label, of }: Group): readonly Place[] {
  /** Around the first of each: a town of a thousand schools is gone through once. */
  const clusters: [PlacedInstitution, ...PlacedInstitution[]][] = [];
  for (const one of of) {
    const near = clusters.find(([first]) => squareBetween(first, one) <= ONE_PLACE_METRES ** 2);
    if (near) near.push(one);
    else clusters.push([one]);
  }
  return clusters.map((cluster) => wholeOf({ label, of: cluster }));
}

function wholeOf({ label, of }: Group): Place {
  const middle = middleOf(of);
  const farthest = of.reduce((most, one) => Math.max(most, squareBetween(one, middle)), 0);
  return { label, middle, institutions: of.length, farthestMetres: Math.sqrt(farthest), first: of[0] as PlacedInstitution };
}

function middleOf(points: readonly GridPoint[]): GridPoint {
  const mean = (of: (point: GridPoint) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { easting: Math.round(mean(({ easting }) => easting)), northing: Math.round(mean(({ northing }) => northing)) };
}

/** A postcode, the same without its last two letters, its first half, and the letters with which it begins. */
function codesOf(postcode: string): readonly string[] {
  const [, outward, inward = ''] = POSTCODE.exec(codeOf(postcode)) ?? [];
  return outward === undefined ? [] : [outward + inward, `${outward} ${inward.charAt(0)}`, outward, AREA_LETTERS.exec(outward)?.[0] ?? ''];
}

const codeOf = (said: string): string =>
  folded(said)
    .replace(/[^a-z\d]/g, '')
    .toUpperCase();

function groupsBy(institutions: readonly PlacedInstitution[], namesOf: (one: PlacedInstitution) => readonly string[]): Groups {
  const groups = new Map<string, { label: string; of: PlacedInstitution[] }>();
  for (const one of institutions)
    for (const label of namesOf(one)) {
      const key = folded(label);
      if (key === '') continue;
      const group = groups.get(key) ?? { label, of: [] };
      groups.set(key, group);
      group.of.push(one);
    }
  return groups;
}

/** Those whose name begins so, no more than are looked at. */
function begunIn(groups: Groups, begins: (group: Group) => boolean): readonly Group[] {
  const found: Group[] = [];
  for (const group of groups.values()) if (begins(group) && found.push(group) > BEGUN_LIMIT_NAMES) break;
  return found;
}
