import type { Character } from '../cast.js';
import type { Stage } from '../stage.js';

/** So many who look for a mentor let mentors see what they want to work on, so that a mentor finds some whom they could help. */
const OPEN_PEOPLE = 6;

/** Some who look for a mentor choose to be open to offers, and want what this one can help with. Without chance: all else stays as it is. */
export function openToOffers(stage: Stage, looking: readonly Character[], mentor: Character | undefined): void {
  const fit = looking.filter(({ aims }) => aims.some((aim) => mentor?.strengths.includes(aim)));
  for (const { id: person } of fit.slice(0, OPEN_PEOPLE)) stage.give(person, 'SetOpenToOffers', { person, open: true });
}
