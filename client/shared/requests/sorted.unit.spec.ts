import { requestOf } from '../../features/requests/examples.js';
import { isMyMove, otherOf, sayClosed, sayEnd, sorted } from './sorted.js';

const ids = (requests: readonly { request: string }[]) => requests.map(({ request }) => request);

describe('requests in order', () => {
  test('my moves come first and soonest first; what is over comes latest first', () => {
    const all = [
      requestOf({ request: 'late', answerBy: '2026-03-20' }),
      requestOf({ request: 'soon', answerBy: '2026-03-09' }),
      requestOf({ request: 'theirs', actsNext: 'mentee' }),
      requestOf({ request: 'old', status: 'declined', actsNext: 'nobody', closedAt: '2026-01-02T09:00:00.000Z' }),
      requestOf({ request: 'new', status: 'lapsed', actsNext: 'nobody', closedAt: '2026-02-02T09:00:00.000Z' }),
    ];
    const { mine, theirs, over } = sorted(all, 'asha');
    expect([ids(mine), ids(theirs), ids(over)]).toEqual([['soon', 'late'], ['theirs'], ['new', 'old']]);
    expect(ids(sorted(all, 'ben').mine)).toEqual(['theirs']);
    expect(ids(sorted(all, 'asha', 'late').mine)).toEqual(['late', 'soon']);
  });

  test('whose move it is depends on who looks', () => {
    expect([isMyMove(requestOf(), 'asha'), isMyMove(requestOf(), 'ben')]).toEqual([true, false]);
    expect([otherOf(requestOf(), 'asha'), otherOf(requestOf(), 'ben')]).toEqual(['ben', 'asha']);
  });

  test('every ending has a sentence for either side, and none of them blames', () => {
    for (const status of ['accepted', 'declined', 'withdrawn', 'lapsed'] as const)
      for (const [me, name] of [
        ['ben', 'Asha'],
        ['asha', 'Ben'],
      ] as const) {
        const words = sayEnd(requestOf({ status }), me, name);
        expect(words).toContain(name);
        expect(words).not.toMatch(/reject|refus|fail|ignor|!/i);
      }
    expect(sayEnd(requestOf(), 'ben', 'Asha')).toBe('');
  });

  test('what the hub closed for the mentor is put in nobody’s mouth', () => {
    for (const because of ['not-taking-new-mentees', 'reporting-line', 'cannot-reply'] as const) {
      const closed = requestOf({ status: 'declined', because });
      for (const [me, name] of [
        ['ben', 'Asha'],
        ['asha', 'Ben'],
      ] as const) {
        expect([because, me, sayEnd(closed, me, name)]).toEqual([because, me, expect.stringMatching(/ was closed$/)]);
        expect(sayClosed(closed, me, name)).toMatch(/\.$/);
      }
    }
    const tooMany = requestOf({ status: 'withdrawn', because: 'too-many-open' });
    expect([sayEnd(tooMany, 'ben', 'Asha'), sayEnd(tooMany, 'asha', 'Ben')]).toEqual([
      'Your request to Asha was closed',
      'Ben’s request was closed',
    ]);
    expect(sayClosed(tooMany, 'ben', 'Asha')).toBe('You can have 3 open requests, and this was one more. Ask again when one is answered.');
    expect(sayClosed(tooMany, 'asha', 'Ben')).toBe('You do not need to reply.');
    const twice = requestOf({ status: 'withdrawn', because: 'asked-twice' });
    expect(sayClosed(twice, 'ben', 'Asha')).toBe('You asked this mentor twice. Your first request is still open.');
    expect(sayClosed(twice, 'asha', 'Ben')).toBe('You do not need to reply.');
    const paused = requestOf({ status: 'declined', because: 'not-taking-new-mentees' });
    expect(sayClosed(paused, 'ben', 'Asha')).toBe('Asha is not taking new mentees right now.');
    expect(sayClosed(paused, 'asha', 'Ben')).toBe('You were not taking new mentees, so we closed it for you.');
    expect(sayEnd(requestOf({ status: 'declined', because: 'cannot-reply' }), 'ben', 'A former member')).toBe('Your request was closed');
  });
});
