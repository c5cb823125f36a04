/** What a mentorship must know of the world outside its own stream. */
export interface MentorshipFacts {
  /** The mentor is the mentee's line manager, or the induction tutor who assesses them, at any institution. */
  readonly inReportingLine: boolean;
}
