import { EXPERTISE_TAGS, expertiseGroup } from '@alongside/domain/uk/taxonomy/expertise.js';
import { SUGGESTED_GOALS } from '@alongside/domain/uk/taxonomy/goals.js';
import { CAREER_STAGES, PHASES, proficiencyLevels, ROLES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Option } from '../../ui/index.js';

const NATIONS: Readonly<Record<string, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** Each year of “Years 7 to 9” or “P2 to P7”, as people type it: nobody looks for a range. */
export function yearsIn(words: string): readonly string[] {
  const range = /(Years |P|S)(\d+) to (?:P|S)?(\d+)/.exec(words);
  if (!range) return [];
  const [, kind = '', first, last] = range;
  const name = kind === 'Years ' ? 'Year ' : kind;
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${name}${Number(first) + index}`);
}

/** The lists of the taxonomy as the pickers show them: names, a few words beside them, and what else people type for them. */
export const EXPERTISE_OPTIONS: readonly Option[] = EXPERTISE_TAGS.map(({ id, name, group, synonyms }) => ({
  value: id,
  label: name,
  note: expertiseGroup(group)?.name,
  synonyms,
}));
export const SUBJECT_OPTIONS: readonly Option[] = SUBJECTS.map(({ id, name, synonyms }) => ({ value: id, label: name, synonyms }));
export const PHASE_OPTIONS: readonly Option[] = PHASES.map(({ id, name, nation, years, ages }) => ({
  value: id,
  label: name,
  note: years ?? `Ages ${ages}`,
  synonyms: [NATIONS[nation] ?? '', ...yearsIn(years ?? '')],
}));
export const SETTING_OPTIONS: readonly Option[] = SETTINGS.map(({ id, name }) => ({ value: id, label: name }));
export const ROLE_OPTIONS: readonly Option[] = ROLES.map(({ id, name }) => ({ value: id, label: name }));
export const STAGE_OPTIONS: readonly { value: string; label: string }[] = CAREER_STAGES.map(({ id, name, nation }) => ({
  value: id,
  label: NATIONS[nation] && nation !== 'england' ? `${name} – ${NATIONS[nation]}` : name,
}));

/** The five levels as one says them of oneself. */
export const LEVEL_OPTIONS: readonly { value: string; label: string }[] = proficiencyLevels.map(({ level, name }) => ({
  value: String(level),
  label: `${level} · ${name}`,
}));

const STARTS_LIMIT = 5;

/** Areas that people at a career stage often begin with, none of those that are chosen already. */
export function oftenChosen(stage: string | undefined, chosen: readonly string[]): readonly string[] {
  const usual = SUGGESTED_GOALS.filter(({ stages }) => stage !== undefined && stages.includes(stage));
  const tags = (usual.length ? usual : SUGGESTED_GOALS).flatMap(({ expertise }) => expertise);
  return [...new Set(tags)].filter((tag) => !chosen.includes(tag)).slice(0, STARTS_LIMIT);
}
