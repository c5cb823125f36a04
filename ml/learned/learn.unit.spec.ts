import type { Day } from '@alongside/domain/kernel/brand.js';
import { dayOf } from '@alongside/domain/uk/uk-time.js';
import { plainTrainer } from '../model/testing/plain-trainer.testing.js';
import { chanceAt } from './chance.js';
import { learnFrom } from './learn.js';
import { isLeftOut, type Lesson } from './lesson.js';
import { Lessons } from './lessons.js';
import { logitsOf } from './served.js';
import { plantedHub, type PlantedSize } from './testing/planted-hub.js';

function lessonsOf(seed: number, size: PlantedSize): readonly Lesson[] {
  const lessons = new Lessons();
  const ended = plantedHub(seed, size).flatMap(({ at, event }) => lessons.hear(event, dayOf(at)) ?? []);
  return [...ended, ...lessons.underWay('2026-09-01' as Day)];
}
const training = { trainer: plainTrainer, seed: 1, epochs: 1 };
const SIZE = { mentees: 200, mentors: 60, each: 4, taste: 1 };

describe('learning from the mentorships of a hub', () => {
  const lessons = lessonsOf(1, SIZE);
  const learned = learnFrom(lessons, training);

  test('finds a taste that the rules do not know, and may serve', () => {
    expect(learned?.verdict).toMatchObject({ may: true, why: null, outcomes: 800 });
    expect(learned?.verdict.order?.model).toBeGreaterThan(learned?.verdict.order?.rules ?? 1);
  });

  test('trains with the mentees who are not left out, and keeps nothing of single people', () => {
    expect(learned?.trainedWith).toBe(lessons.filter((lesson) => !isLeftOut(lesson)).length);
    expect([learned?.model.people, learned?.model.peopleEffects.length]).toEqual([[], 0]);
  });

  test('gives the same bits again with the same seed', () => {
    const again = learnFrom(lessons, training);
    expect(again?.model.base).toEqual(learned?.model.base);
    expect(again?.model.networks).toEqual(learned?.model.networks);
    expect([again?.meaning, again?.verdict]).toEqual([learned?.meaning, learned?.verdict]);
  });

  test('the chances that it tells hold for mentees of another hub whose mentorships go the same way', () => {
    if (!learned) throw new Error('A model was trained.');
    const logits = logitsOf(learned.model);
    const told = lessonsOf(7, { ...SIZE, mentees: 400 }).flatMap(({ left, right, lasted }) => {
      const chance = chanceAt(learned.meaning.groups, logits(left)(right));
      return chance ? [{ chance, lasted: lasted ? 1 : 0 }] : [];
    });
    expect(told.length).toBeGreaterThan(1000);
    const mean = (some: typeof told, of: (one: (typeof told)[number]) => number) =>
      some.reduce((sum, one) => sum + of(one), 0) / some.length;
    const promised = mean(told, ({ chance }) => chance.lasted / chance.of);
    expect(Math.abs(promised - mean(told, ({ lasted }) => lasted))).toBeLessThan(0.05);
    // Bounds hold nine times in ten: of five groups one may lie beside them.
    const held = learned.meaning.groups.filter((group) => {
      const alike = told.filter(({ chance }) => chance.of === group.of && chance.lasted === group.lasted);
      const share = mean(alike, ({ lasted }) => lasted);
      return alike.every(({ chance }) => chance.low <= share && share <= chance.high);
    });
    expect(held.length).toBeGreaterThanOrEqual(learned.meaning.groups.length - 1);
  });

  test('is compared with the model that serves, which is no better than itself', () => {
    const again = learnFrom(lessons, training, learned);
    expect(again?.verdict).toMatchObject({ may: false, why: 'not-better-than-serving' });
  });

  test('may not serve where chance alone decides who lasts', () => {
    expect(learnFrom(lessonsOf(2, { ...SIZE, taste: 0 }), training)?.verdict).toMatchObject({ may: false, why: 'not-better-than-rules' });
  });
});
