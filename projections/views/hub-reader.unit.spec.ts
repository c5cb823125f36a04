import type { HubReader } from './index.js';

/** What does not compile here is what this spec holds: `npm run types` reads it. */
function misread(look: HubReader): void {
  look.row('person', 'asha')?.called.trim();
  // @ts-expect-error no view has this name
  look.row('persons', 'asha');
  // @ts-expect-error a person has no such field
  void look.row('person', 'asha')?.nickname;
  look.rows('person', { institutions: 'oakfield' });
  // @ts-expect-error names are not indexed: this would look through every row
  look.rows('person', { called: 'Asha' });
}

test('a misspelt view, field or index does not compile', () => {
  expect(misread).toBeInstanceOf(Function);
});
