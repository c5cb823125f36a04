import { sayApart, type ToldApart } from '@alongside/domain/imports/told-apart.js';
import { sameAs, type Choices } from './choices.js';
import type { ImportPreview } from './import-answers.js';
import type { LoadPart } from './steps.js';

export type Compared = Extract<ImportPreview, { kind: 'staff' }>['comparison'];

export interface Chosen {
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
  readonly onLoad: LoadPart;
}

/** Whether the file has a new address of a member, as was chosen: they have not left. */
export const isSame = (person: string, who: Choices['who']): boolean => [...who.values()].includes(sameAs(person));
export const withoutSame = (leave: Choices['leave'], who: Choices['who']) => new Set([...leave].filter((person) => !isSame(person, who)));

/** What sets a member apart first, so that two of one name are not mixed up; then why, or since when. */
export const withApart = (one: ToldApart, said: string): string => [sayApart(one), said].filter(Boolean).join(' · ');
