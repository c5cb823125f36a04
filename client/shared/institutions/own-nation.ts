import type { Accessor } from 'solid-js';
import { HUB_INSTITUTION } from '@alongside/domain/policies/actor.js';
import type { Nation } from '@alongside/domain/institutions/institution.events.js';
import { createView, session } from '../../replica/index.js';

/** The nation of the first school that the reader belongs to; undefined until it is read, and for members of none. */
export function createOwnNation(): Accessor<Nation | undefined> {
  const own = () => session()?.memberships.find(({ institution }) => institution !== HUB_INSTITUTION)?.institution;
  const row = createView('institution', own);
  return () => row()?.details.nation;
}
