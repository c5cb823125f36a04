import type { Compared } from './compared.js';
import { PART_IDS, type PartId, type Remark } from './part.js';
import type { PartScore, Scored, Told } from './suggestion.js';
import { bySpeaking } from './choose.js';

const KINDS = ['for', 'against', 'what-if'];
const kindOrder = ({ kind }: Remark): number => KINDS.indexOf(kind);
/** Reservations stand in the order in which a teacher asks: does this person know my phase, my subject, what I want to learn? */
const LOOKED_AT: readonly Remark['about'][] = ['context', 'expertise', 'goals', 'proximity', 'availability', 'ways-of-working'];
const lookedAt = ({ about }: Remark): number => (LOOKED_AT.includes(about) ? LOOKED_AT.indexOf(about) : LOOKED_AT.length);

/** Remarks as a letter says them: what speaks for the two most comes first. Of a part that counts for nothing, nothing is said. */
export function remarksInOrder(remarks: readonly Remark[], parts: readonly PartScore[]): readonly Remark[] {
  const order = new Map<Remark['about'], number>(bySpeaking(parts).map(({ part }, index) => [part, index]));
  const by = ({ about }: Remark) => order.get(about) ?? PART_IDS.length;
  const counts = (about: Remark['about']) => parts.find(({ part }) => part === (about as PartId))?.weight !== 0;
  return remarks
    .filter(({ about }) => counts(about))
    .toSorted((a, b) => kindOrder(a) - kindOrder(b) || (a.kind === 'against' ? lookedAt(a) - lookedAt(b) : by(a) - by(b)));
}

/** What a suggestion may begin with, best first: what the mentor does for the mentee’s focus areas, what they were chosen for, what else speaks for them. */
function leadsOf({ aim }: Pick<Compared, 'aim'>, because: Scored['because'], forMentee: readonly Remark[]): readonly Remark[] {
  const speaking = forMentee.filter(({ kind, about }) => kind === 'for' && about !== 'reply' && about !== 'places');
  return [
    ...(aim !== null ? speaking.filter(({ about }) => about === 'expertise') : []),
    ...speaking.filter(({ about }) => about === because),
    ...speaking,
  ];
}

/** Gives each its reasons in order and its lead, no two the same sentence. */
export function told<One extends Pick<Compared, 'aim'>>(
  chosen: readonly { readonly compared: One; readonly scored: Scored; readonly remarks: readonly Remark[] }[],
): readonly (Told & { readonly compared: One })[] {
  const said = new Set<string>();
  return chosen.map(({ compared, scored, remarks }) => {
    const forMentee = remarksInOrder(remarks, scored.parts);
    const lead = leadsOf(compared, scored.because, forMentee).find(({ text }) => !said.has(text)) ?? null;
    if (lead) said.add(lead.text);
    return { ...scored, compared, forMentee, lead };
  });
}
