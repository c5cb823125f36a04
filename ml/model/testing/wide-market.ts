import { numbersFrom } from '@alongside/domain/kernel/random.js';
import type { Example, Features, FeatureValue } from '../records/record.js';
import type { Market } from './tag-market.js';

const [HOBBIES, FIELDS, ROUND] = [17, 20, 20];

/** Evenings at which all meet all, with wide tables and gaps. Some are liked by most, some like most. Test people are other left people. */
export function wideMarket(seed: number, { evenings = 20, columns = 100, held = 5 } = {}): Market {
  const random = numbersFrom(seed);
  const gauss = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const person = () => {
    const looks = gauss();
    const [easy, age, field] = [gauss() * 1.2, 26 + Math.round(gauss() * 3.5), Math.floor(random() * FIELDS)];
    const [race, goal] = [1 + Math.floor(random() * 5), 1 + Math.floor(random() * 6)];
    const hobbies = Array.from({ length: HOBBIES }, () => Math.max(1, Math.min(10, Math.round(6 + gauss() * 2.2))));
    const said = Math.max(1, Math.min(10, Math.round(7 + looks * 0.6 + gauss() * 1.2)));
    const weighs = Math.max(0, 20 + gauss() * 10);
    const features: Record<string, FeatureValue> = { age, race, goal, said, weighs, field: `field ${field}`, constant: 1, rounds: 21 };
    hobbies.forEach((amount, at) => (features[`hobby_${at}`] = amount));
    for (let at = Object.keys(features).length; at < columns; at += 1) {
      const kind = at % 4;
      features[`column_${at}`] =
        kind === 0
          ? Math.round(gauss() * 10)
          : kind === 1
            ? Math.floor(random() * 4)
            : kind === 2
              ? `v${Math.floor(random() * 30)}`
              : looks * 0.15 + gauss();
    }
    for (const key of Object.keys(features)) if (random() < 0.12) features[key] = null;
    return { features: features as Features, looks, easy, age, race, hobbies, weighs, said };
  };
  const chance = (left: ReturnType<typeof person>, right: ReturnType<typeof person>) => {
    const alike = left.hobbies.reduce((sum, amount, at) => sum + (amount - 6) * ((right.hobbies[at] ?? 6) - 6), 0) / (HOBBIES * 4.8);
    const logit =
      -0.5 +
      left.easy +
      right.looks * (0.9 + (left.weighs - 20) * 0.03) +
      alike * 1.5 -
      Math.abs(left.age - right.age) * 0.08 +
      (left.race === right.race ? 0.4 : 0);
    return 1 / (1 + Math.exp(-logit));
  };
  const [train, test]: [Example[], { readonly example: Example; readonly p: number }[]] = [[], []];
  for (let evening = 0; evening < evenings; evening += 1) {
    const [lefts, rights] = [Array.from({ length: ROUND }, person), Array.from({ length: ROUND }, person)];
    lefts.forEach((left, at) =>
      rights.forEach((right, other) => {
        const p = chance(left, right);
        const example: Example = {
          left: { id: `l${evening}-${at}`, features: left.features },
          right: { id: `r${evening}-${other}`, features: right.features },
          outcome: random() < p ? 1 : 0,
        };
        if (at < held) test.push({ example, p });
        else train.push(example);
      }),
    );
  }
  return { train, test: test.map(({ example }) => example), truth: test.map(({ p }) => p) };
}
