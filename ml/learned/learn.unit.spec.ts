import type { Day } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { plainTrainer } from '../model/testing/plain-trainer.testing.js';
import { learnFrom } from './learn.js';
import type { Lesson } from './lesson.js';
import { Lessons } from './lessons.js';
import { plantedHub, type PlantedSize } from './testing/planted-hub.js';

const lessonsOf = (seed: number, size: PlantedSize): readonly Lesson[] => {
  const lessons = new Lessons();
  const ended = plantedHub(seed, size).flatMap(({ at, event }) => lessons.hear(event, dayOf(at)) ?? []);
  return [...ended, ...lessons.underWay('2026-09-01' as Day)];
};
const training = { trainer: plainTrainer, seed: 1, epochs: 3 };
const SIZE = { mentees: 200, mentors: 60, each: 4, taste: 1 };

describe('learning from the mentorships of a hub', () => {
  test('finds a taste that the rules do not know, and may serve', () => {
    const learned = learnFrom(lessonsOf(1, SIZE), training);
    console.log(JSON.stringify(learned?.verdict), JSON.stringify(learned?.meaning));
    expect(learned?.verdict).toMatchObject({ may: true, why: null, outcomes: 800 });
    expect(learned?.verdict.order?.model).toBeGreaterThan(learned?.verdict.order?.rules ?? 1);
  });

  test('may not serve where chance alone decides who lasts', () => {
    const learned = learnFrom(lessonsOf(2, { ...SIZE, taste: 0 }), training);
    console.log(JSON.stringify(learned?.verdict), JSON.stringify(learned?.meaning));
    expect(learned?.verdict).toMatchObject({ may: false });
  });
});
