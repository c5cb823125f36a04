import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { Educator, Mentor, Workplace } from '../../features/candidate.js';
import { METRES_PER_MILE } from '@alongside/domain/uk/national-grid.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { NOTHING, UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { Seeker } from '../seeker.js';

export const SAME_INSTITUTION = 1;
export const SAME_TRUST = 0.85;
/** What two who can both meet online score at least, however far apart. */
const ONLINE_AT_LEAST = 0.6;
const BY_MILES = [
  { within: 5, score: 0.8 },
  { within: 15, score: 0.6 },
  { within: 30, score: 0.35 },
] as const;
const FAR = 0.1;
/** Farther than this is too far to meet in person. */
export const FAR_MILES = 30;
/** So near speaks for a pair. */
export const CLOSE_MILES = 15;

/** Miles between two workplaces as the crow flies; absent where either is not on the map. */
export function milesBetween(a: Workplace, b: Workplace): number | undefined {
  if (a.easting === undefined || a.northing === undefined || b.easting === undefined || b.northing === undefined) return undefined;
  return milesAcross(a.easting - b.easting, a.northing - b.northing);
}

/** The length of a way of so many metres to the east and to the north. */
export const milesAcross = (east: number, north: number): number => Math.sqrt(east * east + north * north) / METRES_PER_MILE;

type Nearness =
  | { readonly kind: 'institution'; readonly place: Workplace }
  | { readonly kind: 'trust' }
  | { readonly kind: 'miles'; readonly miles: number };

/** The nearest of the places where each works; absent where it is not known. */
export function nearest({ mentee }: Seeker, { workplaces }: Mentor): Nearness | undefined {
  let sameTrust = false;
  let miles = Number.POSITIVE_INFINITY;
  for (const mine of mentee.workplaces)
    for (const theirs of workplaces) {
      if (mine.institution === theirs.institution) return { kind: 'institution', place: theirs };
      if (mine.trust !== null && mine.trust === theirs.trust) sameTrust = true;
      miles = Math.min(miles, milesBetween(mine, theirs) ?? Number.POSITIVE_INFINITY);
    }
  if (sameTrust) return { kind: 'trust' };
  return Number.isFinite(miles) ? { kind: 'miles', miles } : undefined;
}

/** Both have said that they would meet online. */
export const bothOnline = ({ mentee }: Seeker, { availability }: Mentor): boolean => meetsOnline(mentee) && meetsOnline({ availability });

export const meetsOnline = ({ availability }: Pick<Educator, 'availability'>): boolean =>
  availability !== null && availability.format !== 'in-person';

function score(seeker: Seeker, mentor: Mentor): number {
  const near = nearest(seeker, mentor);
  const online = near?.kind !== 'institution' && near?.kind !== 'trust' && bothOnline(seeker, mentor);
  if (!near) return scoreOfMiles(Number.POSITIVE_INFINITY, online);
  if (near.kind === 'institution') return SAME_INSTITUTION;
  if (near.kind === 'trust') return SAME_TRUST;
  return scoreOfMiles(near.miles, online);
}

/** What a way counts for, where two share neither school nor trust. `Infinity`: it is not known. */
export function scoreOfMiles(miles: number, online: boolean): number {
  if (miles === Number.POSITIVE_INFINITY) return online ? ONLINE_AT_LEAST : UNKNOWN;
  const byMiles = BY_MILES.find(({ within }) => miles <= within)?.score ?? FAR;
  return online ? Math.max(byMiles, ONLINE_AT_LEAST) : byMiles;
}

/** Schools differ most between nations: their curriculum, induction and inspection. */
function otherNation({ mentee }: Seeker, { workplaces, givenName }: Mentor): Said {
  const [mine, theirs] = [mentee.workplaces[0]?.nation, workplaces[0]?.nation];
  if (!mine || !theirs || workplaces.some(({ nation }) => nation === mine)) return NOTHING;
  const tell = (name: string, there: Nation): Remark => ({
    about: 'proximity',
    kind: 'against',
    text: `${name} works in ${NATION_WORDS[there]}.`,
  });
  return { mentee: [tell(givenName, theirs)], mentor: [tell(mentee.givenName, mine)] };
}

function say(seeker: Seeker, mentor: Mentor): Said {
  const [nation, way] = [otherNation(seeker, mentor), sayWay(seeker, mentor)];
  return { mentee: [...nation.mentee, ...way.mentee], mentor: [...nation.mentor, ...way.mentor] };
}

function sayWay(seeker: Seeker, mentor: Mentor): Said {
  const near = nearest(seeker, mentor);
  const tell = (kind: Remark['kind'], text: string): Said => {
    const remark: Remark = { about: 'proximity', kind, text };
    return { mentee: [remark], mentor: [remark] };
  };
  if (near?.kind === 'institution') return tell('for', `You both work at ${near.place.name}.`);
  if (near?.kind === 'trust') return tell('for', 'Your schools belong to the same trust.');
  if (near && near.miles <= FAR_MILES)
    return tell(near.miles <= CLOSE_MILES ? 'for' : 'against', `You work ${sayMiles(near.miles)} apart.`);
  if (bothOnline(seeker, mentor)) return tell('for', 'You would both meet online, so distance does not matter.');
  if (!near) return { mentee: [], mentor: [] };
  return {
    ...tell('against', `You work ${sayMiles(near.miles)} apart.`),
    mentee: [
      { about: 'proximity', kind: 'against', text: `You work ${sayMiles(near.miles)} apart.` },
      { about: 'proximity', kind: 'what-if', text: 'If you could both meet online, distance would not matter.' },
    ],
  };
}

/** “less than a mile”, “1.5 miles”, “85 miles”. */
export const sayMiles = (miles: number): string => {
  if (miles < 1) return 'less than a mile';
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles);
  return rounded === 1 ? '1 mile' : `${rounded} miles`;
};

/** Proximity: the same school, the same trust, the way between, or online by choice. */
export const proximityPart: Part = { id: 'proximity', score, say };
