import type { SetUpProgress } from '../../shared/set-up/answers.js';

/** What every step is given. */
export interface StepProps {
  readonly progress: SetUpProgress;
  /** What is shown of it is being asked for again. */
  readonly loading: boolean;
  /** The school that was worked on last. */
  readonly at?: string | undefined;
  /** Goes on to the next step, with the school that was worked on. */
  readonly onNext: (at?: string) => void;
  /** Asks the hub again how far it is. */
  readonly onChanged: () => void;
}
