import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { Example, Side } from '../records/record.js';

/** Pairs of a made-up market, split by people, with how likely each truly was to go well. */
export interface Market {
  readonly train: readonly Example[];
  readonly test: readonly Example[];
  /** By test pair: the true probability. */
  readonly truth: readonly number[];
}

const [TAGS, CLUSTERS, TOPICS] = [60, 15, 3];

/** Lists of tags. Mentors who tick everything are passed over, and taste lies in a few topics behind the tags. Test people are in no training pair. */
export function tagMarket(seed: number, { mentees = 500, mentors = 250, each = 6, tested = 200, strength = 1.2 } = {}): Market {
  const random = numbersFrom(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const vectors = () => {
    const clusters = Array.from({ length: CLUSTERS }, () => Array.from({ length: TOPICS }, gauss));
    return Array.from({ length: TAGS }, (_, tag) => (clusters[Math.floor((tag * CLUSTERS) / TAGS)] ?? []).map((one) => one + gauss() / 2));
  };
  const [topicsOf, wanted] = [vectors(), vectors()];
  const worth = Array.from({ length: TAGS }, () => gauss() * 0.8);
  const draw = (count: number) => {
    const start = random() * TAGS;
    return [...new Set(Array.from({ length: count }, () => Math.floor(start + Math.abs(gauss()) * 8) % TAGS))];
  };
  const mean = (tags: readonly number[], of: readonly (readonly number[])[]) =>
    Array.from({ length: TOPICS }, (_, topic) => tags.reduce((sum, tag) => sum + (of[tag]?.[topic] ?? 0), 0) / Math.sqrt(tags.length));
  const people = (count: number, name: string, padding: boolean) =>
    Array.from({ length: count }, (_, at) => {
      const padded = padding && random() < 0.3;
      const tags = padded
        ? [...new Set(Array.from({ length: 60 }, () => Math.floor(random() * TAGS)))]
        : draw(3 + Math.floor(random() * 6));
      const words = tags.map((tag) => `tag ${tag}`);
      const years = Math.floor(random() * 20);
      const side: Side = {
        id: `${name}${at}`,
        features: padding ? { offers: words, years, area: `area ${at % 7}` } : { wants: words, area: `area ${at % 7}` },
      };
      return { side, tags, padded, years };
    });
  const [lefts, rights] = [people(mentees + tested, 'mentee', false), people(mentors + tested, 'mentor', true)];
  const chance = (left: (typeof lefts)[number], right: (typeof rights)[number]) => {
    const taste = mean(left.tags, wanted).reduce((sum, one, topic) => sum + one * (mean(right.tags, topicsOf)[topic] ?? 0), 0) / TOPICS;
    const quality = right.tags.reduce((sum, tag) => sum + (worth[tag] ?? 0), 0) / Math.sqrt(right.tags.length);
    return 1 / (1 + Math.exp(-(taste * strength + quality * 0.4 - (right.padded ? 0.8 : 0) + right.years * 0.02 - 0.7)));
  };
  const pairs = (from: typeof lefts, to: typeof rights) =>
    from.flatMap((left) =>
      Array.from({ length: each }, () => {
        const right = to[Math.floor(random() * to.length)] as (typeof to)[number];
        const p = chance(left, right);
        return { example: { left: left.side, right: right.side, outcome: random() < p ? 1 : 0 }, p };
      }),
    );
  const [train, test] = [pairs(lefts.slice(0, mentees), rights.slice(0, mentors)), pairs(lefts.slice(mentees), rights.slice(mentors))];
  return { train: train.map(({ example }) => example), test: test.map(({ example }) => example), truth: test.map(({ p }) => p) };
}
