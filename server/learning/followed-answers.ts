import type { Day } from '@alongside/domain/kernel/brand.js';
import { meetingView } from '@alongside/projections/views/meeting.view.js';
import { mentorshipView } from '@alongside/projections/views/mentorship.view.js';
import { shownView } from '@alongside/projections/views/shown.view.js';
import type { FollowedAnswer } from './followed.js';

/** The views that the figures are added up from. */
const SOURCES: ReadonlySet<string> = new Set([shownView.name, mentorshipView.name, meetingView.name]);

/** An answer that is there, being added up, or next to be. */
interface Made {
  readonly day: Day;
  readonly answer: Promise<FollowedAnswer>;
  begun: boolean;
}

/** Adds the figures up once a day for all who look, and never twice at once: who looks often learns of no hour in which a mentee asked. */
export class FollowedAnswers {
  #made: Made | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly addUp: (day: Day) => Promise<FollowedAnswer>) {}

  /** Those who look while it is being added up wait for the same answer. */
  on(day: Day): Promise<FollowedAnswer> {
    if (this.#made?.day === day) return this.#made.answer;
    const answer = this.#last.then(() => {
      made.begun = true;
      return this.addUp(day);
    });
    const made: Made = { day, answer, begun: false };
    this.#made = made;
    // A failure is not kept.
    this.#last = answer.catch(() => this.#made === made && this.#forget());
    return answer;
  }

  /** These views were built anew: they may have lacked rows before. What is next has them in it. */
  heed(views: Iterable<string>): void {
    for (const view of views) if (SOURCES.has(view) && this.#made?.begun) return this.#forget();
  }

  #forget(): void {
    this.#made = undefined;
  }
}
