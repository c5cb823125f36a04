import type { Meeting } from '../pair/pair.js';

/** “In person, Room 12”, “Online”. */
export const whereOf = ({ format, place }: Pick<Meeting, 'format' | 'place'>): string =>
  [format === 'online' ? 'Online' : 'In person', place].filter(Boolean).join(', ');
