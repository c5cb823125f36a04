import { expertiseName } from '@alongside/domain/uk/taxonomy/expertise.js';
import { careerStage, phase, setting } from '@alongside/domain/uk/taxonomy/lists.js';
import { subjectName } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { DirectoryFacet } from '@alongside/search/directory.js';

/** What a value of a facet is called. */
export function facetLabel(facet: DirectoryFacet, value: string, institutionName: (id: string) => string | undefined): string {
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
    case 'area':
      return value;
  }
}
