import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import { session, type ViewRows } from '../../replica/index.js';

/** Who can read a reflection. */
export type Readers = ViewRows['reflection']['sharedWith'];

/** The three choices, from the narrowest to the widest. */
export const READERS: readonly { readonly value: Readers; readonly label: string }[] = [
  { value: 'nobody', label: 'Only you' },
  { value: 'pair', label: 'You and your mentor or mentee' },
  { value: 'published', label: 'Everyone at your school or trust' },
];

/** Whether there is anyone to publish to: a school or trust that the author belongs to. */
const hasColleagues = (): boolean => (session()?.memberships ?? []).some(({ institution }) => institution !== HUB_INSTITUTION);

/** The choices that mean something here: the pair where there is one, everyone where there is a school or trust. One that is chosen stays. */
export const readersFor = (paired: boolean, chosen?: Readers): typeof READERS =>
  READERS.filter(({ value }) => value === chosen || ((value !== 'pair' || paired) && (value !== 'published' || hasColleagues())));

/** Who can read it, in a sentence. `other`: the other half of its mentorship, where it belongs to one. */
export function readersOf(readers: Readers, other: string | undefined): string {
  switch (readers) {
    case 'nobody':
      return 'Only you can see this.';
    case 'pair':
      return `Only you and ${other || 'your mentor or mentee'} can see this.`;
    case 'published':
      return 'Everyone at your school or trust can see this.';
  }
}
