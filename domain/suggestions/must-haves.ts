/** What a mentee may insist on: a mentor who does not meet it is not suggested. In the order in which the screen asks. */
export const MUST_HAVES = ['other-school', 'same-trust', 'near', 'online'] as const;
export type MustHave = (typeof MUST_HAVES)[number];

/** `near`: as the crow flies between the nearest of their workplaces. */
export const NEAR_MILES = 20;
