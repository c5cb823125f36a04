import { askedNoMore, askedToContinue, continued, lastDayMoved } from '../testing/closings.js';
import { COUNTED, given, happened } from '../testing/given-events.js';
import { dueView } from './due.view.js';

const asked = happened('MentoringRequested', {
  ...{ request: 'r1', mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
  ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
});
const reminded = happened('RequestReminded', { request: 'r1', actsNext: 'mentor' });
const row = (...events: Parameters<typeof given>[1]) => given(dueView, [asked, ...events]).row('r1');

describe('what the clock must do about a request', () => {
  test('[R4] the reminder comes first, then the end, on the day after the last day to answer', () => {
    expect(row()).toMatchObject({ kind: 'remind', day: '2026-03-04' });
    expect(row(reminded)).toMatchObject({ kind: 'lapse', day: '2026-03-10' });
  });

  test('[R4] more time moves the end', () => {
    expect(row(reminded, happened('RequestExtended', { request: 'r1', answerBy: '2026-03-16', counted: COUNTED }))).toMatchObject({
      kind: 'lapse',
      day: '2026-03-17',
    });
  });

  test('[R4] days on which the school is shut move both', () => {
    const moved = happened('AnswerDayMoved', { request: 'r1', remindOn: '2026-03-06', answerBy: '2026-03-11' });
    expect(row(moved)).toMatchObject({ kind: 'remind', day: '2026-03-06' });
    expect(row(moved, reminded)).toMatchObject({ kind: 'lapse', day: '2026-03-12' });
  });

  test('[R4] talking begins anew, reminder included', () => {
    const discussed = happened('RequestDiscussed', {
      request: 'r1',
      from: 'asha',
      text: '',
      remindOn: '2026-03-11',
      answerBy: '2026-03-16',
      counted: COUNTED,
    });
    expect(row(reminded, discussed)).toMatchObject({ kind: 'remind', day: '2026-03-11', answerBy: '2026-03-16' });
  });

  test('a closed request needs nothing', () => {
    expect(row(happened('RequestWithdrawn', { request: 'r1', mentor: 'asha', mentee: 'ben' }))).toBeUndefined();
  });

  test('[R8] a pair that was asked whether it continues ends on the day after the last, unless it goes on or rests', () => {
    const rows = (...events: Parameters<typeof given>[1]) =>
      [
        ...given(dueView, [askedToContinue, ...events])
          .rows()
          .values(),
      ].map(({ data }) => data);
    expect(rows()).toEqual([{ kind: 'close', mentorship: 'm1', day: '2026-03-14' }]);
    expect(rows(lastDayMoved)).toMatchObject([{ day: '2026-03-17' }]);
    for (const event of [continued, ...askedNoMore]) expect(rows(event)).toEqual([]);
  });

  test('an agreement that both signed is looked at again on its day, then on the next they name, and no more once it is over', () => {
    const of = { mentorship: 'm1', agreement: 'a1' };
    const terms = { purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn: '2026-06-05' };
    const two = { mentor: 'asha', mentee: 'ben' };
    const proposed = happened('AgreementProposed', { ...of, by: 'ben', terms });
    const agreed = happened('MentorshipAgreed', { ...of, ...two });
    const asked = happened('ReviewAsked', { mentorship: 'm1', ...two, reviewOn: '2026-06-05' });
    const reviewed = happened('AgreementReviewed', { ...of, by: 'ben', reviewOn: '2026-09-07' });
    const over = happened('MentorshipCompleted', { mentorship: 'm1', ...two, by: 'ben' });
    const due = (...events: Parameters<typeof given>[1]) => given(dueView, events).row('review:m1');
    expect(due(proposed)).toBeUndefined();
    expect(due(proposed, agreed)).toEqual({ kind: 'ask-for-review', mentorship: 'm1', day: '2026-06-05' });
    expect(due(proposed, agreed, asked)).toBeUndefined();
    expect(due(proposed, agreed, asked, reviewed)).toMatchObject({ day: '2026-09-07' });
    expect(due(proposed, agreed, over)).toBeUndefined();
  });

  test('a review is not due while the two rest or decide on completing, and is once they go on', () => {
    const of = { mentorship: 'm1', agreement: 'a1' };
    const terms = { purpose: '', frequency: 'weekly', minutes: 30, format: 'online', confidentiality: '', reviewOn: '2026-06-05' };
    const two = { mentor: 'asha', mentee: 'ben' };
    const agreed = [happened('AgreementProposed', { ...of, by: 'ben', terms }), happened('MentorshipAgreed', { ...of, ...two })];
    const due = (...events: Parameters<typeof given>[1]) => given(dueView, [...agreed, ...events]).row('review:m1');
    const paused = happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until: null, why: 'chosen' });
    const resumed = happened('MentorshipResumed', { mentorship: 'm1', by: 'ben' });
    const completing = happened('CompletionProposed', {
      ...{ mentorship: 'm1', by: 'ben', remindOn: '2026-06-03', agreeBy: '2026-06-08', counted: COUNTED },
    });
    expect(due(paused)).toBeUndefined();
    expect(due(paused, resumed)).toMatchObject({ kind: 'ask-for-review', day: '2026-06-05' });
    expect(due(completing)).toBeUndefined();
    expect(due(completing, paused)).toBeUndefined();
    expect(due(completing, paused, resumed)).toMatchObject({ day: '2026-06-05' });
    expect(due(completing, happened('CompletionDeclined', { mentorship: 'm1', by: 'asha' }))).toMatchObject({ day: '2026-06-05' });
    const asked = happened('ReviewAsked', { mentorship: 'm1', ...two, reviewOn: '2026-06-05' });
    expect(due(asked, paused, resumed)).toBeUndefined();
  });

  describe('a proposal to complete', () => {
    const of = { mentorship: 'm1' };
    const proposed = happened('CompletionProposed', { ...of, by: 'ben', remindOn: '2026-03-11', agreeBy: '2026-03-13', counted: COUNTED });
    const reminded = happened('CompletionReminded', { ...of, waitsFor: 'asha' });
    const rows = (...events: Parameters<typeof given>[1]) =>
      [
        ...given(dueView, [proposed, ...events])
          .rows()
          .values(),
      ].map(({ data }) => data);

    test('[R8] is reminded of half-way, and completed on the day after its last', () => {
      expect(rows()).toMatchObject([{ kind: 'remind-completion', mentorship: 'm1', day: '2026-03-11' }]);
      expect(rows(reminded)).toMatchObject([{ kind: 'complete', mentorship: 'm1', day: '2026-03-14' }]);
      const moved = happened('CompletionDayMoved', { ...of, remindOn: '2026-03-12', agreeBy: '2026-03-17' });
      expect(rows(reminded, moved)).toMatchObject([{ kind: 'complete', day: '2026-03-18' }]);
    });

    test('waits no more once it was declined, taken back, paused or over', () => {
      const both = { ...of, mentor: 'asha', mentee: 'ben', by: 'ben' };
      for (const over of [
        happened('CompletionDeclined', { ...of, by: 'asha' }),
        happened('CompletionWithdrawn', { ...of, by: 'ben' }),
        happened('MentorshipPaused', { ...of, by: 'ben', until: null, why: 'chosen' }),
        happened('MentorshipCompleted', both),
        happened('MentorshipEnded', { ...both, reason: '', wantsAnother: false }),
      ])
        expect(rows(over)).toEqual([]);
    });
  });

  describe('a pause', () => {
    const [of, both] = [{ person: 'asha' }, { mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' }];
    const away = (until: string | null) => happened('MentoringPaused', { ...of, until });
    const rest = (until: string | null) => happened('MentorshipPaused', { mentorship: 'm1', by: 'ben', until, why: 'chosen' });
    const rows = (...events: Parameters<typeof given>[1]) => [...given(dueView, events).rows().values()].map(({ data }) => data);

    test('[R9] ends on the day that was named, the last that was', () => {
      expect(rows(away('2026-03-20'), away('2026-04-20'))).toEqual([{ kind: 'resume-mentoring', person: 'asha', day: '2026-04-20' }]);
      expect(rows(rest('2026-03-20'))).toEqual([{ kind: 'resume-mentorship', mentorship: 'm1', day: '2026-03-20' }]);
    });

    test('without an end, or over already, waits for no day', () => {
      expect(rows(away(null), rest(null))).toEqual([]);
      expect(rows(away('2026-03-20'), away(null), rest('2026-03-20'), rest(null))).toEqual([]);
      for (const over of [happened('MentoringResumed', of), happened('MentoringWithdrawn', of), happened('PersonErased', of)])
        expect(rows(away('2026-03-20'), over)).toEqual([]);
      const ended = happened('MentorshipEnded', { ...both, reason: '', wantsAnother: false });
      for (const over of [happened('MentorshipResumed', both), happened('MentorshipCompleted', both), ended])
        expect(rows(rest('2026-03-20'), over)).toEqual([]);
    });
  });

  test('nobody is shown it', () => {
    expect(given(dueView, [asked]).audience('r1')).toEqual([]);
  });
});

describe('members of a closed school', () => {
  const closed = (successors: readonly string[] = [], at = '2026-03-06T15:00:00.000Z') =>
    happened('InstitutionClosed', { institution: 'old', on: '2026-02-28', successors: [...successors] }, { at });
  const told = (more: object = {}) => happened('ClosingTold', { institution: 'old', people: ['ben'], ...more });
  const reopened = happened('InstitutionReopened', { institution: 'old' });
  const due = (...events: Parameters<typeof given>[1]) => given(dueView, events).row('closing-told:old');

  test('are told the morning after, once: a mistake is taken back until then, and the file of links is read', () => {
    expect(due(closed())).toMatchObject({ kind: 'tell-of-closing', day: '2026-03-07', institution: 'old' });
    expect(due(closed(), closed(['next'], '2026-03-08T12:00:00.000Z'))).toMatchObject({ day: '2026-03-07' });
    expect(due(closed(), reopened)).toBeUndefined();
    expect(due(closed(), told({ goesOn: true }))).toMatchObject({ day: '2026-03-07', told: ['ben'] });
    expect(due(closed(), told())).toBeUndefined();
    expect(due(closed(), told(), closed(['next']))).toBeUndefined();
    expect(due(closed(), told(), reopened, closed())).toMatchObject({ kind: 'tell-of-closing' });
  });
});
