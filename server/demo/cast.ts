import type { PersonId } from '@alongside/domain/kernel/brand.js';
import type { Role } from '@alongside/domain/institutions/institution.events.js';

/** A person of the demo community. */
export interface Character {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly school: string;
  readonly jobTitle: string;
  readonly careerStage: string;
  readonly role: string;
  readonly subjects: readonly string[];
  /** Index into `THEMES` of what they are good at, best first. Empty for those who only look for help. */
  readonly strengths: readonly number[];
  /** Index into `THEMES` of what they want to work on. */
  readonly aims: readonly number[];
  readonly places: number;
  /** The school year, counted from 0, in which they come to the hub. */
  readonly joinsYear: number;
  /** Whom they ask first; that one says yes. */
  readonly asksFirst?: PersonId;
  /** Not paired by the story: a person for a visitor to be. */
  readonly fresh?: boolean;
}

/** Whom a visitor may go on as, with what they are there for. */
export interface DemoPerson {
  readonly person: PersonId;
  readonly what: string;
}

const id = (name: string) => name as PersonId;

/** Those the story names. Everybody else is made by chance. */
export const LEADS: readonly (Character & { readonly roles?: readonly { readonly at: string; readonly role: Role }[] })[] = [
  {
    id: id('ben-okafor'),
    name: 'Ben Okafor',
    email: 'ben.okafor@northfield.example',
    school: 'northfield',
    jobTitle: 'Teacher of mathematics',
    careerStage: 'stage-ect1',
    role: 'role-teacher',
    subjects: ['sub-mathematics'],
    strengths: [],
    aims: [0, 1],
    places: 0,
    joinsYear: 2,
    fresh: true,
  },
  {
    id: id('asha-rahman'),
    name: 'Asha Rahman',
    email: 'asha.rahman@northfield.example',
    school: 'northfield',
    jobTitle: 'Head of mathematics',
    careerStage: 'stage-middle-leader',
    role: 'role-hod',
    subjects: ['sub-mathematics'],
    strengths: [0, 1, 10],
    aims: [7],
    places: 4,
    joinsYear: 0,
  },
  {
    id: id('priya-nair'),
    name: 'Priya Nair',
    email: 'priya.nair@eastbrook.example',
    school: 'eastbrook',
    jobTitle: 'Teacher of mathematics',
    careerStage: 'stage-ect2',
    role: 'role-teacher',
    subjects: ['sub-mathematics'],
    strengths: [],
    aims: [0, 1],
    places: 0,
    joinsYear: 1,
    asksFirst: id('asha-rahman'),
  },
  {
    id: id('callum-reid'),
    name: 'Callum Reid',
    email: 'callum.reid@northfield.example',
    school: 'northfield',
    jobTitle: 'Teacher of mathematics',
    careerStage: 'stage-ect1',
    role: 'role-teacher',
    subjects: ['sub-mathematics'],
    strengths: [],
    aims: [1, 0],
    places: 0,
    joinsYear: 2,
    asksFirst: id('asha-rahman'),
  },
  {
    id: id('ines-barker'),
    name: 'Ines Barker',
    email: 'ines.barker@eastbrook.example',
    school: 'eastbrook',
    jobTitle: 'Trainee teacher',
    careerStage: 'stage-trainee',
    role: 'role-teacher',
    subjects: ['sub-mathematics'],
    strengths: [],
    aims: [1, 10],
    places: 0,
    joinsYear: 2,
    fresh: true,
  },
  {
    id: id('david-wynn'),
    name: 'David Wynn',
    email: 'david.wynn@northfield.example',
    school: 'northfield',
    jobTitle: 'Assistant headteacher',
    careerStage: 'stage-senior-leader',
    role: 'role-aht',
    subjects: ['sub-geography'],
    strengths: [7, 0, 11],
    aims: [],
    places: 3,
    joinsYear: 0,
  },
  {
    id: id('leila-mansour'),
    name: 'Leila Mansour',
    email: 'leila.mansour@hollybank.example',
    school: 'hollybank',
    jobTitle: 'Lead practitioner, mathematics',
    careerStage: 'stage-experienced',
    role: 'role-lead-practitioner',
    subjects: ['sub-mathematics', 'sub-statistics'],
    strengths: [1, 6, 3],
    aims: [7],
    places: 3,
    joinsYear: 0,
  },
  {
    id: id('helen-price'),
    name: 'Helen Price',
    email: 'helen.price@riverbank.example',
    school: 'northfield',
    jobTitle: 'Professional development lead',
    careerStage: 'stage-senior-leader',
    role: 'role-cpd-lead',
    subjects: ['sub-english'],
    strengths: [],
    aims: [],
    places: 0,
    joinsYear: 0,
    roles: [
      { at: 'riverbank-trust', role: 'coordinator' },
      { at: 'northfield', role: 'coordinator' },
    ],
  },
  {
    id: id('marcus-bell'),
    name: 'Marcus Bell',
    email: 'marcus.bell@riverbank.example',
    school: 'northfield',
    jobTitle: 'Chief executive',
    careerStage: 'stage-executive',
    role: 'role-ceo',
    subjects: [],
    strengths: [],
    aims: [],
    places: 0,
    joinsYear: 0,
    roles: [
      { at: 'riverbank-trust', role: 'leader' },
      { at: 'northfield', role: 'leader' },
    ],
  },
  {
    id: id('dee-adeyemi'),
    name: 'Dee Adeyemi',
    email: 'dee.adeyemi@riverbank.example',
    school: 'northfield',
    jobTitle: 'Network manager',
    careerStage: 'stage-support-staff',
    role: 'role-technician',
    subjects: [],
    strengths: [],
    aims: [],
    places: 0,
    joinsYear: 0,
    roles: [
      { at: 'hub', role: 'administrator' },
      { at: 'riverbank-trust', role: 'administrator' },
    ],
  },
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { person: id('ben-okafor'), what: 'A new teacher who is looking for a mentor' },
  { person: id('asha-rahman'), what: 'A mentor with a place free' },
  { person: id('priya-nair'), what: 'A teacher half-way through a mentorship' },
  { person: id('helen-price'), what: 'A coordinator across the trust' },
  { person: id('marcus-bell'), what: 'A leader who wants to see what mentoring does' },
  { person: id('dee-adeyemi'), what: 'An administrator of this hub' },
];
