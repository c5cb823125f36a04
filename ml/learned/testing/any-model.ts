import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES, SETTINGS } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import { normal } from '../../model/random.js';
import { initialWeights } from '../../model/network/network.js';
import { prepare, tableRows } from '../../model/records/schema.js';
import type { Learned } from '../../ranking/learned.js';
import { seekerOf } from '../../ranking/seeker.js';
import { free, mentee, mentor, school } from '../../testing/people.js';
import { menteeRecord, mentorRecord } from '../records.js';
import { servedBy } from '../served.js';

const PAIRS = 150;

/** The size of networks where a hub has some thousand lessons. */
const SIZE = { hidden: 32, rank: 16 };

/** A model that reads every field and likes what its seed says: what must hold of any model is tried with it. */
export function anyModel(seed: number, weight = 0.4, networks = 0): Learned {
  const random = numbersFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const some = (from: readonly { readonly id: string }[], most: number) => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => from[below(from.length)]?.id ?? '')),
  ];
  const level = () => 1 + below(5);
  const educator = () => ({
    ...{
      phases: some(PHASES, 3),
      subjects: some(SUBJECTS, 3),
      settings: some(SETTINGS, 2),
      careerStage: some(CAREER_STAGES, 1)[0] ?? null,
    },
    availability: free(['monday 15:30-16:30'], { minutes: 30 + 15 * below(3), frequency: below(2) ? 'weekly' : 'monthly' }),
    preferences: { 'comm-pace': level(), 'comm-detail': level() },
    workplaces: [school(`School ${below(9)}`, below(60), `trust-${below(3)}`)],
  });
  const examples = Array.from({ length: PAIRS }, (_, at) => {
    const seeker = seekerOf(mentee({ ...educator(), aims: some(EXPERTISE_TAGS, 3).map((tag) => ({ tag, from: 1, to: 2 + below(3) })) }));
    // Half of what the mentee asks for, and what everybody offers.
    const expertise = [...seeker.aims.keys(), ...some(EXPERTISE_TAGS, 5)].map((tag) => ({ tag, level: level() }));
    const other = mentor(`Mentor ${at}`, { ...educator(), expertise: expertise.slice(below(2)), helps: some(CAREER_STAGES, 4) });
    return {
      left: { id: `l${at}`, features: menteeRecord(seeker) },
      right: { id: `r${at}`, features: mentorRecord(seeker, other) },
      outcome: below(2),
    };
  });
  const { schema } = prepare(examples, (outcome) => outcome);
  const columns = 1 + schema.left.columns + schema.right.columns + schema.inCommon.parts.length;
  const base = Float32Array.from({ length: columns }, () => normal(random));
  const shape = { rows: tableRows(schema), ...SIZE };
  const model = {
    ...{ schema, base, people: [], peopleEffects: new Float32Array(), share: networks > 0 ? 1 : 0 },
    networks: Array.from({ length: networks }, (_, at) => ({ shape, weights: initialWeights(shape, seed + at) })),
    calibration: { slope: 1, intercept: 0 },
  };
  return servedBy('a-model', model, {
    weight,
    logits: { mean: 0, sd: 2 },
    groups: [
      { to: 0, of: 100, lasted: 30 },
      { to: 9, of: 100, lasted: 72 },
    ],
  });
}
