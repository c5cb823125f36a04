import { CAREER_STAGES, ROLES } from './people.data.js';
import { PHASES, SETTINGS } from './places.data.js';
import type { CareerStage, CommunicationItem, Entry, Phase, ProficiencyLevel, Role } from './types.js';
import { COMMUNICATION_ITEMS, PROFICIENCY_LEVELS } from './ways-of-working.data.js';

export { CAREER_STAGES, PHASES, ROLES, SETTINGS };

/** The five levels, lowest first. */
export const proficiencyLevels: readonly ProficiencyLevel[] = PROFICIENCY_LEVELS;
/** The eight questions on ways of working. */
export const communicationItems: readonly CommunicationItem[] = COMMUNICATION_ITEMS;

const byId = <T extends { readonly id: string }>(entries: readonly T[]) => {
  const found = new Map(entries.map((entry) => [entry.id, entry]));
  return (id: string): T | undefined => found.get(id);
};

/** Each finds the entry with an id; absent where there is none. */
export const phase: (id: string) => Phase | undefined = byId(PHASES);
export const setting: (id: string) => Entry | undefined = byId(SETTINGS);
export const careerStage: (id: string) => CareerStage | undefined = byId(CAREER_STAGES);
export const role: (id: string) => Role | undefined = byId(ROLES);
export const communicationItem: (id: string) => CommunicationItem | undefined = byId(COMMUNICATION_ITEMS);

/** The level from 1 to 5; absent for any other number. */
export const proficiencyLevel = (level: number): ProficiencyLevel | undefined => PROFICIENCY_LEVELS[level - 1];
