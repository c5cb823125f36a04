import type { Mentee, Mentor } from '../features/candidate.js';
import type { Remark } from './part.js';
import { bestHelp } from './parts/expertise.js';
import { explain } from './rank.js';
import { seekerOf } from './seeker.js';
import { sayExpertise, sayStage } from './words.js';

/**
 * Why these two, in one wording that both read: what speaks for the pair, with both named where “you” would mean only one of them. Levels are
 * left out: what one rates themself at is said to them alone.
 */
export function whyBoth(mentee: Mentee, mentor: Mentor): readonly Remark[] {
  const { forMentee, forMentor } = explain(mentee, mentor);
  const reads = (remarks: readonly Remark[]) => new Set(remarks.filter(({ kind }) => kind === 'for').map(({ text }) => text));
  const toBoth = reads(forMentor);
  return [...named(mentee, mentor), ...forMentee.filter(({ kind, text }) => kind === 'for' && toBoth.has(text))];
}

function named(mentee: Mentee, mentor: Mentor): readonly Remark[] {
  const help = bestHelp(seekerOf(mentee), mentor);
  const stage = mentee.careerStage;
  return [
    ...(help
      ? [said('expertise', `${mentee.givenName} wants to work on ${sayExpertise(help.aim.tag)}, and ${mentor.givenName} can help with it.`)]
      : []),
    ...(stage !== null && mentor.helps.includes(stage)
      ? [said('context', `${mentor.givenName} would like to help people at ${mentee.givenName}’s career stage: ${sayStage(stage)}.`)]
      : []),
  ];
}

const said = (about: Remark['about'], text: string): Remark => ({ about, kind: 'for', text });
