import { KINDS_NAMED, understand } from '@alongside/domain/uk/taxonomy/understand.js';
import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, phase, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Written } from './written-filters.js';

/** What a value of a facet, or of another filter that was typed, is called. */
export function facetLabel(facet: Written['facet'], value: string, institutionName: (id: string) => string | undefined): string {
  switch (facet) {
    case 'phase':
      return phase(value)?.name ?? value;
    case 'subject':
      return subjectName(value);
    case 'expertise':
      return expertiseName(value);
    case 'setting':
      return setting(value)?.name ?? value;
    case 'stage':
      return careerStage(value)?.name ?? value;
    case 'trust':
      return institutionName(value) ?? value;
    case 'format':
      return value === 'online' ? 'Online' : 'In person';
    case 'weekday':
      return `${value.charAt(0).toUpperCase()}${value.slice(1)}s`;
    case 'free':
      return value === 'yes' ? 'Has space' : 'Full or not taking requests';
    case 'name':
      return `“${value}” in the name`;
    case 'job':
      return `“${value}” in the job title`;
    case 'school':
      return `At “${value}”`;
    case 'words': {
      const { understood, rest } = understand(value);
      const named = understood.length === 1 && rest === '' ? understood[0]?.named : undefined;
      const kinds = KINDS_NAMED.flatMap((kind) => {
        const [first] = named?.[kind] ?? [];
        return first === undefined ? [] : [facetLabel(kind, first, institutionName)];
      });
      // What means things of several kinds is said as it was typed.
      return kinds.length === 1 ? (kinds[0] ?? value) : `“${value}”`;
    }
    case 'area':
      return value;
  }
}
