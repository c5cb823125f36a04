/** How many areas of expertise, phases, subjects and so on a person can mean in earnest. */
export const USUAL = { expertise: 6, phase: 3, subject: 3, setting: 2, stage: 5 } as const;

const MANY_AREAS = 10;

/** How much each thing counts of so many offered, 0 to 1: real mentees pass over mentors who tick everything (decision 0072). */
export const eachOf = (offered: number, usual: number): number => (offered <= usual ? 1 : Math.sqrt(usual / offered));

/** So many that it is worth a sentence. */
export const offersMany = (areas: number): boolean => areas >= MANY_AREAS;
