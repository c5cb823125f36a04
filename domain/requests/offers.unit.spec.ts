import type { Day } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import { caseload } from './caseload.decider.js';
import {
  accept,
  accepted,
  acceptOffer,
  answerOffer,
  asha,
  ask,
  asked,
  ben,
  cleo,
  closeOffer,
  dan,
  friday,
  helpOffered,
  lapseOffer,
  monday,
  nextMonday,
  offer,
  offerDeclined,
  offered,
  offerHelp,
  offering,
  offerLapsed,
  offerWithdrawn,
  shut,
  withdrawn,
  yesToOffer,
} from './caseload.examples.js';

const wanted = offering();
const AGAIN = '2026-05-31' as Day;

describe('an offer to help', () => {
  test('names what the mentee wants to work on and the mentor can help with, and has a day to reply by', () => {
    given(caseload, [offered(2)], wanted)
      .when(offerHelp('o1', ben))
      .happens(helpOffered('o1', ben));
  });

  test('[R2] is made once, however often it is sent; in other words it is another', () => {
    const open = given(caseload, [offered(2), helpOffered('o1', ben)], wanted);
    open.when(offerHelp('o1', ben)).happens();
    open.when(offerHelp('o1', ben, monday, 'Something else')).refused('OFFER.MADE_ALREADY');
    given(caseload, [offered(2), helpOffered('o1', ben), offerLapsed('o1', ben)], wanted)
      .when(offerHelp('o1', ben))
      .happens();
  });

  test('is one between two: not beside another, a request, or a mentorship', () => {
    given(caseload, [offered(2), helpOffered('o1', ben)], wanted)
      .when(offerHelp('o2', ben))
      .refused('OFFER.MADE_ALREADY');
    given(caseload, [offered(2), asked('r1', ben)], wanted)
      .when(offerHelp('o1', ben))
      .refused('OFFER.ASKED_ALREADY');
    given(caseload, [offered(2), asked('r1', ben), accepted('r1', ben, 'm1')], wanted)
      .when(offerHelp('o1', ben))
      .refused('REQUEST.ALREADY_PAIRED');
    given(caseload, [offered(2)], offering({}, { paired: true }))
      .when(offerHelp('o1', ben))
      .refused('REQUEST.ALREADY_PAIRED');
    given(caseload, [offered(2)], wanted)
      .when(offerHelp('o1', asha))
      .refused('REQUEST.ONESELF');
  });

  test('a mentor has no more open than places free, and none without a place', () => {
    given(caseload, [offered(2), helpOffered('o1', cleo)], wanted)
      .when(offerHelp('o2', ben))
      .happens(helpOffered('o2', ben));
    given(caseload, [offered(2), helpOffered('o1', cleo), helpOffered('o2', dan)], wanted)
      .when(offerHelp('o3', ben))
      .refused('OFFER.NO_SPACE', { free: 2 });
    given(caseload, [offered(1), asked('r1', cleo), accepted('r1', cleo, 'm1')], wanted)
      .when(offerHelp('o1', ben))
      .refused('REQUEST.MENTOR_FULL', { places: 1, mentees: 1, reader: 'mentor' });
    given(caseload, [], wanted).when(offerHelp('o1', ben)).refused('REQUEST.MENTOR_FULL', { places: 0, mentees: 0, reader: 'mentor' });
  });

  test.each([
    ['has not chosen that mentors see what they want', offering({ aims: null })],
    ['wants nothing that the mentor can help with', offering({ aims: [] })],
    ['does not let the mentor find them', offering({ reached: false })],
    ['has three offers already', offering({ openOffers: 3 })],
    ['has as many mentors and requests as fit', offering({ mentors: 3 })],
    ['[R5] is kept apart from the mentor', offering({}, { excluded: true })],
    ['[R6] is managed or assessed by the mentor', offering({}, { inReportingLine: true })],
    ['could not find the mentor either', offering({}, { visible: false })],
    ['was erased', offering({}, { menteeKnown: false })],
    ['would be mentored by a mentor who is paused', offering({}, { paused: true })],
    ['is unknown', { ...wanted, ask: null }],
    ['was asked about by no offer', { ...wanted, offer: null }],
  ])('is refused alike where the mentee %s', (_why, facts) => {
    given(caseload, [offered(2)], facts)
      .when(offerHelp('o1', ben))
      .refused('OFFER.NOT_AVAILABLE');
  });

  test('a third offer and a second mentor beside it are fine', () => {
    given(caseload, [offered(2)], offering({ openOffers: 2, mentors: 2 }))
      .when(offerHelp('o1', ben))
      .happens(helpOffered('o1', ben));
  });
});

describe('a yes to an offer', () => {
  test('is a request and its answer at once, and takes a place', () => {
    given(caseload, [offered(2), helpOffered('o1', ben)], wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .happens(...yesToOffer('r1', ben, 'm1', 'o1'));
  });

  test('[R2] is said once; with other ids it is another yes', () => {
    const said = given(caseload, [offered(2), helpOffered('o1', ben), ...yesToOffer('r1', ben, 'm1', 'o1')], wanted);
    said.when(acceptOffer('r1', ben, 'o1', 'm1')).happens();
    said.when(acceptOffer('r2', ben, 'o1', 'm2')).refused('OFFER.NOT_OPEN', { outcome: 'accepted' });
  });

  test('[R1] ends the mentor’s other offers where it takes the last place', () => {
    given(caseload, [offered(2), helpOffered('o1', ben), helpOffered('o2', cleo)], wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .happens(...yesToOffer('r1', ben, 'm1', 'o1'));
    given(caseload, [offered(2), helpOffered('o1', ben), helpOffered('o2', cleo), asked('r0', dan), accepted('r0', dan, 'm0')], wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .happens(...yesToOffer('r1', ben, 'm1', 'o1'), offerWithdrawn('o2', cleo, 'no-space'));
  });

  test('comes to nothing where no place is left, or the two may not be paired any more', () => {
    given(caseload, [offered(1), helpOffered('o1', ben), asked('r0', dan), accepted('r0', dan, 'm0')], wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .refused('REQUEST.MENTOR_FULL', { places: 1 });
    const open = [offered(2), helpOffered('o1', ben)];
    given(caseload, open, offering({}, { inReportingLine: true }))
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .refused('REQUEST.NOT_AVAILABLE');
    given(caseload, open, offering({}, { paired: true }))
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .refused('REQUEST.ALREADY_PAIRED');
  });

  test('uses ids that stand for nothing else in this caseload', () => {
    const before = [offered(3), asked('r0', dan), accepted('r0', dan, 'm0'), helpOffered('o1', ben)];
    given(caseload, before, wanted)
      .when(acceptOffer('r0', ben, 'o1', 'm1'))
      .refused('REQUEST.ALREADY_ASKED');
    given(caseload, before, wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm0'))
      .refused('REQUEST.MENTORSHIP_BEGUN');
  });
});

describe('an offer ends', () => {
  const open = [offered(2), helpOffered('o1', ben)];

  test('with a no, for which no reason is asked; the same mentor may offer again after 90 days', () => {
    given(caseload, open, wanted)
      .when(answerOffer('DeclineOffer', 'o1', ben))
      .happens(offerDeclined('o1', ben, AGAIN));
    const after = given(caseload, [...open, offerDeclined('o1', ben, AGAIN)], wanted);
    after.when(answerOffer('DeclineOffer', 'o1', ben)).happens();
    after.when(offerHelp('o2', ben, '2026-05-30' as Day)).refused('OFFER.NOT_AVAILABLE');
    after.when(offerHelp('o2', cleo)).happens(helpOffered('o2', cleo));
  });

  test('on the 90th day the mentor may offer again', () => {
    given(caseload, [...open, offerDeclined('o1', ben, monday)], wanted)
      .when(offerHelp('o2', ben))
      .happens(helpOffered('o2', ben));
  });

  test('when the mentor takes it back', () => {
    given(caseload, open, wanted)
      .when(answerOffer('WithdrawOffer', 'o1', asha))
      .happens(offerWithdrawn('o1', ben));
    given(caseload, [...open, offerWithdrawn('o1', ben)], wanted)
      .when(answerOffer('WithdrawOffer', 'o1', asha))
      .happens();
    given(caseload, [...open, offerWithdrawn('o1', ben)], wanted)
      .when(acceptOffer('r1', ben, 'o1', 'm1'))
      .refused('OFFER.NOT_OPEN', { outcome: 'withdrawn' });
  });

  test('when the mentor’s places fill, by a yes to a request or because they offer fewer', () => {
    given(caseload, [offered(1), helpOffered('o1', ben), asked('r1', cleo)], wanted)
      .when(accept('r1', 'm1'))
      .happens(accepted('r1', cleo, 'm1'), offerWithdrawn('o1', ben, 'no-space'));
    given(caseload, open, wanted)
      .when(offer(0))
      .happens(offered(0), offerWithdrawn('o1', ben, 'no-space'));
    given(caseload, open, wanted).when(offer(1)).happens(offered(1));
  });

  test('when the mentee asks this mentor themself: the request is what counts', () => {
    given(caseload, open, wanted)
      .when(ask('r1', ben))
      .happens(asked('r1', ben), offerWithdrawn('o1', ben, 'asked'));
    given(caseload, [...open, asked('r1', ben), offerWithdrawn('o1', ben, 'asked'), withdrawn('r1', ben)], wanted)
      .when(offerHelp('o2', ben))
      .happens(helpOffered('o2', ben));
  });

  test('[R5] when the hub closes it; what the mentee’s side closed reads as any “not this time”', () => {
    const closed = (because: Parameters<typeof closeOffer>[1]) => given(caseload, open, wanted).when(closeOffer('o1', because));
    closed('not-available').happens(offerDeclined('o1', ben, AGAIN));
    closed('reporting-line').happens(offerDeclined('o1', ben, AGAIN, 'reporting-line'));
    closed('not-taking-new-mentees').happens(offerWithdrawn('o1', ben, 'not-taking-new-mentees'));
    closed('cannot-reply').happens(offerWithdrawn('o1', ben, 'cannot-reply'));
    // The mentor may offer again: the mentee did not say no.
    closed('joined').happens(offerWithdrawn('o1', ben, 'joined'));
    given(caseload, [offered(2)], wanted)
      .when(closeOffer('o1', 'not-available'))
      .happens();
  });

  test('when nobody replies by the day; days on which the school is shut count for nothing', () => {
    given(caseload, open, wanted).when(lapseOffer('o1', friday)).refused('REQUEST.NOT_DUE');
    given(caseload, open, wanted).when(lapseOffer('o1', nextMonday)).happens(offerLapsed('o1', ben));
    given(caseload, open, shut(friday, friday)).when(lapseOffer('o1', nextMonday)).refused('REQUEST.NOT_DUE');
    given(caseload, [...open, offerLapsed('o1', ben)], wanted)
      .when(lapseOffer('o1', nextMonday))
      .happens();
  });
});
