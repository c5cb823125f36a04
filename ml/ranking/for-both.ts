import type { Mentee, Mentor } from '../features/candidate.js';
import type { Remark } from './part.js';
import { bestHelp } from './parts/expertise.js';
import { explain } from './rank.js';
import { seekerOf } from './seeker.js';
import { sayExpertise, sayStage } from './words.js';

/**
 * Reasons for a pair, the same for both, then what does not fit. Without levels: what people rate themselves at is shown to them
 * alone.
 */
export function whyBoth(mentee: Mentee, mentor: Mentor, reader: 'mentee' | 'mentor'): readonly Remark[] {
  const { forMentee, forMentor } = explain(mentee, mentor);
  const reads = (remarks: readonly Remark[]) => new Set(remarks.filter(({ kind }) => kind === 'for').map(({ text }) => text));
  const toBoth = reads(forMentor);
  const speaksFor = forMentee.filter(({ kind, text }) => kind === 'for' && toBoth.has(text));
  return [
    ...named(mentee, mentor, reader),
    ...speaksFor,
    ...toConsider(reader === 'mentee' ? [forMentee, forMentor] : [forMentor, forMentee]),
  ];
}

const isDoubt = ({ kind, about }: Remark): boolean => kind !== 'for' && about !== 'places' && about !== 'reply';

/** What does not fit, and what would help, as this reader reads it: only where the other reads of it too, so that neither learns what is said to one. */
function toConsider([own, others]: readonly [readonly Remark[], readonly Remark[]]): readonly Remark[] {
  const toOther = new Set(others.filter(isDoubt).map(({ about }) => about));
  return own.filter((remark) => isDoubt(remark) && toOther.has(remark.about));
}

function named(mentee: Mentee, mentor: Mentor, reader: 'mentee' | 'mentor'): readonly Remark[] {
  const help = bestHelp(seekerOf(mentee), mentor);
  const stage = mentee.careerStage;
  const offers = stage !== null && mentor.helps.includes(stage) ? sayStage(stage) : undefined;
  const aim = help && sayExpertise(help.aim.tag);
  const [wants, wishes, whose] =
    reader === 'mentee'
      ? ['You want', `${mentor.givenName} would like`, 'your']
      : [`${mentee.givenName} wants`, 'You would like', `${mentee.givenName}’s`];
  const helper = reader === 'mentee' ? mentor.givenName : 'you';
  return [
    ...(aim ? [said('expertise', `${wants} to work on ${aim}, and ${helper} can help with it.`)] : []),
    ...(offers ? [said('context', `${wishes} to help people at ${whose} career stage: ${offers}.`)] : []),
  ];
}

const said = (about: Remark['about'], text: string): Remark => ({ about, kind: 'for', text });
