import { EXPERTISE_TAGS, expertiseGroup } from '@alongside/domain/uk/taxonomy/expertise.js';
import { SUGGESTED_GOALS } from '@alongside/domain/uk/taxonomy/goals.js';
import { CAREER_STAGES, PHASES, proficiencyLevels, ROLES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import { wordsTypedFor } from '@alongside/domain/uk/taxonomy/spoken.js';
import type { Entry } from '@alongside/domain/uk/taxonomy/types.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import type { Option } from '../../ui/index.js';

const NATIONS: Readonly<Record<string, string>> = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
};

/** The lists of the taxonomy as the pickers show them: names, a few words beside them, and what else people type for them. */
const optionOf = (entry: Entry & { readonly synonyms?: readonly string[] }): Option => ({
  value: entry.id,
  label: entry.name,
  synonyms: wordsTypedFor(entry),
});
export const EXPERTISE_OPTIONS: readonly Option[] = EXPERTISE_TAGS.map((tag) => ({
  ...optionOf(tag),
  note: expertiseGroup(tag.group)?.name,
}));
const SUBJECT_OPTIONS: readonly Option[] = SUBJECTS.map(optionOf);
export const PHASE_OPTIONS: readonly Option[] = PHASES.map((entry) => ({
  ...optionOf(entry),
  note: [entry.years ?? `Ages ${entry.ages}`, entry.nation === 'england' ? '' : NATIONS[entry.nation]].filter(Boolean).join(', '),
}));
export const SETTING_OPTIONS: readonly Option[] = SETTINGS.map(optionOf);
export const ROLE_OPTIONS: readonly Option[] = ROLES.map(optionOf);

const LISTS = { phases: PHASE_OPTIONS, subjects: SUBJECT_OPTIONS, expertise: EXPERTISE_OPTIONS } as const;
const nationOf = new Map([...PHASES, ...SUBJECTS, ...EXPERTISE_TAGS].map(({ id, nation }) => [id, nation ?? 'uk']));
const inOrder = new Map<string, readonly Option[]>();

/** A list with what belongs to a nation first, then what belongs to all, then the others. The same list each time it is asked for. */
export function ownNationFirst(name: keyof typeof LISTS, nation: Nation = 'england'): readonly Option[] {
  const key = `${name} ${nation}`;
  const place = ({ value }: Option) => (nationOf.get(value) === nation ? 0 : nationOf.get(value) === 'uk' ? 1 : 2);
  const options = inOrder.get(key) ?? [...LISTS[name]].sort((a, b) => place(a) - place(b));
  inOrder.set(key, options);
  return options;
}
/** Career stages of those whom a mentor would like to help. */
export const MENTEE_STAGE_OPTIONS: readonly Option[] = CAREER_STAGES.map(optionOf);
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
