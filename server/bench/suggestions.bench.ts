import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { MEETING_FORMATS } from '@alongside/domain/people/person.events.js';
import { meets } from '@alongside/domain/policies/audience.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentee, Mentor } from '@alongside/ml/features/candidate.js';
import { anyModel } from '@alongside/ml/learned/testing/any-model.js';
import { MentorIndex } from '@alongside/ml/ranking/mentor-index.js';
import { SUGGESTED_PEOPLE } from '@alongside/ml/ranking/choose.js';
import { rank } from '@alongside/ml/ranking/rank.js';
import { DEFAULT_WEIGHTS } from '@alongside/ml/ranking/weights.js';
import { free, mentee, mentor, school } from '@alongside/ml/testing/people.js';
import { median, readable } from './measuring.js';

/** Milliseconds of the main thread for three suggestions with their reasons: as the issue has them. */
const [FLOOR_MS, TARGET_MS] = [15, 5];

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' },
    mentees: { type: 'string', default: '300' },
    seed: { type: 'string', default: '11' },
    /** With a model as the second stage, of this many networks; without: the rules alone. */
    networks: { type: 'string' },
  },
});
const learned = values.networks === undefined ? undefined : anyModel(1, 0.2, Number(values.networks));
/** Not counted: a hub runs for weeks, and what it runs is compiled by then. */
const WARM_UP = 50;
const number = numbersFrom(Number(values.seed));
const below = (n: number) => Math.floor(number() * n);
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
const some = <T>(from: readonly T[], most: number): readonly T[] => Array.from({ length: 1 + below(most) }, () => pick(from));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const [tags, phases, subjects, stages] = [ids(EXPERTISE_TAGS), ids(PHASES), ids(SUBJECTS), ids(CAREER_STAGES)];
const level = () => 1 + below(5);
const slots = ['monday', 'tuesday', 'wednesday', 'thursday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);
const schools = Array.from({ length: 1_500 }, (_, index) => school(`School ${index}`, below(300), `trust-${index % 150}`));
const educator = () => ({
  phases: some(phases, 2),
  subjects: some(subjects, 2),
  careerStage: pick(stages),
  availability: below(5) === 0 ? null : free(some(slots, 4), { format: pick(MEETING_FORMATS) }),
  preferences: { 'comm-pace': level(), 'comm-detail': level(), 'comm-channel': level() },
  workplaces: [pick(schools)],
});
const pool: readonly { readonly mentor: Mentor; readonly audience: readonly ['everyone'] }[] = Array.from(
  { length: Number(values.people) },
  (_, index) => ({
    audience: ['everyone'],
    mentor: mentor(`Mentor ${index}`, {
      ...educator(),
      person: `mentor-${index}` as PersonId,
      expertise: some(tags, 8).map((tag) => ({ tag, level: level() })),
      helps: some(stages, 3),
      openRequests: below(4) === 0 ? below(3) : 0,
    }),
  }),
);

const audience = new Map(pool.map((one) => [one.mentor, one.audience]));
const known = new MentorIndex();
for (const one of pool) known.put(one.mentor);
const principals = new Set(['everyone'] as const);
const mentees = Array.from({ length: Number(values.mentees) }, (_, index) =>
  mentee({
    ...educator(),
    person: `mentee-${index}` as PersonId,
    aims: [...new Set(some(tags, 4))].map((tag) => ({ tag, from: 2, to: 3 })),
  }),
);
const mayFind = (one: Mentor) => meets(audience.get(one) ?? [], principals);
const suggested = (who: Mentee) => {
  const [since, cpu] = [performance.now(), process.cpuUsage()];
  const mentors = { lookThrough: (...looking: Parameters<typeof known.lookThrough>) => known.lookThrough(...looking), mayFind };
  const people = rank(who, mentors, DEFAULT_WEIGHTS, SUGGESTED_PEOPLE, learned);
  const { user, system } = process.cpuUsage(cpu);
  return {
    ms: performance.now() - since,
    cpuMs: (user + system) / 1_000,
    reasons: people.reduce((sum, { forMentee }) => sum + forMentee.length, 0),
    people: people.length,
  };
};
const turns = mentees.map(suggested).slice(WARM_UP);
/** All mentors are looked through, and nobody has it: the dearest thing to insist on. */
const insisting = mentees.map((who) =>
  suggested({ ...who, workplaces: [school('Elsewhere', 900, 'no-trust')], mustHaves: ['same-trust'] }),
);
if (insisting.some(({ people }) => people > 0)) throw new Error('Nobody has what is insisted on.');
const sorted = turns.map(({ ms }) => ms).toSorted((a, b) => a - b);
const figures = {
  medianMs: median(sorted),
  medianCpuMs: median(turns.map(({ cpuMs }) => cpuMs)),
  p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  nobodyHasAllMs: median(insisting.slice(WARM_UP).map(({ ms }) => ms)),
  reasons: median(turns.map(({ reasons }) => reasons)),
};
if (turns.some(({ people }) => people !== 3)) throw new Error('Each mentee is suggested three people.');
const floors = { floor: figures.medianMs <= FLOOR_MS, target: figures.medianMs <= TARGET_MS };
const how = {
  method:
    'three suggestions with reasons out of all mentors, on the main thread: who may be found, ranking, reasons and how to widen; the pool is made before, as the hub keeps it; the first fifty are not counted, as a hub runs for weeks; nobodyHasAllMs is one look where nobody has what the mentee insists on',
  people: pool.length,
  model: learned ? `${values.networks} networks` : 'none',
  loadAverage: loadavg(),
  node: process.version,
  cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
};
console.log(JSON.stringify({ bench: 'suggestions', floors, ...(readable({ figures }) as object), how }));
