import type { PersonId } from '@alongside/domain/kernel/brand.js';
import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { EXPERTISE_TAGS } from '@alongside/domain/uk/taxonomy/expertise.js';
import { CAREER_STAGES, PHASES } from '@alongside/domain/uk/taxonomy/lists.js';
import { SUBJECTS } from '@alongside/domain/uk/taxonomy/subjects.js';
import type { Mentee, Mentor } from '../features/candidate.js';
import { normal } from '../model/random.js';
import { free, mentee, mentor, school } from './people.js';

/** A made-up hub of which is known whom each would ask and whom each would take on. Both are probabilities, by index. */
export interface TasteMarket {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly wants: (mentee: number, mentor: number) => number;
  readonly welcomes: (mentee: number, mentor: number) => number;
  /** The same as far as it follows from who the two are: what no model could know is left out. */
  readonly foreseeable: Pick<TasteMarket, 'wants' | 'welcomes'>;
}

const SLOTS = ['monday', 'tuesday', 'wednesday', 'thursday'].flatMap((day) => [`${day} 08:00-08:45`, `${day} 15:30-16:30`]);
const [SCHOOLS, TRUSTS, MILES_ACROSS] = [40, 8, 60];
/** Many want the same few things: the power crowds towards the first tags. */
const CROWDING = 2;
const PADDED_SHARE = 0.1;
const PADDED_TAGS = 25;
/** What nothing that is said of two people explains, in logits. */
const CHEMISTRY = 0.6;
/** How much more some mentors are asked than others, whatever they offer: their name goes before them. */
const FAME = 0.9;

/** Mentees want help with what a mentor does well, near, in their phase. Mentors welcome the stages that they named, their own subjects, and what they are best at. */
export function knownTaste(seed: number, size: { readonly mentees: number; readonly mentors: number }): TasteMarket {
  const random = numbersFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const some = <T>(from: readonly T[], most: number) => [...new Set(Array.from({ length: 1 + below(most) }, () => pick(from)))];
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  const [tags, phases, subjects, stages] = [ids(EXPERTISE_TAGS), ids(PHASES), ids(SUBJECTS), ids(CAREER_STAGES)];
  const schools = Array.from({ length: SCHOOLS }, (_, at) => school(`School ${at}`, below(MILES_ACROSS), `trust-${at % TRUSTS}`));
  const educator = () => ({
    phases: some(phases, 2),
    subjects: some(subjects.slice(0, 12), 2),
    careerStage: pick(stages),
    availability: free(some(SLOTS, 4)),
    preferences: { 'comm-pace': 1 + below(5), 'comm-detail': 1 + below(5) },
    workplaces: [pick(schools)],
  });
  const wantedTag = () => tags[Math.floor(random() ** CROWDING * tags.length)] as string;
  const mentees = Array.from({ length: size.mentees }, (_, at) =>
    mentee({
      ...educator(),
      person: `mentee-${at}` as PersonId,
      aims: [...new Set(Array.from({ length: 1 + below(3) }, wantedTag))].map((tag) => ({ tag, from: 1 + below(2), to: 3 })),
    }),
  );
  const mentors = Array.from({ length: size.mentors }, (_, at) => {
    const isPadded = random() < PADDED_SHARE;
    const offered = isPadded ? Array.from({ length: PADDED_TAGS }, () => pick(tags)) : Array.from({ length: 2 + below(5) }, wantedTag);
    return mentor(`Mentor ${at}`, {
      ...educator(),
      person: `mentor-${at}` as PersonId,
      expertise: [...new Set(offered)].map((tag) => ({ tag, level: isPadded ? 3 : 2 + below(4) })),
      helps: some(stages, 3),
      places: 1 + below(3),
    });
  });
  const chemistry = Array.from({ length: size.mentees * size.mentors * 2 }, () => CHEMISTRY * normal(random));
  const fame = mentors.map(() => FAME * normal(random));
  const noise = (one: number, other: number, side: 0 | 1) => chemistry[(one * size.mentors + other) * 2 + side] as number;
  const wanted = (one: number, other: number) => wantedBy(mentees[one] as Mentee, mentors[other] as Mentor) + (fame[other] as number);
  const welcomed = (one: number, other: number) => welcomedBy(mentees[one] as Mentee, mentors[other] as Mentor);
  return {
    mentees,
    mentors,
    wants: (one, other) => sigmoid(wanted(one, other) + noise(one, other, 0)),
    welcomes: (one, other) => sigmoid(welcomed(one, other) + noise(one, other, 1)),
    foreseeable: {
      wants: (one, other) => sigmoid(wanted(one, other)),
      welcomes: (one, other) => sigmoid(welcomed(one, other)),
    },
  };
}

const shares = (one: readonly string[], other: readonly string[]): number => (one.some((id) => other.includes(id)) ? 1 : 0);

function wantedBy(one: Mentee, other: Mentor): number {
  const help = one.aims.reduce((sum, { tag, to }, place) => {
    const level = other.expertise.find((each) => each.tag === tag)?.level ?? 0;
    return sum + (level > to ? 1 : level === to ? 0.7 : level > 0 ? 0.3 : 0) / (1 + place);
  }, 0);
  const [mine, theirs] = [one.workplaces[0], other.workplaces[0]];
  const near = mine?.trust === theirs?.trust ? 1 : 0;
  return -2.2 + 2.6 * help + 0.8 * shares(one.phases, other.phases) + 0.6 * near - (other.expertise.length > 12 ? 1.2 : 0);
}

function welcomedBy(one: Mentee, other: Mentor): number {
  const [first] = one.aims;
  const best = Math.max(...other.expertise.map(({ level }) => level));
  const isBest = first !== undefined && other.expertise.some(({ tag, level }) => tag === first.tag && level === best);
  const stage = one.careerStage !== null && other.helps.includes(one.careerStage) ? 1 : 0;
  return -1.6 + 2.6 * stage + 0.8 * shares(one.subjects, other.subjects) + (isBest ? 0.9 : 0);
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));
