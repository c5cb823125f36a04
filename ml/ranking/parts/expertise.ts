import type { Mentor } from '../../features/candidate.js';
import { eachOf, offersMany, USUAL } from '../breadth.js';
import { NOTHING, UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { RankedAim, Seeker } from '../seeker.js';
import { counted, ordinal, sayExpertise } from '../words.js';

const TOP_LEVEL = 5;

/**
 * How much a level helps an aim: most one or two levels beyond the target, some at the target, and below it only while the mentee is lower.
 */
export function gapScore(level: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const gap = level - to;
  if (gap >= 4) return 0.65;
  if (gap === 3) return 0.85;
  if (gap >= 1) return 1;
  if (gap === 0) return to === TOP_LEVEL ? 0.9 : 0.6;
  return level > from ? 0.3 : 0;
}

/** The aim that a mentor helps with best, and how well. */
interface Help {
  readonly aim: RankedAim;
  readonly level: number;
  readonly score: number;
}

/** Absent where the mentor helps with none. */
export function bestHelp({ aims }: Seeker, { expertise }: Mentor): Help | undefined {
  let best: Help | undefined;
  for (const { tag, level } of expertise) {
    const aim = aims.get(tag);
    if (!aim) continue;
    const score = aim.weight * gapScore(level, aim);
    if (score > (best?.score ?? 0)) best = { aim, level, score };
  }
  return best;
}

/** The help that is worth saying: with the first aim where it reaches it, for that is what a mentee looks for; else the best. */
export function helpToSay(seeker: Seeker, mentor: Mentor): Help | undefined {
  const first = seeker.mentee.aims[0];
  const aim = first && seeker.aims.get(first.tag);
  const level = aim && mentor.expertise.find(({ tag }) => tag === aim.tag)?.level;
  if (aim && level !== undefined && level >= aim.to) return { aim, level, score: aim.weight * gapScore(level, aim) };
  return bestHelp(seeker, mentor);
}

function howFar({ aim, level }: Help): { readonly clause: string; readonly good: boolean } {
  const gap = level - aim.to;
  if (gap > 2) return { clause: 'well above', good: true };
  if (gap > 0) return { clause: `${counted(gap, 'level')} above`, good: true };
  return gap === 0 ? { clause: 'at', good: true } : { clause: 'below', good: false };
}

function say(seeker: Seeker, mentor: Mentor): Said {
  const { mentee } = seeker;
  if (mentee.aims.length === 0) {
    const text = `If you add your focus areas, we can tell you who can help.`;
    return { mentee: [{ about: 'expertise', kind: 'what-if', text }], mentor: [] };
  }
  const help = helpToSay(seeker, mentor);
  const many = offersMany(mentor.expertise.length)
    ? [against(`${mentor.givenName} offers ${mentor.expertise.length} areas of expertise, so we count each one for less.`)]
    : [];
  if (!help) return { ...NOTHING, mentee: [against(`${mentor.givenName} does not offer any of your focus areas.`)] };
  const what = sayExpertise(help.aim.tag);
  const aim = `${ordinal(help.aim.index)} focus area`;
  const { clause, good } = howFar(help);
  if (!good)
    return { mentee: [against(`${mentor.givenName} can help with ${what}, your ${aim}, but is ${clause} your target level.`)], mentor: [] };
  return {
    mentee: [reason(`${mentor.givenName} offers ${what}, your ${aim}, and is ${clause} your target level.`), ...many],
    mentor: [reason(`${mentee.givenName} wants to work on ${what}, which you offer. You are ${clause} their target level.`)],
  };
}

const reason = (text: string): Remark => ({ about: 'expertise', kind: 'for', text });
const against = (text: string): Remark => ({ about: 'expertise', kind: 'against', text });

function score(seeker: Seeker, mentor: Mentor): number {
  if (seeker.aims.size === 0) return UNKNOWN;
  return (bestHelp(seeker, mentor)?.score ?? 0) * eachOf(mentor.expertise.length, USUAL.expertise);
}

/** Expertise and gap: how well what the mentor can do suits where the mentee is going, on the aim that it suits best. */
export const expertisePart: Part = { id: 'expertise', score, say };
