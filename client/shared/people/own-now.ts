import { unanswered, type ViewRows } from '../../replica/index.js';

/** One's own profile as it is held, with what was sent last of it and is not answered yet: the next form must not take that back. */
export function ownNow(own: ViewRows['profile']): ViewRows['profile'] {
  const named = unanswered('RenamePerson');
  const described = unanswered('DescribeProfile');
  return {
    ...own,
    ...(named?.person === own.person && { name: named.name, names: named.names ?? {} }),
    ...(described && { profile: plain(described.profile) }),
  };
}

type Profile = NonNullable<ViewRows['profile']['profile']>;
type Described = NonNullable<ReturnType<typeof unanswered<'DescribeProfile'>>>['profile'];

const plain = (said: Described): Profile => ({
  ...said,
  phases: [...said.phases],
  subjects: [...said.subjects],
  settings: [...said.settings],
  roles: [...said.roles],
});
