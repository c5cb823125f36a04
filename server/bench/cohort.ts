import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import { assign } from '@alongside/ml/assignment/assign.js';
import { cohortProblem } from '../assignment/cohort/cohort-problem.js';
import { readCohort } from '../assignment/cohort/read-cohort.js';
import { FAMILY_NAMES, GIVEN_NAMES } from '../demo/names.js';
import { median } from './measuring.js';

const SCHOOLS = 60;
const TRUSTS = 12;

/** Two CSV files of so many people a side, imported, scored, assigned and explained, on this thread. Throws where an answer is not proven. */
export async function cohortFromFiles(people: number, rounds: number, seed: number) {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-cohort-'));
  const files = { mentees: join(folder, 'mentees.csv'), mentors: join(folder, 'mentors.csv') };
  try {
    const turns: Turn[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await writeFile(files.mentees, listOf(people, numbersFrom(seed + round), 'mentees'));
      await writeFile(files.mentors, listOf(people, numbersFrom(seed + round + rounds), 'mentors'));
      globalThis.gc?.();
      turns.push(await once(files));
    }
    const of = (figure: keyof Turn) => median(turns.map((turn) => turn[figure]));
    return {
      seconds: of('seconds'),
      cpuSeconds: of('cpuSeconds'),
      most: Math.max(...turns.map(({ seconds }) => seconds)),
      imported: of('imported'),
      scored: of('scored'),
      assigned: of('assigned'),
      explained: of('explained'),
      pairs: of('pairs'),
      total: of('total'),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Turn = Awaited<ReturnType<typeof once>>;

async function once(files: Parameters<typeof readCohort>[0]) {
  const cpu = process.cpuUsage();
  const times = [performance.now()];
  const done = () => void times.push(performance.now());
  const cohort = await readCohort(files);
  if (cohort.faults.length + cohort.notes.length > 0) throw new Error([...cohort.faults, ...cohort.notes].slice(0, 3).join('\n'));
  done();
  const { problem, reasonsOf } = cohortProblem(cohort, { mode: 'total', first: 'pairs' });
  done();
  const answer = assign(problem);
  if (!answer.ok || !answer.value.optimal) throw new Error('An answer was not proven.');
  done();
  const reasons = reasonsOf(answer.value.pairs);
  if (reasons.some(({ forMentee, forCoordinator }) => forMentee.length + forCoordinator.length === 0))
    throw new Error('A pair has no reasons.');
  done();
  const { user, system } = process.cpuUsage(cpu);
  const [imported = 0, scored = 0, assigned = 0, explained = 0] = times.slice(1).map((at, step) => (at - (times[step] ?? 0)) / 1000);
  const seconds = imported + scored + assigned + explained;
  return {
    seconds,
    imported,
    scored,
    assigned,
    explained,
    cpuSeconds: (user + system) / 1e6,
    pairs: answer.value.pairs.length,
    total: answer.value.total,
  };
}

/** A list as a coordinator would write it: names of the taxonomy in words, several of them in a cell. */
function listOf(people: number, number: () => number, side: 'mentees' | 'mentors'): string {
  const below = (n: number) => Math.floor(number() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const some = (from: readonly { readonly name: string }[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => pick(from).name)),
  ];
  const slots = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);
  const own =
    side === 'mentees' ? ['Expertise wanted', 'Career stage', 'Must have'] : ['Expertise offered', 'Would like to help', 'Places'];
  const headings = ['ID', 'Name', 'Phase', 'Subjects', 'School', 'Trust', 'Meets', 'Free times', ...own];
  const rows = Array.from({ length: people }, (_, at) => {
    const school = below(SCHOOLS);
    const areas = some(EXPERTISE_TAGS, side === 'mentees' ? 3 : 6);
    const last =
      side === 'mentees'
        ? [pick(CAREER_STAGES).name, below(10) === 0 ? 'not at my school' : '']
        : [some(CAREER_STAGES, 3).join('; '), String(1 + below(2))];
    return [
      `${side}-${at}`,
      `${pick(GIVEN_NAMES)} ${pick(FAMILY_NAMES)}`,
      some(PHASES, 2).join('; '),
      some(SUBJECTS, 2).join('; '),
      `School ${school}`,
      `Trust ${school % TRUSTS}`,
      pick(['online', 'in person', 'either']),
      [...new Set([pick(slots), pick(slots)])].join('; '),
      areas.join('; '),
      ...last,
    ];
  });
  return [headings, ...rows].map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}
