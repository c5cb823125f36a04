import type { Mentor } from '../../features/candidate.js';
import { eachOf, USUAL } from '../breadth.js';
import { UNKNOWN, type Part, type Remark, type Said } from '../part.js';
import type { Seeker } from '../seeker.js';
import { list, sayPhase, saySetting, sayStage, saySubject, sayWork } from '../words.js';

/** So usual that having it in common is not worth a sentence. */
const MAINSTREAM = 'set-mainstream';
export const COUNTS = { phase: 0.35, subject: 0.35, setting: 0.1, stage: 0.2 };

/** One of many offered says less; one of everything says nothing of this mentee. */
export const sharing = (offered: number, usual: number): number => UNKNOWN + (1 - UNKNOWN) * eachOf(offered, usual);

const anyOf = (wanted: ReadonlySet<string>, offered: readonly string[]): boolean => {
  for (const id of offered) if (wanted.has(id)) return true;
  return false;
};

function score({ phases, subjects, settings, mentee }: Seeker, mentor: Mentor): number {
  let sum = 0;
  let most = 0;
  const add = (part: keyof typeof COUNTS, fits: boolean, offered: readonly string[]) => {
    sum += fits ? COUNTS[part] * sharing(offered.length, USUAL[part]) : 0;
    most += COUNTS[part];
  };
  if (phases.size > 0 && mentor.phases.length > 0) add('phase', anyOf(phases, mentor.phases), mentor.phases);
  if (subjects.size > 0 && mentor.subjects.length > 0) add('subject', anyOf(subjects, mentor.subjects), mentor.subjects);
  if (settings.size > 0 && mentor.settings.length > 0) add('setting', anyOf(settings, mentor.settings), mentor.settings);
  if (mentee.careerStage !== null && mentor.helps.length > 0) add('stage', mentor.helps.includes(mentee.careerStage), mentor.helps);
  return most === 0 ? UNKNOWN : sum / most;
}

/** In what a teacher looks at first two people differ, as far as both have said it. */
export const apartIn = ({ phases, subjects, mentee }: Pick<Seeker, 'phases' | 'subjects' | 'mentee'>, mentor: Mentor) => ({
  phase: phases.size > 0 && mentor.phases.length > 0 && !anyOf(phases, mentor.phases),
  subject: subjects.size > 0 && mentor.subjects.length > 0 && !anyOf(subjects, mentor.subjects),
  stage: mentee.careerStage !== null && mentor.helps.length > 0 && !mentor.helps.includes(mentee.careerStage),
});

/** The first two, for a sentence. */
export const sayPhases = (ids: readonly string[]): string => list(ids.slice(0, 2).map(sayPhase));
export const saySubjects = (ids: readonly string[]): string => list(ids.slice(0, 2).map(saySubject));

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
  const apart = apartIn({ phases, subjects, mentee }, mentor);
  const stage = mentee.careerStage;
  const wished = stage !== null && mentor.helps.includes(stage) ? sayStage(stage) : null;
  return {
    mentee: [
      ...both,
      ...(wished ? [remark('for', `${mentor.givenName} would like to help people at your career stage: ${wished}.`)] : []),
      ...(apart.phase ? [remark('against', `${mentor.givenName} works in ${sayPhases(mentor.phases)}, not your phase.`)] : []),
      ...(apart.stage ? [remark('against', `${mentor.givenName} would like to help people at other career stages, not yours.`)] : []),
      ...(apart.subject ? [remark('against', `${mentor.givenName} teaches ${saySubjects(mentor.subjects)}, not your subject.`)] : []),
    ],
    mentor: [
      ...both,
      ...(wished ? [remark('for', `${mentee.givenName} is at a career stage you would like to help: ${wished}.`)] : []),
      ...(apart.phase ? [remark('against', `${mentee.givenName} works in ${sayPhases([...phases])}, not your phase.`)] : []),
      ...(apart.stage ? [remark('against', `${mentee.givenName} is not at one of the career stages you would like to help.`)] : []),
      ...(apart.subject ? [remark('against', `${mentee.givenName} teaches ${saySubjects([...subjects])}, not your subject.`)] : []),
    ],
  };
}

const remark = (kind: Remark['kind'], text: string): Remark => ({ about: 'context', kind, text });

/** Context: phase, subject, setting and career stage, each only where both sides have said theirs. */
export const contextPart: Part = { id: 'context', score, say };
