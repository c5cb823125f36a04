import type { Instant } from '../kernel/brand.js';
import { given } from '../testing/given.js';
import {
  accept,
  accepted,
  asked,
  askedWith,
  ben,
  cleo,
  facts,
  firstAt,
  offered,
  released,
  thatThursday,
  tuesday,
} from './caseload.examples.js';
import { caseload } from './caseload.decider.js';

const askedWithTimes = [offered(2), askedWith('r1', ben, [tuesday, thatThursday])];
const clashing = { ...facts, clashes: true };

describe('a yes that names a time', () => {
  test('[R2] carries the first meeting at one of the offered times', () => {
    given(caseload, askedWithTimes, facts)
      .when(accept('r1', 'm1', firstAt(tuesday)))
      .happens(accepted('r1', ben, 'm1', firstAt(tuesday)));
  });

  test('may name none', () => {
    given(caseload, askedWithTimes, facts)
      .when(accept('r1', 'm1'))
      .happens(accepted('r1', ben, 'm1'));
  });

  test('names one that was offered, at its length', () => {
    const open = given(caseload, askedWithTimes, facts);
    open.when(accept('r1', 'm1', firstAt({ ...tuesday, minutes: 60 }))).refused('MEETING.NOT_OFFERED');
    given(caseload, [offered(1), asked('r1', ben)], facts)
      .when(accept('r1', 'm1', firstAt(tuesday)))
      .refused('MEETING.NOT_OFFERED');
  });

  test('is not given for a time that has begun: the request stays open, and another time or none may be chosen', () => {
    const after = (time: string) => accept('r1', 'm1', firstAt(tuesday), time as Instant);
    given(caseload, askedWithTimes, facts).when(after(tuesday.startsAt)).refused('MEETING.IN_THE_PAST');
    given(caseload, askedWithTimes, facts)
      .when(accept('r1', 'm1', firstAt(thatThursday), tuesday.startsAt))
      .happens(accepted('r1', ben, 'm1', firstAt(thatThursday)));
  });

  test('is not given for a time at which either has another meeting', () => {
    given(caseload, askedWithTimes, clashing)
      .when(accept('r1', 'm1', firstAt(tuesday)))
      .refused('MEETING.CLASH');
  });

  test('[R1] that comes after the last place was taken meets that first', () => {
    given(caseload, [offered(1), askedWith('r1', ben, [tuesday]), asked('r2', cleo), accepted('r2', cleo, 'm2')], clashing)
      .when(accept('r1', 'm1', firstAt(tuesday)))
      .refused('REQUEST.MENTOR_FULL');
  });

  test('[R2] given again is one acceptance; another time is refused, and says what was booked', () => {
    const yes = given(caseload, [...askedWithTimes, accepted('r1', ben, 'm1', firstAt(tuesday))], clashing);
    yes.when(accept('r1', 'm1', firstAt(tuesday))).nothingHappens();
    yes.when(accept('r1', 'm1', firstAt(thatThursday))).refused('REQUEST.ACCEPTED_ALREADY', { first: 'Tuesday 10 March at 3:40pm' });
    yes.when(accept('r1', 'm1')).refused('REQUEST.ACCEPTED_ALREADY');
    yes.when(accept('r1', 'm2', firstAt(tuesday))).refused('REQUEST.ACCEPTED_ALREADY');
    given(caseload, [...askedWithTimes, accepted('r1', ben, 'm1')], facts)
      .when(accept('r1', 'm1', firstAt(tuesday)))
      .refused('REQUEST.ACCEPTED_ALREADY', { first: '' });
  });

  test('[R2] begins no mentorship that was begun before, even where that is over', () => {
    const again = [...askedWithTimes, accepted('r1', ben, 'm1'), released('m1'), asked('r2', ben)];
    given(caseload, again, facts).when(accept('r2', 'm1')).refused('REQUEST.MENTORSHIP_BEGUN');
  });
});
