import { seeded } from '@alongside/domain/testing/seeded.js';
import { pointsOf } from './points.js';
import type { SuggestedMentor } from './suggestions.js';

const part = (score: number, weight: number): SuggestedMentor['parts'][number] => ({ part: 'context', score, weight });
const taken = (points: number): SuggestedMentor['adjustments'][number] => ({ about: 'requests', points, count: 1 });

describe('points', () => {
  test('are whole, and add up to the total', () => {
    const one = { parts: [part(1, 1 / 3), part(1, 1 / 3), part(1, 1 / 3)], adjustments: [], score: 1 };
    expect(pointsOf(one)).toEqual({ parts: [34, 33, 33], adjustments: [], total: 100 });
    const busy = { parts: [part(0.9, 0.5), part(0.5, 0.5)], adjustments: [taken(-0.056)], score: 0.644 };
    expect(pointsOf(busy)).toEqual({ parts: [45, 25], adjustments: [-6], total: 64 });
  });

  test('whatever the parts and what is taken off', () => {
    const random = seeded();
    for (let run = 0; run < 500; run += 1) {
      const parts = Array.from({ length: 6 }, () => part(random.number(), random.number() / 6));
      const sum = parts.reduce((total, { score, weight }) => total + score * weight, 0);
      const off = -sum * random.number() * 0.4;
      const points = pointsOf({ parts, adjustments: [taken(off)], score: sum + off });
      const whole = [...points.parts, ...points.adjustments];
      expect(whole.reduce((total, value) => total + value, 0)).toBe(points.total);
      whole.forEach((value, at) =>
        expect(Math.abs(value - 100 * ([...parts.map((p) => p.score * p.weight), off][at] ?? 0))).toBeLessThan(1),
      );
    }
  });
});
