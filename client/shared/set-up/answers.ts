import { count } from '../../ui/words.js';
import { NATION_WORDS } from '@alongside/domain/uk/nations.js';
import { KIND_WORDS } from '../institutions/words.js';

/** A school or trust, as the hub tells how far its set-up is. */
export interface SchoolProgress {
  readonly institution: string;
  readonly name: string;
  readonly kind: 'school' | 'trust' | 'college' | 'hub';
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern-ireland';
  readonly town?: string;
  readonly hasCalendar: boolean;
  readonly hasCoordinator: boolean;
}

/** `GET /api/set-up`. */
export interface SetUpProgress {
  readonly hubName: string | null;
  readonly mail: 'sends' | 'outbox';
  /** Set while people get no emails that they should. Absent from older hubs. */
  readonly emails?: 'failing' | 'held';
  readonly schools: readonly SchoolProgress[];
  /** There are more than these: the others are found by name. */
  readonly hasMore?: boolean;
  readonly publicUrl: string;
}

export const STEPS = ['hub', 'email', 'school', 'dates', 'coordinator', 'staff', 'finish'] as const;
export type Step = (typeof STEPS)[number];

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  hub: 'Name your hub',
  email: 'Set up email',
  school: 'Add your schools',
  dates: 'Check term dates',
  coordinator: 'Choose the first coordinator',
  staff: 'See what staff are told',
  finish: 'What to do next',
};

/** Whether a step is done, as the hub has it. What staff are told is only read, and the last is where it goes on. */
export function isDone(step: Step, { hubName, mail, schools }: SetUpProgress, wasRead = false): boolean {
  switch (step) {
    case 'hub':
      return hubName !== null;
    case 'email':
      return mail === 'sends';
    case 'school':
      return schools.length > 0;
    case 'dates':
      return schools.some(({ hasCalendar }) => hasCalendar);
    case 'coordinator':
      return schools.some(({ hasCoordinator }) => hasCoordinator);
    case 'staff':
      return wasRead;
    case 'finish':
      return false;
  }
}

/** Where to go on: the first step that is not done. Email may be left for later, so it is passed over once a later one is done. */
export function nextStep(progress: SetUpProgress, wasRead = false): Step {
  const laterDone = isDone('school', progress);
  return STEPS.find((step) => !isDone(step, progress, wasRead) && !(step === 'email' && laterDone)) ?? 'finish';
}

/** The step after one. */
export const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'finish';

/** “School in Leeds”, as far as it is known. */
export const sayWhich = ({ kind, town }: SchoolProgress): string => `${KIND_WORDS[kind]}${town ? ` in ${town}` : ''}`;

/** Where a step begins among more schools than it lists: at the school that was worked on last, else at none, for the first of a register is nobody’s own. */
export function startAmongMany(
  schools: readonly SchoolProgress[],
  last: string | undefined,
  has: (school: SchoolProgress) => boolean,
): string {
  const worked = schools.filter(({ hasCalendar, hasCoordinator }) => hasCalendar || hasCoordinator);
  return startAt(worked, last, has);
}

/** Where a step begins: at the school that was worked on last; otherwise at one that lacks what the step adds, schools before trusts. */
export function startAt(schools: readonly SchoolProgress[], last: string | undefined, has: (school: SchoolProgress) => boolean): string {
  const lacking = schools.filter((one) => !has(one));
  const first = lacking.find(({ kind }) => kind !== 'trust') ?? lacking[0] ?? schools[0];
  return last ?? first?.institution ?? '';
}

/** Schools and colleges that have no dates and may take those of `chosen`: those of its nation, for terms differ between nations. */
export function othersWithoutDates(schools: readonly SchoolProgress[], chosen: string): readonly SchoolProgress[] {
  const nation = schools.find(({ institution }) => institution === chosen)?.nation;
  return schools.filter((one) => one.institution !== chosen && one.kind !== 'trust' && !one.hasCalendar && one.nation === nation);
}

/** Whether dates are offered to the others from the start: not where they are of another kind, whose terms may differ. */
export const areAlike = (schools: readonly SchoolProgress[], chosen: string): boolean => {
  const kind = schools.find(({ institution }) => institution === chosen)?.kind;
  return othersWithoutDates(schools, chosen).every((one) => one.kind === kind);
};

/** “3 other schools in England”. */
export const sayOthers = (others: readonly SchoolProgress[]): string =>
  `${count(others.length, 'other school')} in ${NATION_WORDS[others[0]?.nation ?? 'england']}`;

/** Who can open the hub at its address: names without a dot and private numbers are known inside one network alone. */
export function openFor(publicUrl: string): 'everyone' | 'this network' | 'this computer' {
  const host = URL.canParse(publicUrl) ? new URL(publicUrl).hostname.replace(/\.$/, '') : '';
  if (/^(localhost|.*\.localhost|127\..*|0\.0\.0\.0|\[::1?\])$/.test(host)) return 'this computer';
  return /^([^.:]+|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|.*\.(local|internal|lan))$/.test(host) ? 'this network' : 'everyone';
}
