import { count } from '../../ui/words.js';
import { NATION_WORDS } from '../institution/words.js';

/** A school or trust, as the hub tells how far its set-up is. */
export interface SchoolProgress {
  readonly institution: string;
  readonly name: string;
  readonly kind: 'school' | 'trust' | 'college' | 'hub';
  readonly nation: 'england' | 'wales' | 'scotland' | 'northern-ireland';
  readonly hasCalendar: boolean;
  readonly hasCoordinator: boolean;
}

/** `GET /api/set-up`. */
export interface SetUpProgress {
  readonly hubName: string | null;
  readonly mail: 'sends' | 'outbox';
  readonly schools: readonly SchoolProgress[];
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

/** Whether a step is done, as the hub has it; the last two are only read. */
export function isDone(step: Step, { hubName, mail, schools }: SetUpProgress): boolean {
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
    case 'finish':
      return false;
  }
}

/** Where to go on: the first step that is not done. Email may be left for later, so it is passed over once a later one is done. */
export function nextStep(progress: SetUpProgress): Step {
  const laterDone = isDone('school', progress);
  return STEPS.find((step) => !isDone(step, progress) && !(step === 'email' && laterDone)) ?? 'finish';
}

/** The step after one. */
export const after = (step: Step): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'finish';

/** Schools and trusts that have no dates and may take those of `chosen`: those of its nation, for terms differ between nations. */
export function othersWithoutDates(schools: readonly SchoolProgress[], chosen: string): readonly SchoolProgress[] {
  const nation = schools.find(({ institution }) => institution === chosen)?.nation;
  return schools.filter((one) => one.institution !== chosen && !one.hasCalendar && one.nation === nation);
}

/** “3 other schools and one trust in England”. */
export function sayOthers(others: readonly SchoolProgress[]): string {
  const trusts = others.filter(({ kind }) => kind === 'trust').length;
  const schools = others.length - trusts;
  const said = [schools && count(schools, 'other school'), trusts && count(trusts, schools ? 'trust' : 'other trust')].filter(Boolean);
  return `${said.join(' and ')} in ${NATION_WORDS[others[0]?.nation ?? 'england']}`;
}
