import type { ViewRows } from '../../replica/index.js';

/** Who can read a reflection. */
export type Readers = ViewRows['reflection']['sharedWith'];

/** The three choices, from the narrowest to the widest. */
export const READERS: readonly { readonly value: Readers; readonly label: string }[] = [
  { value: 'nobody', label: 'Only me' },
  { value: 'pair', label: 'The two of us' },
  { value: 'published', label: 'Everyone where I work' },
];

/** Who can read it, in a sentence. `other`: the other half of its mentorship, where it belongs to one. */
export function readersOf(readers: Readers, other: string | undefined): string {
  switch (readers) {
    case 'nobody':
      return 'Only you can read this.';
    case 'pair':
      return `You and ${other ?? 'the other half of the pair'} can read this.`;
    case 'published':
      return 'Everyone at your institutions can read this.';
  }
}
