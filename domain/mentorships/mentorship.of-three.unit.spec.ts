import type { AgreementId, Day, Instant, PersonId } from '../kernel/brand.js';
import { HUB } from '../kernel/decider.js';
import type { Happened } from '../notices/notices.js';
import { noticesOf } from '../notices/notices.js';
import type { MentorshipCommand } from './mentorship.commands.js';
import { mentorship } from './mentorship.decider.js';
import type { MentorshipEvent } from './mentorship.events.js';
import {
  agreed as agreedByTwo,
  asha,
  askedBy,
  ben,
  complete,
  completed as completedByTwo,
  end,
  ended as endedByTwo,
  given,
  m1,
  monday,
  propose,
  proposed,
  sign,
  signed,
  started as startedByTwo,
} from './mentorship.examples.js';
import { otherThan, theTwo, type Participants } from './participants.js';

const cleo = 'cleo' as PersonId;
/** A mentor and two mentees, as a circle would have them. */
const participants: Participants = [
  { person: asha, as: 'mentor' },
  { person: ben, as: 'mentee' },
  { person: cleo, as: 'mentee' },
];
const three = [asha, ben, cleo];
const ofThree = (event: MentorshipEvent): MentorshipEvent => ({ ...event, data: { ...event.data, participants } }) as MentorshipEvent;
const started = ofThree(startedByTwo);
const agreed = ofThree(agreedByTwo('a1'));
const signedByAll = [started, proposed('a1', asha), ...three.map((one) => signed('a1', one)), agreed];
const counted = { from: monday, remindAfter: 2, answerAfter: 5 };
const proposal: MentorshipEvent = {
  type: 'CompletionProposed',
  data: { mentorship: m1, by: ben, remindOn: '2026-03-04' as Day, agreeBy: '2026-03-09' as Day, counted },
};

describe('a mentorship of a mentor and two mentees', () => {
  test.each([
    [asha, ben, cleo],
    [ben, cleo, asha],
    [cleo, asha, ben],
  ])('is agreed once %s, %s and %s have signed, and not before', (first, second, third) => {
    given(mentorship, [started]).when(propose('a1', first)).happens(proposed('a1', first), signed('a1', first));
    const history = [started, proposed('a1', first), signed('a1', first)];
    given(mentorship, history).when(sign('a1', second)).happens(signed('a1', second));
    given(mentorship, [...history, signed('a1', second)])
      .when(sign('a1', second))
      .nothingHappens();
    given(mentorship, [...history, signed('a1', second)])
      .when(sign('a1', third))
      .happens(signed('a1', third), agreed);
  });

  test('goes on as it is once all three have said so, each for themself', () => {
    const next = '2026-06-05' as Day;
    const data = { mentorship: m1, agreement: 'a1' as AgreementId, reviewOn: next };
    const review = (by: PersonId): MentorshipCommand => ({ type: 'ReviewAgreement', ...askedBy(by), data });
    const answered = (by: PersonId): MentorshipEvent => ({ type: 'ReviewAnswered', data: { ...data, by } });
    given(mentorship, signedByAll).when(review(ben)).happens(answered(ben));
    given(mentorship, [...signedByAll, answered(ben)])
      .when(review(cleo))
      .happens(answered(cleo));
    for (const one of [ben, cleo])
      given(mentorship, [...signedByAll, answered(ben), answered(cleo)])
        .when(review(one))
        .nothingHappens();
    given(mentorship, [...signedByAll, answered(ben), answered(cleo)])
      .when(review(asha))
      .happens({ type: 'AgreementReviewed', data: { ...data, by: asha } });
  });

  test('is completed by the word of another, and never by that of whoever proposed it', () => {
    given(mentorship, [...signedByAll, proposal])
      .when(complete(ben))
      .refused('MENTORSHIP.WAITS_FOR_THE_OTHER');
    for (const one of [asha, cleo])
      given(mentorship, [...signedByAll, proposal])
        .when(complete(one))
        .happens(ofThree(completedByTwo(one)));
  });

  test('reminds everyone of whom it waits for a word on completing', () => {
    const on = '2026-03-04' as Day;
    given(mentorship, [...signedByAll, proposal])
      .when({ type: 'RemindOfCompletion', by: HUB, at: `${on}T09:00:00.000Z` as Instant, on, data: { mentorship: m1 } })
      .happens(...[asha, cleo].map((waitsFor): MentorshipEvent => ({ type: 'CompletionReminded', data: { mentorship: m1, waitsFor } })));
  });

  test('names all three when it ends early, whoever of them ends it', () => {
    for (const one of three)
      given(mentorship, signedByAll)
        .when(end(one))
        .happens(ofThree(endedByTwo(one)));
  });

  test.each([
    ['completing', ofThree(completedByTwo(ben))],
    ['ending early', ofThree(endedByTwo(ben))],
  ])('tells all of %s, and who acted knows it', (_, event) => {
    const told = (actor: PersonId) => noticesOf({ ...event, actor } as Happened, nothingElse).map(({ person }) => person);
    expect(told(HUB).toSorted()).toEqual(three);
    for (const one of three) expect(told(one).toSorted()).toEqual(three.filter((other) => other !== one));
  });

  test('is not taken for a pair', () => {
    expect(() => theTwo({ participants })).toThrow('pair');
    expect(() => otherThan(participants, asha)).toThrow('pair');
  });
});

const nothingElse = { pair: () => undefined, request: () => undefined, holder: () => undefined };
