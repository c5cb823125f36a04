import type { CaseloadEvent } from './caseload.events.js';
import { sentenceOf } from '../protocol/refusals.js';
import { given } from '../testing/given.js';
import { caseload } from './caseload.decider.js';
import {
  answerForMentor,
  accept,
  accepted,
  asked,
  asking,
  ben,
  cleo,
  dan,
  decline,
  declined,
  eve,
  facts,
  lapsed,
  offered,
  released,
  withdraw,
  withdrawn,
  withdrawOneTooMany,
} from './caseload.examples.js';

describe('answering a request', () => {
  test('[R2] accepting twice for the same mentorship is one acceptance', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(accept('r1', 'm1'))
      .nothingHappens();
  });

  test('a yes whose mentorship is over cannot be given again: the request is closed', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1'), released('m1')], facts)
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_OPEN');
  });

  test('a request that was withdrawn can no longer be accepted', () => {
    given(caseload, [offered(1), asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_OPEN');
  });

  test('[R5] an exclusion or a reporting line that came since still counts', () => {
    given(caseload, [offered(1), asked('r1', ben)], asking({ excluded: true }))
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_AVAILABLE', { reader: 'mentor' });
    given(caseload, [offered(1), asked('r1', ben)], asking({ inReportingLine: true }))
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_AVAILABLE');
    given(caseload, [offered(1), asked('r1', ben)], asking({ menteeKnown: false }))
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_AVAILABLE');
  });

  test('a mentor who paused or hid since may still say yes to those who had asked', () => {
    given(caseload, [offered(1), asked('r1', ben)], asking({ paused: true, visible: false, offering: false }))
      .when(accept('r1', 'm1'))
      .happens(accepted('r1', ben, 'm1'));
  });

  test('two who were paired meanwhile are not paired twice', () => {
    given(caseload, [offered(2), asked('r1', ben)], asking({ paired: true }))
      .when(accept('r1', 'm1'))
      .refused('REQUEST.ALREADY_PAIRED');
  });

  test('[R4] a no passes the request to the first reserve who can be asked', () => {
    given(caseload, [offered(1), asked('r1', ben, [cleo, dan])], { ...facts, askable: [dan] })
      .when(decline('r1'))
      .happens(declined('r1', ben, dan));
    given(caseload, [offered(1), asked('r1', ben, [cleo, dan])], { ...facts, askable: [dan, cleo] })
      .when(decline('r1'))
      .happens(declined('r1', ben, cleo));
    given(caseload, [offered(1), asked('r1', ben, [cleo])], { ...facts, askable: [eve] })
      .when(decline('r1'))
      .happens(declined('r1', ben, null));
  });

  test('[R8] of a mentor who stops, pauses or leaves it is answered at once, without words of theirs, and passed on', () => {
    given(caseload, [offered(1), asked('r1', ben, [cleo, dan])], { ...facts, askable: [dan] })
      .when(answerForMentor('r1'))
      .happensLike({ type: 'RequestDeclined', data: { mentee: ben, reason: '', next: dan, because: 'not-taking-new-mentees' } });
    given(caseload, [asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(answerForMentor('r1'))
      .nothingHappens();
  });

  test('[R5] of a mentor who comes to assess the mentee it is closed for that reason, and passed on', () => {
    given(caseload, [offered(1), asked('r1', ben, [dan])], { ...facts, askable: [dan] })
      .when(answerForMentor('r1', 'reporting-line'))
      .happensLike({ type: 'RequestDeclined', data: { mentee: ben, reason: '', next: dan, because: 'reporting-line' } });
  });

  test('[R3] the hub withdraws one too many and says so, once, and leaves what the mentor was quicker to answer', () => {
    const tooMany = { type: 'RequestWithdrawn', data: { ...withdrawn('r1', ben).data, because: 'too-many-open' } } as CaseloadEvent;
    given(caseload, [offered(1), asked('r1', ben)], facts)
      .when(withdrawOneTooMany('r1'))
      .happens(tooMany);
    given(caseload, [offered(1), asked('r1', ben), tooMany], facts)
      .when(withdrawOneTooMany('r1'))
      .nothingHappens();
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(withdrawOneTooMany('r1'))
      .nothingHappens();
    // What a mentee says of it themself is their own word.
    given(caseload, [asked('r1', ben)], facts)
      .when(withdrawOneTooMany('r1', ben))
      .happens(withdrawn('r1', ben));
  });

  test('[R2] declining or withdrawing twice is done once; withdrawing what was declined is refused', () => {
    given(caseload, [asked('r1', ben), declined('r1', ben, null)], facts)
      .when(decline('r1'))
      .nothingHappens();
    given(caseload, [asked('r1', ben), declined('r1', ben, null)], facts)
      .when(decline('r1', 'Ask me in May'))
      .refused('REQUEST.DECLINED_ALREADY');
    given(caseload, [asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(withdraw('r1'))
      .nothingHappens();
    given(caseload, [asked('r1', ben), declined('r1', ben, null)], facts)
      .when(withdraw('r1'))
      .refused('REQUEST.NOT_OPEN');
  });
});

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
