import type { Nation } from '../../institutions/institution.events.js';

/** One of the four nations, or all of them. */
export type Where = Nation | 'uk';

/** An entry of a list: an id that never changes and the name people read. */
export interface Entry {
  readonly id: string;
  readonly name: string;
}

export interface ExpertiseGroup extends Entry {
  readonly definition: string;
}

/** Something people can be good at, and learn. `statements` are framework entries that it serves. */
export interface ExpertiseTag extends Entry {
  readonly group: string;
  /** Only where the entry belongs to one nation. */
  readonly nation?: Where;
  readonly statements: readonly string[];
  readonly synonyms?: readonly string[];
}

export interface Subject extends Entry {
  readonly group: string;
  /** Only where the subject belongs to one nation. */
  readonly nation?: Where;
  readonly source: 'dfe-teaching-vacancies' | 'dfe-teaching-vacancies-fe' | 'dfe-register-trainee-teachers' | 'added-by-us';
  readonly synonyms?: readonly string[];
}

export interface Phase extends Entry {
  readonly nation: Where;
  readonly ages: string;
  readonly years?: string;
}

export interface CareerStage extends Entry {
  readonly nation: Where;
  readonly note?: string;
  /** Its place in the list; later is not always further. */
  readonly order: number;
}

export interface Role extends Entry {
  readonly family: string;
}

export interface ProficiencyLevel extends Entry {
  readonly level: number;
  readonly self: string;
  readonly seen: string;
}

/** A slider from 1, wholly `left`, to 5, wholly `right`. */
export interface CommunicationItem {
  readonly id: string;
  readonly left: string;
  readonly right: string;
}

/** A goal to start from. */
export interface SuggestedGoal {
  readonly id: string;
  readonly title: string;
  readonly nation: Where;
  readonly statements: readonly string[];
  readonly stages: readonly string[];
  readonly expertise: readonly string[];
  readonly success: string;
}
