import { resumeRequest, SCOPE_LIMIT_FIELDS, SCOPE_LIMIT_IDS, SCOPES_LIMIT, watchRequest } from './messages.js';

const taken = (schema: { safeParse(message: unknown): { success: boolean } }, message: object) => schema.safeParse(message).success;
const resumes = (change: object) => taken(resumeRequest, { views: ['pair'], ...change });
const watches = (change: object) => taken(watchRequest, { add: [], drop: [], ...change });
const many = <One>(one: One, count: number) => Array.from({ length: count }, () => one);
const ofPair = { view: 'pair', ids: ['m1'] };

describe('what a browser asks to be kept live', () => {
  test('begins with nothing or after a position, which is at most 64 characters', () => {
    for (const asks of [resumes, watches]) {
      expect([asks({}), asks({ after: '000012' }), asks({ after: 'x'.repeat(64) })]).toEqual([true, true, true]);
      expect([asks({ after: 'x'.repeat(65) }), asks({ after: 12 })]).toEqual([false, false]);
    }
  });

  test('is no more at once than the hub looks through', () => {
    expect([resumes({ views: many('pair', 60) }), resumes({ views: many('pair', 61) })]).toEqual([true, false]);
    for (const within of [
      (scopes: object[]) => resumes({ scopes }),
      (add: object[]) => watches({ add }),
      (drop: object[]) => watches({ drop }),
    ])
      expect([within(many(ofPair, SCOPES_LIMIT)), within(many(ofPair, SCOPES_LIMIT + 1))]).toEqual([true, false]);
    const ids = (count: number) => watches({ add: [{ view: 'pair', ids: many('m1', count) }] });
    expect([ids(SCOPE_LIMIT_IDS), ids(SCOPE_LIMIT_IDS + 1)]).toEqual([true, false]);
    const fields = (count: number) =>
      watches({ add: [{ view: 'pair', where: Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, 'x'])) }] });
    expect([fields(0), fields(SCOPE_LIMIT_FIELDS), fields(SCOPE_LIMIT_FIELDS + 1)]).toEqual([true, true, false]);
  });

  test('is rows by their ids or by their fields, and not both', () => {
    expect(watches({ add: [{ ...ofPair, where: {} }] })).toBe(false);
    expect(watches({ add: [{ view: 'pair' }] })).toBe(false);
  });
});
