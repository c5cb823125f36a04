import type { Mentor } from '../../features/candidate.js';
import { UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { Seeker } from '../seeker.js';
import { list, saySetting, sayStage, saySubject, sayWork } from '../words.js';

/** So usual that having it in common is not worth a sentence. */
const MAINSTREAM = 'set-mainstream';
const COUNTS = { phase: 0.35, subject: 0.35, setting: 0.1, stage: 0.2 };

const anyOf = (wanted: ReadonlySet<string>, offered: readonly string[]): boolean => {
  for (const id of offered) if (wanted.has(id)) return true;
  return false;
};

function score({ phases, subjects, settings, mentee }: Seeker, mentor: Mentor): number {
  let sum = 0;
  let most = 0;
  const add = (counts: number, fits: boolean) => {
    sum += fits ? counts : 0;
    most += counts;
  };
  if (phases.size > 0 && mentor.phases.length > 0) add(COUNTS.phase, anyOf(phases, mentor.phases));
  if (subjects.size > 0 && mentor.subjects.length > 0) add(COUNTS.subject, anyOf(subjects, mentor.subjects));
  if (settings.size > 0 && mentor.settings.length > 0) add(COUNTS.setting, anyOf(settings, mentor.settings));
  if (mentee.careerStage !== null && mentor.helps.length > 0) add(COUNTS.stage, mentor.helps.includes(mentee.careerStage));
  return most === 0 ? UNKNOWN : sum / most;
}

function say({ phases, subjects, settings, mentee }: Seeker, mentor: Mentor): Said {
  const shared = (wanted: ReadonlySet<string>, offered: readonly string[]) => offered.filter((id) => wanted.has(id));
  const work = sayWork(shared(subjects, mentor.subjects), shared(phases, mentor.phases));
  const known = list(
    shared(settings, mentor.settings)
      .filter((id) => id !== MAINSTREAM)
      .map(saySetting),
  );
  const both: readonly Remark[] = [
    ...(work ? [remark('for', `You both ${work}.`)] : []),
    ...(known === '' ? [] : [remark('for', `You both know this kind of setting: ${known}.`)]),
  ];
  const apart = subjects.size > 0 && mentor.subjects.length > 0 && !anyOf(subjects, mentor.subjects);
  const stage = mentee.careerStage;
  const wished = stage !== null && mentor.helps.includes(stage) ? sayStage(stage) : null;
  return {
    mentee: [
      ...both,
      ...(wished ? [remark('for', `${mentor.givenName} would like to help people at your career stage: ${wished}.`)] : []),
      ...(apart
        ? [remark('against', `${mentor.givenName} teaches ${list(mentor.subjects.slice(0, 2).map(saySubject))}, not your subject.`)]
        : []),
    ],
    mentor: [
      ...both,
      ...(wished ? [remark('for', `${mentee.givenName} is at a career stage you would like to help: ${wished}.`)] : []),
      ...(apart
        ? [remark('against', `${mentee.givenName} teaches ${list([...subjects].slice(0, 2).map(saySubject))}, not your subject.`)]
        : []),
    ],
  };
}

const remark = (kind: Remark['kind'], text: string): Remark => ({ about: 'context', kind, text });

/** Context: phase, subject, setting and career stage, each only where both sides have said theirs. */
export const contextPart: Part = { id: 'context', score, say };
