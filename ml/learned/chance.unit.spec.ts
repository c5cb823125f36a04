import { numbersFrom } from '@alongside/domain/kernel/random.js';
import { boundsOf, chanceAt, groupsOf, sayChance } from './chance.js';

const many = (count: number, from: number, share: number) =>
  Array.from({ length: count }, (_, at) => ({ logit: from + at / (10 * count), lasted: at % 10 < share * 10 }));

describe('how likely a mentorship lasts a term', () => {
  test('is what happened in those that are alike', () => {
    const groups = groupsOf([...many(100, -2, 0.3), ...many(100, 2, 0.8)]);
    expect(chanceAt(groups, -2)?.high).toBeLessThan(0.5);
    expect(chanceAt(groups, 9)?.low).toBeGreaterThan(0.6);
  });

  test('is not said of few', () => {
    expect(groupsOf(many(29, 0, 0.7))).toEqual([]);
    expect(chanceAt(groupsOf(many(29, 0, 0.7)), 0)).toBeNull();
    expect(chanceAt(groupsOf(many(30, 0, 0.7)), 0)).not.toBeNull();
    expect(chanceAt([{ to: 0, of: 12, lasted: 6 }], 0)).toBeNull();
  });

  test('a higher score never has a lower chance', () => {
    const random = numbersFrom(3);
    const said = Array.from({ length: 600 }, () => ({ logit: random(), lasted: random() < 0.5 }));
    const shares = groupsOf(said).map(({ lasted, of }) => lasted / of);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(shares.length);
  });

  test('its bounds hold the true share about nine times in ten, for few and at the ends as well', () => {
    const random = numbersFrom(5);
    for (const [of, share] of [
      [30, 0.7],
      [30, 0.95],
      [200, 0.4],
    ] as const) {
      let held = 0;
      for (let run = 0; run < 2000; run += 1) {
        const lasted = Array.from({ length: of }, () => random()).filter((one) => one < share).length;
        const { low, high } = boundsOf({ of, lasted });
        if (low <= share && share <= high) held += 1;
      }
      expect(held / 2000).toBeGreaterThan(0.85);
      expect(held / 2000).toBeLessThan(0.97);
    }
    expect(boundsOf({ of: 40, lasted: 40 }).low).toBeLessThan(1);
    expect(boundsOf({ of: 40, lasted: 0 })).toMatchObject({ low: expect.any(Number), high: expect.any(Number) });
  });

  test('is as often within its bounds where groups were made of what happened', () => {
    const random = numbersFrom(11);
    const likely = (logit: number) => 1 / (1 + Math.exp(-logit));
    let [held, told] = [0, 0];
    for (let run = 0; run < 300; run += 1) {
      const said = Array.from({ length: 200 }, () => 4 * random() - 2).map((logit) => ({ logit, lasted: random() < likely(logit) }));
      const groups = groupsOf(said);
      groups.forEach(({ to }, at) => {
        const inside = said.filter(({ logit }) => logit <= to && logit > (groups[at - 1]?.to ?? -Infinity));
        const share = inside.reduce((sum, { logit }) => sum + likely(logit), 0) / inside.length;
        const chance = chanceAt(groups, to);
        if (!chance) return;
        told += 1;
        if (chance.low <= share && share <= chance.high) held += 1;
      });
    }
    expect(held / told).toBeGreaterThan(0.88);
  });

  test('is said in a sentence', () => {
    expect(sayChance({ lasted: 45, of: 64, ...boundsOf({ lasted: 45, of: 64 }) })).toBe(
      'Of 64 mentorships like this that we looked at, about 7 in 10 lasted a term or were completed. It could be between 6 and 8 in 10.',
    );
    expect(sayChance({ lasted: 700, of: 1000, ...boundsOf({ lasted: 700, of: 1000 }) })).toBe(
      'Of 1,000 mentorships like this that we looked at, about 7 in 10 lasted a term or were completed.',
    );
    expect(sayChance({ lasted: 59, of: 60, low: 0.93, high: 0.99 })).toContain('nearly all lasted a term or were completed');
  });
});
