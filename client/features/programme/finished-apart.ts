import { isOver } from '@alongside/domain/mentorships/states.js';
import type { PairingRow } from '@alongside/projections/views/pairing.view.js';
import type { ProgrammeFigures } from '../../shared/programme/figures.js';

/** Why the list has another number of finished pairs than the figures; undefined where both have the same. */
export function finishedApart(pairs: readonly Pick<PairingRow, 'status'>[], figures: ProgrammeFigures): string | undefined {
  const counted = (figures.pairsCompleted ?? 0) + (figures.pairsEndedEarly ?? 0);
  const listed = pairs.filter(isOver).length;
  if (counted === listed) return undefined;
  const say = (number: number) => number.toLocaleString('en-GB');
  return `The list has ${say(listed)} finished ${listed === 1 ? 'pair' : 'pairs'}, of people who are members now. The figures count ${say(counted)}. They include people who have left, and leave out pairs from before people joined.`;
}
