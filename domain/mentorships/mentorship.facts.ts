/** A mentorship decides from its own stream alone. */
export type MentorshipFacts = undefined;
