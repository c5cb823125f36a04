import { folded } from '@alongside/domain/text/folding.js';
import { namesAnything } from '@alongside/domain/uk/taxonomy/understand.js';
import { METRES_PER_MILE, type GridPoint } from '@alongside/domain/uk/national-grid.js';
import { type Circle } from '@alongside/search/near.js';
import { distanceIn, metresOf, readWhere, USUAL_DISTANCE, type WhereRead, type WrittenWhere } from '@alongside/search/where.js';
import type { KnownPlaces } from './known-places.js';

/** Where the person who asks works. */
export interface OwnPlace {
  readonly name: string;
  /** Absent where it is not on the map. */
  readonly point?: GridPoint;
}
export interface WhereAsked {
  readonly where?: WhereRead;
  readonly circle?: Circle;
  /** A distance that is none, whose words are searched. */
  readonly unknownDistance?: string;
  /** Places and distances that were typed after the first, which alone counts. */
  readonly ignored?: readonly string[];
  /** What is left of the text. */
  readonly text: string;
}

/** What was chosen beside the text. */
export interface WhereChosen {
  readonly near: string;
  readonly within: string;
}

const ME: ReadonlySet<string> = new Set(['me', 'here', 'my school', 'my college', 'my trust', 'my work', 'my workplace']);
const OTHERS_LIMIT = 5;
const SPREAD_TOLD_MILES = 10;

const isMe = (said: string): boolean => ME.has(folded(said));

/** Reads where mentors are looked for. What is typed goes before what was chosen; a distance alone is from the own workplace. */
export function whereAsked(typed: string, chosen: WhereChosen, known: () => KnownPlaces, own: () => OwnPlace | undefined): WhereAsked {
  const written = writtenWhere(typed, known);
  const distance = written.within && distanceIn(written.within.said);
  const unknownDistance = written.within && !distance ? written.within.said : undefined;
  const said = written.near?.said ?? (chosen.near.trim() || (distance || distanceIn(chosen.within) ? 'me' : ''));
  const left = unknownDistance === undefined ? written.text : withWords(written.text, unknownDistance);
  const ignored = written.ignored?.map(({ raw }) => raw);
  const rest = { text: left, ...(unknownDistance !== undefined && { unknownDistance }), ...(ignored && { ignored }) };
  if (said === '') return rest;
  const raw = [...(written.near ? [written.near.raw] : []), ...(distance && written.within ? [written.within.raw] : [])];
  const asked = { said: isMe(said) ? 'me' : said, raw, ...(distance ?? distanceIn(chosen.within) ?? USUAL_DISTANCE) };
  const { middle, ...found } = isMe(said) ? ownPlace(own()) : placeNamed(said, known(), own);
  const where: WhereRead = { ...asked, ...found };
  return {
    ...rest,
    where,
    ...(middle && { circle: { ...middle, metres: metresOf(asked) } }),
  };
}

/** A place that is not known is left out whole: “West Yorkshire” too, as far as its words have capitals and name nothing else. */
function writtenWhere(typed: string, known: () => KnownPlaces): WrittenWhere {
  const isKnown = (said: string) => isMe(said) || known().isName(said);
  const written = readWhere(typed, isKnown);
  if (!written.near || isKnown(written.near.said) || known().named(written.near.said)) return written;
  const isNamed = (said: string) => said.split(' ').every((word) => /^\p{Lu}/u.test(word) && !namesAnything(word));
  return readWhere(typed, (said) => isKnown(said) || isNamed(said));
}

type Found = Pick<WhereRead, 'label' | 'missing' | 'partOf' | 'others' | 'spread'> & { readonly middle?: GridPoint };

function ownPlace(own: OwnPlace | undefined): Found {
  if (!own) return { missing: 'no-workplace' };
  return own.point ? { label: own.name, middle: own.point } : { label: own.name, missing: 'not-on-map' };
}

function placeNamed(said: string, known: KnownPlaces, own: () => OwnPlace | undefined): Found {
  const named = known.named(said, own()?.point);
  if (!named) return { missing: 'unknown' };
  const { label, middle, institutions, farthestMetres, others, partOf } = named;
  const miles = Math.round(farthestMetres / METRES_PER_MILE);
  return {
    label,
    middle,
    ...(partOf !== undefined && { partOf }),
    ...(others.length > 0 && { others: others.slice(0, OTHERS_LIMIT) }),
    ...(institutions > 1 && miles >= SPREAD_TOLD_MILES && { spread: { institutions, miles } }),
  };
}

const withWords = (text: string, words: string): string => [text, words].filter(Boolean).join(' ');
