import type { Day, PersonId } from '../kernel/brand.js';
import { replay } from '../kernel/decider.js';
import { given } from '../testing/given.js';
import { seeded } from '../testing/seeded.js';
import { caseload } from './caseload.decider.js';
import type { CaseloadCommand } from './caseload.commands.js';
import type { CaseloadEvent } from './caseload.events.js';
import {
  answerForMentor,
  accept,
  accepted,
  asha,
  ask,
  asked,
  askedWith,
  asking,
  ben,
  cleo,
  dan,
  decline,
  declined,
  thursday,
  shut,
  nextWednesday,
  nextThursday,
  moveDay,
  countedFrom,
  dayMoved,
  discuss,
  discussed,
  eve,
  extend,
  extended,
  facts,
  free,
  friday,
  lapse,
  lapsed,
  monday,
  nextFriday,
  nextMonday,
  offer,
  offered,
  release,
  released,
  remind,
  reminded,
  tuesday,
  wednesday,
  withdraw,
  withdrawn,
} from './caseload.examples.js';
import type { AskFacts } from './caseload.facts.js';
import { mayBeAsked } from './may-be-asked.js';

describe('a mentor’s places', () => {
  test('[R1] a mentor with a free place may accept', () => {
    given(caseload, [offered(1), asked('r1', ben)], facts)
      .when(accept('r1', 'm1'))
      .happens(accepted('r1', ben, 'm1'));
  });

  test('[R1] one mentorship is never two mentees’', () => {
    given(caseload, [offered(2), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')], facts)
      .when(accept('r2', 'm1'))
      .refused('REQUEST.MENTORSHIP_BEGUN');
  });

  test('[R1] a full mentor may not, whichever request came first', () => {
    given(caseload, [offered(1), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')], facts)
      .when(accept('r2', 'm2'))
      .refused('REQUEST.MENTOR_FULL');
  });

  test('[R1] a full mentor is not asked in vain', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(ask('r2', cleo))
      .refused('REQUEST.MENTOR_FULL');
  });

  test('[R1] places may fall below those taken: nobody is turned out, nobody new comes in', () => {
    const history = [offered(2), asked('r1', ben), asked('r2', cleo), accepted('r1', ben, 'm1')];
    given(caseload, history, facts).when(offer(0)).happens(offered(0));
    given(caseload, [...history, offered(1)], facts)
      .when(accept('r2', 'm2'))
      .refused('REQUEST.MENTOR_FULL');
  });

  test('[R1] offering as many places as before is nothing new', () => {
    given(caseload, [offered(2)], facts)
      .when(offer(2))
      .nothingHappens();
  });

  test('[R8] a released place can be taken again', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1'), released('m1'), asked('r2', cleo)], facts)
      .when(accept('r2', 'm2'))
      .happens(accepted('r2', cleo, 'm2'));
  });

  test('[R2] releasing a place twice releases it once', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1'), released('m1')], facts)
      .when(release('m1'))
      .nothingHappens();
  });
});

describe('asking a mentor', () => {
  test('[R4] a request carries when to remind and the last day to answer', () => {
    given(caseload, [offered(1)], facts)
      .when(ask('r1', ben))
      .happens(asked('r1', ben));
  });

  test('[R2] the same request twice is one request; other words under its id are refused, not lost', () => {
    const open = given(caseload, [offered(1), asked('r1', ben)], facts);
    open.when(ask('r1', ben)).nothingHappens();
    open.when(ask('r1', ben, [cleo])).refused('REQUEST.ALREADY_ASKED');
    const { data, ...rest } = ask('r1', ben) as Extract<CaseloadCommand, { type: 'RequestMentoring' }>;
    open.when({ ...rest, data: { ...data, note: 'Hello again' } }).refused('REQUEST.ALREADY_ASKED');
    open.when({ ...rest, data: { ...data, times: [tuesday] } }).refused('REQUEST.ALREADY_ASKED');
    given(caseload, [askedWith('r1', ben, [tuesday])], facts)
      .when({ ...rest, at: tuesday.startsAt, data: { ...data, times: [tuesday] } })
      .nothingHappens();
    given(caseload, [asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(ask('r1', ben, [cleo]))
      .refused('REQUEST.NOT_OPEN');
  });

  test('[R3] asking the same mentor again while a request is open is refused', () => {
    given(caseload, [offered(2), asked('r1', ben)], facts)
      .when(ask('r2', ben))
      .refused('REQUEST.ALREADY_ASKED');
  });

  test('[R3] a mentor who said no, or let it lapse, can be asked again', () => {
    given(caseload, [offered(2), asked('r1', ben), lapsed('r1', ben)], facts)
      .when(ask('r2', ben))
      .happens(asked('r2', ben));
  });

  test('[R3] a third open request is fine, a fourth is not', () => {
    given(caseload, [offered(1)], { ...facts, openRequests: 2 })
      .when(ask('r1', ben))
      .happens(asked('r1', ben));
    given(caseload, [offered(1)], { ...facts, openRequests: 3 })
      .when(ask('r1', ben))
      .refused('REQUEST.TOO_MANY_OPEN');
  });

  test('nobody mentors themself', () => {
    given(caseload, [offered(1)], facts)
      .when(ask('r1', asha))
      .refused('REQUEST.ONESELF');
  });

  test('reserves are other people, each named once', () => {
    given(caseload, [offered(1)], facts)
      .when(ask('r1', ben, [cleo, cleo]))
      .refused('REQUEST.RESERVES_MIXED_UP');
    given(caseload, [offered(1)], facts)
      .when(ask('r1', ben, [asha]))
      .refused('REQUEST.RESERVES_MIXED_UP');
    given(caseload, [offered(1)], facts)
      .when(ask('r1', ben, [ben]))
      .refused('REQUEST.RESERVES_MIXED_UP');
  });

  test('two who share a mentorship do not ask for it again', () => {
    given(caseload, [offered(2)], asking({ paired: true }))
      .when(ask('r1', ben))
      .refused('REQUEST.ALREADY_PAIRED');
  });

  test.each([
    ['an exclusion on either side', { excluded: true }],
    ['a line manager or assessing induction tutor', { inReportingLine: true }],
    ['a pause', { paused: true }],
    ['a mentor whom the mentee cannot find', { visible: false }],
    ['a mentor who offers nothing', { offering: false }],
    ['a mentor who was erased', { mentorKnown: false }],
    ['a mentee who was erased', { menteeKnown: false }],
  ] satisfies [string, Partial<AskFacts>][])('[R5] %s is refused in the same words as any other', (_, change) => {
    given(caseload, [offered(1)], asking(change))
      .when(ask('r1', ben))
      .refused('REQUEST.NOT_AVAILABLE');
    expect(mayBeAsked({ ...free, ...change })).toBe(false);
  });

  test.each([
    ['a mentor with a place', offered(1), 0],
    ['a mentor with none', offered(0), 0],
    ['a mentee who may ask nobody more', offered(1), 3],
  ] satisfies [string, CaseloadEvent, number][])(
    '[R5] %s: an exclusion is refused as a mentor is whom the mentee cannot find, or of whom nothing is known',
    (_, places, openRequests) => {
      for (const about of [{ ...free, excluded: true }, { ...free, visible: false }, { ...free, excluded: true, visible: false }, null])
        given(caseload, [places], { ...facts, ask: about, openRequests })
          .when(ask('r1', ben))
          .refused('REQUEST.NOT_AVAILABLE');
    },
  );

  test('[R5] somebody of whom nothing is known is not available either', () => {
    given(caseload, [offered(1)], { ...facts, ask: null })
      .when(ask('r1', ben))
      .refused('REQUEST.NOT_AVAILABLE');
  });
});

describe('answering a request', () => {
  test('[R2] accepting twice for the same mentorship is one acceptance', () => {
    given(caseload, [offered(1), asked('r1', ben), accepted('r1', ben, 'm1')], facts)
      .when(accept('r1', 'm1'))
      .nothingHappens();
  });

  test('a request that was withdrawn can no longer be accepted', () => {
    given(caseload, [offered(1), asked('r1', ben), withdrawn('r1', ben)], facts)
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_OPEN');
  });

  test('[R5] an exclusion or a reporting line that came since still counts', () => {
    given(caseload, [offered(1), asked('r1', ben)], asking({ excluded: true }))
      .when(accept('r1', 'm1'))
      .refused('REQUEST.NOT_AVAILABLE');
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

test('[R1] whatever arrives in whatever order, no more is taken than the places there were', () => {
  const { below, pick } = seeded();
  for (let run = 0; run < 200; run++) {
    let state = caseload.initial;
    for (let step = 0; step < 60; step++) {
      const n = below(12);
      const command = pick([
        offer(below(4)),
        ask(`r${n}`, `p${n}` as PersonId),
        accept(`r${n}`, `m${n}`),
        decline(`r${n}`),
        release(`m${n}`),
        withdraw(`r${n}`),
      ]);
      const before = state;
      const decision = caseload.decide(command, state, facts);
      state = decision.ok ? replay({ ...caseload, initial: state }, decision.value) : state;
      if (state.taken.size > before.taken.size) expect(state.taken.size).toBeLessThanOrEqual(state.places);
      expect([...state.open.keys()].filter((id) => state.answered.has(id))).toEqual([]);
    }
  }
});
