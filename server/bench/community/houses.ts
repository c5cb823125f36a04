import type { Random } from '../../demo/random.js';
import { DAY_MS, type Telling } from './telling.js';

/** A school of the community, with the institutions that its events concern. */
export interface School {
  readonly id: string;
  readonly name: string;
  readonly staff: number;
  readonly concerns: readonly string[];
}

export const LARGE_TRUST = 'meridian-trust';
const NATIONS = ['england', 'england', 'england', 'england', 'england', 'england', 'wales', 'scotland', 'northern-ireland'] as const;
/** Staff rooms, as many small as large: most people work in the large ones. */
const STAFF_ROOMS = [9, 12, 14, 18, 22, 28, 34, 45, 60, 75, 95, 120];
const PLACE_NAMES = [
  'Alder',
  'Birch',
  'Chalk',
  'Dene',
  'Elm',
  'Ford',
  'Glen',
  'Heath',
  'Isle',
  'Kiln',
  'Lark',
  'Moss',
  'Nether',
  'Oak',
  'Pine',
];
const KINDS = ['Academy', 'High School', 'Primary School', 'School'];
const SCHOOLS_PER_TRUST = { least: 4, most: 12 };

const termsOf = () => [
  { name: 'Autumn', from: '2025-09-01', to: '2025-12-19' },
  { name: 'Spring', from: '2026-01-05', to: '2026-03-27' },
  { name: 'Summer', from: '2026-04-13', to: '2026-07-22' },
];

/** Registers schools until they have room for so many people, three of four in trusts, and one trust that lists people itself. */
export function foundSchools(telling: Telling, people: number, at: number): readonly School[] {
  const { random } = telling;
  register(telling, at, 'hub', 'The hub', 'hub', 'england');
  register(telling, at, LARGE_TRUST, 'Meridian Trust', 'trust', 'england');
  const schools: School[] = [];
  let [trust, left] = [undefined as string | undefined, 0];
  for (let room = 0; room < people; room += schools.at(-1)?.staff ?? people) {
    if (left === 0) {
      trust = random.chance(0.75) ? `trust-${schools.length}` : undefined;
      left = random.whole(SCHOOLS_PER_TRUST.least, SCHOOLS_PER_TRUST.most);
      if (trust) register(telling, at, trust, `${placeName(random)} Learning Trust`, 'trust', 'england');
    }
    left -= 1;
    schools.push(foundSchool(telling, at + DAY_MS, `school-${schools.length}`, trust, Math.min(random.pick(STAFF_ROOMS), people - room)));
  }
  return schools;
}

function foundSchool(telling: Telling, at: number, id: string, trust: string | undefined, staff: number): School {
  const { random } = telling;
  const name = `${placeName(random)} ${random.pick(KINDS)}`;
  register(telling, at, id, name, 'school', trust ? 'england' : random.pick(NATIONS));
  const how = { ...({ on: 'institution', of: id, at } as const), institutions: [id, ...(trust ? [trust] : [])] };
  if (trust) telling.tell(how, 'TrustJoined', { institution: id, trust });
  telling.tell(how, 'CalendarSet', { institution: id, terms: termsOf(), closures: [] });
  if (random.chance(0.2))
    telling.tell(how, 'InstitutionSettingsChanged', {
      institution: id,
      settings: { requestWindowDays: random.whole(3, 10), discoverableBeyond: random.chance(0.7) },
    });
  return { id, name, staff, concerns: how.institutions };
}

function register(
  telling: Telling,
  at: number,
  institution: string,
  name: string,
  kind: 'hub' | 'school' | 'trust',
  nation: (typeof NATIONS)[number],
): void {
  const details = { name, kind, nation, town: placeName(telling.random), localAuthority: placeName(telling.random) };
  telling.tell({ on: 'institution', of: institution, at, institutions: [institution] }, 'InstitutionRegistered', { institution, details });
}

const placeName = (random: Random): string =>
  `${random.pick(PLACE_NAMES)}${random.pick(['field', 'brook', 'ford', 'ley', 'bridge', 'gate'])}`;
