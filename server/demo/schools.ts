import type { InstitutionDetails } from '@alongside/domain/institutions/institution.events.js';

/** A school of the demo community. Every name is made up; the grid references lie in open country. */
export interface DemoSchool {
  readonly id: string;
  readonly details: InstitutionDetails;
  readonly inTrust: boolean;
  readonly phases: readonly string[];
  readonly settings: readonly string[];
  readonly staff: number;
}

export const TRUST = {
  id: 'riverbank-trust',
  details: { name: 'Riverbank Trust', kind: 'trust', nation: 'england', town: 'Marlow Vale' } satisfies InstitutionDetails,
};

const SECONDARY = ['ph-ks3', 'ph-ks4'];
const PRIMARY = ['ph-early-years', 'ph-ks1', 'ph-ks2'];

function school(
  id: string,
  name: string,
  phase: string,
  place: readonly [town: string, easting: number, northing: number],
  more: Partial<DemoSchool> = {},
): DemoSchool {
  const [town, easting, northing] = place;
  return {
    id,
    inTrust: true,
    phases: phase === 'Primary' ? PRIMARY : SECONDARY,
    settings: ['set-mainstream'],
    staff: phase === 'Primary' ? 18 : 34,
    ...more,
    details: { name, kind: 'school', nation: 'england', phase, town, localAuthority: 'Vale of Marlow', easting, northing, ...more.details },
  };
}

export const SCHOOLS: readonly DemoSchool[] = [
  school('northfield', 'Northfield School', 'Secondary', ['Marlow Vale', 462_300, 218_400], { staff: 38 }),
  school('eastbrook', 'Eastbrook Academy', 'Secondary', ['Eastbrook', 465_900, 217_100], {
    staff: 34,
    phases: [...SECONDARY, 'ph-ks5'],
    settings: ['set-mainstream', 'set-sixth-form'],
  }),
  school('hollybank', 'Hollybank High School', 'Secondary', ['Hollybank', 458_700, 222_900]),
  school('willow-lane', 'Willow Lane Primary School', 'Primary', ['Marlow Vale', 462_900, 219_300], { staff: 20 }),
  school('st-brannocks', 'St Brannock’s Primary School', 'Primary', ['Eastbrook', 466_400, 217_800], {
    settings: ['set-mainstream', 'set-faith'],
  }),
  school('orchard-fields', 'Orchard Fields Primary School', 'Primary', ['Little Fenwick', 459_600, 214_200], {
    staff: 14,
    settings: ['set-mainstream', 'set-small-rural'],
  }),
  school('the-glade', 'The Glade School', 'Special', ['Hollybank', 459_100, 222_100], {
    staff: 20,
    phases: ['ph-ks2', 'ph-ks3', 'ph-ks4'],
    settings: ['set-special'],
  }),
  school('marsh-end', 'Marsh End Primary School', 'Primary', ['Marsh End', 470_200, 212_600], { staff: 16 }),
  school('kestrel-hill', 'Kestrel Hill School', 'Secondary', ['Great Harding', 478_800, 226_500], {
    inTrust: false,
    staff: 28,
    details: { name: 'Kestrel Hill School', kind: 'school', nation: 'england', localAuthority: 'Harding' },
  }),
  school('ysgol-y-bryn', 'Ysgol y Bryn', 'Primary', ['Pentre Glas', 322_400, 221_700], {
    inTrust: false,
    staff: 14,
    settings: ['set-mainstream', 'set-welsh-medium', 'set-small-rural'],
    details: { name: 'Ysgol y Bryn', kind: 'school', nation: 'wales', localAuthority: 'Dyffryn Glas' },
  }),
];
