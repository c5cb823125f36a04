import type { Day } from '@alongside/domain/kernel/brand.js';
import { FollowedAnswers } from './followed-answers.js';
import type { Followed, FollowedAnswer } from './followed.js';

const [monday, tuesday] = ['2026-03-02', '2026-03-03'] as [Day, Day];
const answerOf = (shown: number): FollowedAnswer => ({
  all: { shown, asked: null, accepted: null, reached: null, still: null } satisfies Followed,
  places: [],
  rankings: [],
});

function counting() {
  const asked: { readonly day: Day; readonly done: (shown: number) => void; readonly fail: () => void }[] = [];
  const answers = new FollowedAnswers(
    (day) =>
      new Promise((resolve, reject) =>
        asked.push({ day, done: (shown) => resolve(answerOf(shown)), fail: () => reject(new Error('It broke.')) }),
      ),
  );
  return { asked, answers };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('figures that many look at', () => {
  test('are added up once a day, for those too who look meanwhile, until a view that they rest on is built anew', async () => {
    const { asked, answers } = counting();
    const both = [answers.on(monday), answers.on(monday)];
    await turn();
    asked[0]?.done(7);
    expect((await Promise.all(both)).map(({ all }) => all.shown)).toEqual([7, 7]);
    answers.heed(['profile', 'request']);
    expect((await answers.on(monday)).all.shown).toBe(7);
    expect(asked).toHaveLength(1);
    for (const view of ['shown', 'mentorship', 'meeting']) {
      answers.heed(['profile', view]);
      const again = answers.on(monday);
      await turn();
      asked.at(-1)?.done(8);
      expect((await again).all.shown).toBe(8);
    }
    expect(asked).toHaveLength(4);
  });

  test('are added up anew on another day', async () => {
    const { asked, answers } = counting();
    void answers.on(monday);
    void answers.on(tuesday);
    await turn();
    asked[0]?.done(7);
    await turn();
    expect(asked.map(({ day }) => day)).toEqual([monday, tuesday]);
  });

  test('a row that changes meanwhile is in them for those who look afterwards, and all of those wait for one', async () => {
    const { asked, answers } = counting();
    const before = answers.on(monday);
    await turn();
    const afterwards = [1, 2, 3].map(() => {
      answers.heed(['shown']);
      return answers.on(monday);
    });
    await turn();
    expect(asked).toHaveLength(1);
    asked[0]?.done(7);
    expect((await before).all.shown).toBe(7);
    await turn();
    asked[1]?.done(8);
    expect((await Promise.all(afterwards)).map(({ all }) => all.shown)).toEqual([8, 8, 8]);
    expect((await answers.on(monday)).all.shown).toBe(8);
    expect(asked).toHaveLength(2);
  });

  test('a failure is not kept', async () => {
    const { asked, answers } = counting();
    const failing = answers.on(monday);
    await turn();
    asked[0]?.fail();
    await expect(failing).rejects.toThrow('It broke.');
    const again = answers.on(monday);
    await turn();
    asked[1]?.done(9);
    expect((await again).all.shown).toBe(9);
  });
});
