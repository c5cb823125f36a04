import { given } from '../testing/given.js';
import type { CaseloadCommand } from './caseload.commands.js';
import { caseload } from './caseload.decider.js';
import type { CaseloadEvent } from './caseload.events.js';
import {
  accept,
  accepted,
  asha,
  ask,
  asked,
  askedWith,
  asking,
  ben,
  cleo,
  facts,
  free,
  lapsed,
  offered,
  released,
  tuesday,
  withdrawn,
} from './caseload.examples.js';
import type { AskFacts } from './caseload.facts.js';
import { mayBeAsked } from './may-be-asked.js';

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

  test('they are so from the yes on, before a view has their mentorship, and until its place is free again', () => {
    const said = [offered(2), asked('r1', ben), accepted('r1', ben, 'm1')];
    given(caseload, said, facts).when(ask('r2', ben)).refused('REQUEST.ALREADY_PAIRED');
    given(caseload, [...said, released('m1')], facts)
      .when(ask('r2', ben))
      .happensLike({ type: 'MentoringRequested' });
    given(caseload, [...said, asked('r2', cleo)], facts)
      .when(accept('r2', 'm2'))
      .happensLike({ type: 'RequestAccepted' });
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
