import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import { expertiseTag } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, phase } from '@alongside/domain/uk/taxonomy/lists.js';
import { subject, SUBJECT_AREAS, SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Written } from './written-filters.js';

/** What of a hub decides which readings are told. */
export interface Here {
  readonly labelOf: (facet: Written['facet'], value: string) => string;
  /** Of the schools of who asks; of all institutions where they have none. */
  readonly nations: ReadonlySet<Nation>;
  /** Whether some mentor who was found has a value. */
  readonly isFound: (facet: Written['facet'], value: string) => boolean;
}
export interface ValueSaid {
  readonly value: string;
  readonly label: string;
}

const SUBJECTS_BY_AREA = SUBJECT_AREAS.map((name) => ({
  name,
  ids: SUBJECTS.filter(({ group }) => group === name).map(({ id }) => id),
}));

/** What values of one kind are called: all the subjects of an area by its name; none of another nation that nobody here has, unless there are no others. */
export function valuesSaid(facet: Written['facet'], values: readonly string[], here: Here): readonly ValueSaid[] {
  const areas = facet === 'subject' ? SUBJECTS_BY_AREA.filter(({ ids }) => ids.every((id) => values.includes(id))) : [];
  const rest = withoutAreas(values);
  const own = rest.filter((value) => {
    const nation = nationOf(facet, value);
    return nation === undefined || here.nations.has(nation) || here.isFound(facet, value);
  });
  return [
    ...areas.map(({ name }) => ({ value: name, label: `${name} subjects` })),
    ...(own.length > 0 ? own : rest).map((value) => ({ value, label: here.labelOf(facet, value) })),
  ];
}

/** Subjects without those of areas that are there whole. */
export const withoutAreas = (ids: readonly string[]): readonly string[] => {
  const whole = SUBJECTS_BY_AREA.filter((area) => area.ids.every((id) => ids.includes(id)));
  return ids.filter((id) => !whole.some((area) => area.ids.includes(id)));
};

/** The one nation to which a value belongs. */
function nationOf(facet: Written['facet'], value: string): Nation | undefined {
  const where = { phase, subject, expertise: expertiseTag, stage: careerStage };
  const nation = facet in where ? where[facet as keyof typeof where](value)?.nation : undefined;
  return nation === 'uk' ? undefined : nation;
}
