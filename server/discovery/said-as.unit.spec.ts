import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import { understand } from '@alongside/domain/uk/taxonomy/understand.js';
import { facetLabel } from './facet-labels.js';
import { valuesSaid } from './said-as.js';

const said = (typed: string, kind: 'phase' | 'stage' | 'subject', nations: readonly Nation[], found: readonly string[] = []) =>
  valuesSaid(kind, understand(typed).understood[0]?.named[kind] ?? [], {
    labelOf: (facet, value) => facetLabel(facet, value, () => undefined),
    nations: new Set(nations),
    isFound: (_, value) => found.includes(value),
  }).map(({ label }) => label);

describe('what words were read as', () => {
  test.each([
    ['ks3', 'phase', ['england'], ['Key stage 3']],
    ['ks3', 'phase', ['england', 'northern-ireland'], ['Key stage 3', 'Key stages 3 and 4 (NI)']],
    ['NQT', 'stage', ['wales'], ['Newly qualified teacher (NQT)']],
    ['RE', 'subject', ['england'], ['Religious education']],
    ['stem', 'subject', ['england'], ['STEM subjects']],
  ] as const)('%s: %s where there are schools of %j', (typed, kind, nations, labels) => expect(said(typed, kind, nations)).toEqual(labels));

  test('what someone has is told, of whichever nation it is, and all of it where nothing is of this one', () => {
    expect(said('ks3', 'phase', ['england'], ['ph-ni-ks3-4'])).toEqual(['Key stage 3', 'Key stages 3 and 4 (NI)']);
    expect(said('ks3', 'phase', [])).toHaveLength(3);
    expect(said('PS4', 'phase', ['england'])).toHaveLength(1);
  });
});
