import type { Mentor } from '../../features/candidate.js';
import { communicationItem } from '@alongside/domain/uk/taxonomy/lists.js';
import { UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { Seeker } from '../seeker.js';
import { within } from '../words.js';

/** Fewer answers in common say nothing about two people. */
const LEAST_IN_COMMON = 3;
const WIDEST = 4;
const MIDDLE = 3;

/** A question that both answered, and how far apart. */
interface Common {
  readonly item: string;
  readonly mine: number;
  readonly theirs: number;
}

function inCommon({ mentee }: Seeker, { preferences }: Mentor): readonly Common[] {
  const common: Common[] = [];
  for (const item in mentee.preferences) {
    const mine = mentee.preferences[item];
    const theirs = preferences[item];
    if (mine !== undefined && theirs !== undefined) common.push({ item, mine, theirs });
  }
  return common;
}

function score(seeker: Seeker, mentor: Mentor): number {
  const common = inCommon(seeker, mentor);
  if (common.length < LEAST_IN_COMMON) return UNKNOWN;
  let apart = 0;
  for (const { mine, theirs } of common) apart += Math.abs(mine - theirs);
  return 1 - apart / common.length / WIDEST;
}

function say(seeker: Seeker, mentor: Mentor): Said {
  const common = inCommon(seeker, mentor);
  if (common.length < LEAST_IN_COMMON) return { mentee: [], mentor: [] };
  const alike = common.find(({ mine, theirs }) => Math.abs(mine - theirs) <= 1 && mine !== MIDDLE && theirs !== MIDDLE);
  const apart = common.find(({ mine, theirs }) => Math.abs(mine - theirs) === WIDEST);
  const both = alike ? [remark('for', `You both say: “${saying(alike.item, alike.mine)}”.`)] : [];
  const differ = (name: string, item: string, theirs: number, yours: number) =>
    remark(
      'against',
      `${name} says “${saying(item, theirs)}”, and you say “${saying(item, yours)}”. You could talk about this when you first meet.`,
    );
  return {
    mentee: [...both, ...(apart ? [differ(mentor.givenName, apart.item, apart.theirs, apart.mine)] : [])],
    mentor: [...both, ...(apart ? [differ(seeker.mentee.givenName, apart.item, apart.mine, apart.theirs)] : [])],
  };
}

const saying = (item: string, level: number): string => {
  const question = communicationItem(item);
  const end = level < MIDDLE ? question?.left : question?.right;
  return end === undefined || end.startsWith('I ') ? (end ?? item) : within(end);
};
const remark = (kind: Remark['kind'], text: string): Remark => ({ about: 'ways-of-working', kind, text });

/** Ways of working: our own questions, not a test, and of little weight. Alike is easier; different is something to talk about. */
export const waysOfWorkingPart: Part = { id: 'ways-of-working', score, say };
