import { EXPERTISE_GROUPS } from './expertise-groups.data.js';
import { TEACHING_EXPERTISE } from './expertise-teaching.data.js';
import { WIDER_EXPERTISE } from './expertise-wider.data.js';
import type { ExpertiseGroup, ExpertiseTag } from './types.js';

export { EXPERTISE_GROUPS };

/** Every tag of expertise, in the order of their groups. */
export const EXPERTISE_TAGS: readonly ExpertiseTag[] = [...TEACHING_EXPERTISE, ...WIDER_EXPERTISE];

const tags = new Map(EXPERTISE_TAGS.map((tag) => [tag.id, tag]));
const groups = new Map(EXPERTISE_GROUPS.map((group) => [group.id, group]));

/** The tag with this id; absent where there is none. */
export const expertiseTag = (id: string): ExpertiseTag | undefined => tags.get(id);

/** The group with this id; absent where there is none. */
export const expertiseGroup = (id: string): ExpertiseGroup | undefined => groups.get(id);

/** The name of a tag, or the id itself where a newer list has dropped it. */
export const expertiseName = (id: string): string => tags.get(id)?.name ?? id;
