import type { Remark } from './part.js';
import { helpToSay } from './parts/expertise.js';
import type { Mentor } from '../features/candidate.js';
import type { Seeker } from './seeker.js';
import type { Suggestion } from './suggestion.js';

/** What a suggestion may begin with, best first: what the mentor does for the first aim, what they were chosen for, what else speaks for them. */
function leadsOf(seeker: Seeker, mentor: Mentor, { because, forMentee }: Suggestion): readonly Remark[] {
  const speaking = forMentee.filter(({ kind, about }) => kind === 'for' && about !== 'reply' && about !== 'places');
  const isOfFirst = helpToSay(seeker, mentor)?.aim.index === 0;
  return [
    ...(isOfFirst ? speaking.filter(({ about }) => about === 'expertise') : []),
    ...speaking.filter(({ about }) => about === because),
    ...speaking,
  ];
}

/** Gives each its lead, no two the same sentence. */
export function withLeads(
  seeker: Seeker,
  chosen: readonly { readonly mentor: Mentor; readonly suggestion: Suggestion }[],
): readonly Suggestion[] {
  const said = new Set<string>();
  return chosen.map(({ mentor, suggestion }) => {
    const lead = leadsOf(seeker, mentor, suggestion).find(({ text }) => !said.has(text)) ?? null;
    if (lead) said.add(lead.text);
    return { ...suggestion, lead };
  });
}
