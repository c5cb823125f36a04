import { given } from '../testing/given.js';
import { sentenceOf } from '../protocol/refusals.js';
import { caseload } from './caseload.decider.js';
import { accepted, asked, ben, declined, facts, lapsed, offered, withdraw, withdrawn } from './caseload.examples.js';

describe('a request that the other side has closed a moment ago', () => {
  test.each([
    ['accepted', accepted('r1', ben, 'm1'), 'The mentor has already accepted this request.'],
    ['declined', declined('r1', ben, null), 'The mentor has already declined this request.'],
    ['lapsed', lapsed('r1', ben), 'This request has already expired.'],
  ] as const)('is not withdrawn, and what became of it is said: %s', (outcome, closed, words) => {
    given(caseload, [offered(1), asked('r1', ben), closed], facts)
      .when(withdraw('r1'))
      .refused('REQUEST.NOT_OPEN', { outcome });
    expect(sentenceOf({ code: 'REQUEST.NOT_OPEN', facts: { outcome } })).toContain(words);
  });

  test('is withdrawn once, however often that is asked', () => {
    given(caseload, [offered(1), asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(withdraw('r1'))
      .nothingHappens();
  });
});
