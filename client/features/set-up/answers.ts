/** A school or trust, as the hub tells how far its set-up is. */
export interface SchoolProgress {
  readonly institution: string;
  readonly name: string;
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
