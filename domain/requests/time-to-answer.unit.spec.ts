import type { Day } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import { caseload } from './caseload.decider.js';
import {
  accepted,
  asha,
  asked,
  ben,
  cleo,
  thursday,
  shut,
  nextWednesday,
  nextThursday,
  moveDay,
  countedFrom,
  dayMoved,
  discuss,
  discussed,
  extend,
  extended,
  facts,
  friday,
  lapse,
  lapsed,
  monday,
  nextFriday,
  nextMonday,
  offered,
  remind,
  reminded,
  wednesday,
} from './caseload.examples.js';

describe('the time a request has', () => {
  test('[R4] a request is extended once', () => {
    given(caseload, [asked('r1', ben)], facts)
      .when(extend('r1'))
      .happens(extended('r1', nextThursday));
    given(caseload, [asked('r1', ben), extended('r1', nextThursday)], facts)
      .when(extend('r1'))
      .refused('REQUEST.EXTENDED_ONCE');
  });

  test('[R4] an extension is counted from the day as it stands', () => {
    given(caseload, [asked('r1', ben), dayMoved('r1', wednesday, nextMonday)], facts)
      .when(extend('r1'))
      .happens(extended('r1', nextFriday));
  });

  test('[R4] while the two talk, the answer has its full time again', () => {
    const anew = discussed('r1', ben, nextWednesday, nextFriday, countedFrom(nextMonday));
    given(caseload, [asked('r1', ben)], facts)
      .when(discuss('r1', ben, nextMonday))
      .happens(anew);
    given(caseload, [asked('r1', ben), anew], facts)
      .when(lapse('r1', nextFriday))
      .refused('REQUEST.NOT_DUE');
  });

  test('[R4] talking right after an extension does not cost the days that it gave', () => {
    given(caseload, [asked('r1', ben), extended('r1', nextThursday)], facts)
      .when(discuss('r1', asha))
      .happens(discussed('r1', asha, wednesday, nextThursday, countedFrom(monday, 8)));
  });

  test('is for a day’s messages to one person, as any other: each sends an email', () => {
    const after = (writtenToday: number) => given(caseload, [asked('r1', ben)], { ...facts, writtenToday }).when(discuss('r1', ben));
    after(19).happensLike({ type: 'RequestDiscussed' });
    after(20).refused('MESSAGE.TOO_MANY_TODAY');
  });

  test('[R4] days on which the school turns out to be shut do not count: both days move', () => {
    const snow = shut(wednesday, thursday);
    given(caseload, [asked('r1', ben)], snow)
      .when(moveDay('r1'))
      .happens(dayMoved('r1', friday, '2026-03-10' as Day));
    given(caseload, [asked('r1', ben), dayMoved('r1', friday, '2026-03-10' as Day)], snow)
      .when(moveDay('r1'))
      .nothingHappens();
  });

  test('[R4] no day is ever earlier than it was promised', () => {
    given(caseload, [asked('r1', ben), dayMoved('r1', friday, '2026-03-10' as Day)], facts)
      .when(moveDay('r1'))
      .nothingHappens();
    given(caseload, [asked('r1', ben), accepted('r1', ben, 'm1')], shut(wednesday, thursday))
      .when(moveDay('r1'))
      .nothingHappens();
  });

  test('[R4] before a request lapses, or anybody is reminded, the days are counted again', () => {
    given(caseload, [asked('r1', ben), reminded('r1')], shut(thursday, friday))
      .when(lapse('r1', nextMonday))
      .happens(dayMoved('r1', wednesday, '2026-03-10' as Day));
    given(caseload, [asked('r1', ben)], shut(wednesday, thursday))
      .when(remind('r1', wednesday))
      .happens(dayMoved('r1', friday, '2026-03-10' as Day));
    given(caseload, [asked('r1', ben)], shut(wednesday, wednesday))
      .when(lapse('r1', '2026-03-10' as Day))
      .happens(lapsed('r1', ben));
  });

  test('[R4] on the last day, as it is counted again, a request moves and does not lapse', () => {
    given(caseload, [asked('r1', ben), reminded('r1')], shut(wednesday, friday))
      .when(lapse('r1', nextWednesday))
      .happens(dayMoved('r1', nextMonday, nextWednesday));
  });

  test('[R4] of a request whose reminder was sent the day of reminding moves no more', () => {
    const before = [asked('r1', ben), dayMoved('r1', wednesday, nextWednesday)];
    given(caseload, before, shut(wednesday, thursday))
      .when(moveDay('r1'))
      .happens(dayMoved('r1', friday, nextWednesday));
    given(caseload, [...before, reminded('r1')], shut(wednesday, thursday))
      .when(moveDay('r1'))
      .nothingHappens();
  });

  test('[R4] the mentor is reminded half-way, once, and again after talking', () => {
    given(caseload, [asked('r1', ben)], facts)
      .when(remind('r1', monday))
      .refused('REQUEST.NOT_DUE');
    given(caseload, [asked('r1', ben)], facts)
      .when(remind('r1', wednesday))
      .happens(reminded('r1'));
    given(caseload, [asked('r1', ben), reminded('r1')], facts)
      .when(remind('r1', friday))
      .nothingHappens();
    given(caseload, [asked('r1', ben), reminded('r1'), discussed('r1', ben, nextMonday, nextFriday)], facts)
      .when(remind('r1', nextMonday))
      .happens(reminded('r1'));
  });

  test('[R4] a mentor who wrote last has answered: it is the mentee who is reminded, and whose move it was when time ran out', () => {
    const talked = [asked('r1', ben), discussed('r1', asha, nextMonday, nextFriday)];
    given(caseload, talked, facts).when(remind('r1', nextMonday)).happens(reminded('r1', 'mentee'));
    given(caseload, talked, facts)
      .when(lapse('r1', '2026-03-14' as Day))
      .happens(lapsed('r1', ben, null, 'mentee'));
  });

  test('[R4] once the mentee has written back, it is the mentor’s move again', () => {
    const talked = [asked('r1', ben), discussed('r1', asha, wednesday, friday), discussed('r1', ben, nextMonday, nextFriday)];
    given(caseload, talked, facts).when(remind('r1', nextMonday)).happens(reminded('r1', 'mentor'));
    given(caseload, talked, facts)
      .when(lapse('r1', '2026-03-14' as Day))
      .happens(lapsed('r1', ben, null, 'mentor'));
  });

  test('[R4] a request does not lapse on the day it is due', () => {
    given(caseload, [asked('r1', ben)], facts)
      .when(lapse('r1', friday))
      .refused('REQUEST.NOT_DUE');
  });

  test('[R4] the day after, it does, and passes on to the next reserve', () => {
    given(caseload, [asked('r1', ben, [cleo])], { ...facts, askable: [cleo] })
      .when(lapse('r1', '2026-03-07' as Day))
      .happens(lapsed('r1', ben, cleo));
  });

  test('[R2] the clock may ask twice, or after the answer', () => {
    given(caseload, [asked('r1', ben), lapsed('r1', ben)], facts)
      .when(lapse('r1', nextFriday))
      .nothingHappens();
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(remind('r1', nextFriday))
      .nothingHappens();
  });
});
