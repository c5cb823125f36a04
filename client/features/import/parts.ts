import type { ImportPreview } from './import-answers.js';
import type { PartName } from './steps.js';

/** A page of a part of a comparison, as the hub sends it. */
export interface PartPage {
  readonly total: number;
  readonly of: readonly object[];
}

/** The register’s own changes stand under the name of those of a staff list. */
const keyIn = (part: PartName): string => (part === 'schools' ? 'changes' : part);
const partsIn = (preview: ImportPreview): Readonly<Record<string, PartPage | undefined>> => ({
  ...(preview.kind === 'staff' ? preview.comparison : preview.register),
});

/** A part of the comparison as far as it is here. */
export const partOf = (preview: ImportPreview, part: PartName): PartPage | undefined => partsIn(preview)[keyIn(part)];

/** A preview with more of a part, each of it once. */
export function withMore(preview: ImportPreview, part: PartName, more: readonly object[]): ImportPreview {
  const before = partOf(preview, part);
  if (!before) return preview;
  const all = new Map([...before.of, ...more].map((one) => [JSON.stringify(one), one] as const));
  const parts = { ...partsIn(preview), [keyIn(part)]: { total: before.total, of: [...all.values()] } };
  // The hub sends parts of the kind of the list alone under these names.
  return { ...preview, ...(preview.kind === 'staff' ? { comparison: parts } : { register: parts }) } as ImportPreview;
}
