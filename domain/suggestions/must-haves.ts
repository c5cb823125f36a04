/** What a mentee may insist on: a mentor who does not meet it is not suggested. In the order in which the screen asks. */
export const MUST_HAVES = ['other-school', 'same-trust', 'near', 'online'] as const;
export type MustHave = (typeof MUST_HAVES)[number];

/** What a text such as `near,online` names, each once, in one order; the address of the screen and of its question are read so. */
export function mustHavesIn(text: unknown): readonly MustHave[] {
  const named = typeof text === 'string' ? text.split(',') : [];
  return MUST_HAVES.filter((one) => named.includes(one));
}

/** `near`: as the crow flies between the nearest of their workplaces. */
export const NEAR_MILES = 20;
