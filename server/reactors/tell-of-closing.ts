import type { InstitutionId, PersonId } from '@alongside/domain/kernel/brand.js';
import { hasAnswered } from '@alongside/projections/facts/closed-school.js';
import { welcomeOf } from '@alongside/projections/facts/welcome.js';
import type { DueClosingLetters } from '@alongside/projections/views/due.view.js';
import type { HubReader } from '@alongside/projections/views/index.js';
import { commandIdFrom } from '../commands/derived-ids.js';
import type { FollowUp } from './reactor.js';

/** How many one act tells: a process that is killed among their emails may send those before once more when it is back. */
export const TOLD_AT_ONCE_PEOPLE = 20;

/** Members of a closed school who are asked where they are now. Their first email of all is an invitation, so those without one get none. */
const toTell = (institution: InstitutionId, look: HubReader): readonly PersonId[] =>
  look
    .rows('asked-where', { institution })
    .map(({ person }) => person)
    .filter((person) => !hasAnswered(institution, person, look))
    .filter((person) => look.row('profile', person)?.email && welcomeOf(person, look) !== 'none')
    .sort();

/** The emails of the morning after: one act a strike, so that an act that fails is given again before the last one ends it. */
export function tellOfClosing({ institution, closing, told }: DueClosingLetters, look: HubReader): readonly FollowUp[] {
  const before = new Set(told);
  const left = toTell(institution, look).filter((person) => !before.has(person));
  const people = left.slice(0, TOLD_AT_ONCE_PEOPLE);
  const goesOn = left.length > people.length;
  return [
    {
      commandId: commandIdFrom('tell-of-closing', closing, goesOn ? 'more' : 'last', ...people),
      type: 'TellOfClosing',
      data: { institution, people, ...(goesOn && { goesOn }) },
    },
  ];
}
