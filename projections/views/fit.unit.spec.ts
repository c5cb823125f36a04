import { given, happened } from '../testing/given-events.js';
import { fitView } from './fit.view.js';

const checked = (by: string, answer: 'good' | 'too-early' | 'not-good') => happened('FitChecked', { mentorship: 'm1', by, answer });

describe('whether this is working', () => {
  test('is between each of the two and themselves', () => {
    const rows = given(fitView, [checked('ben', 'not-good'), checked('asha', 'good')]);
    expect(rows.audience('m1:ben')).toEqual(['person:ben']);
    expect(rows.audience('m1:asha')).toEqual(['person:asha']);
  });

  test('keeps every answer, oldest first', () => {
    expect(
      given(fitView, [checked('ben', 'too-early'), checked('ben', 'good')])
        .row('m1:ben')
        ?.answers.map(({ answer }) => answer),
    ).toEqual([...['too-early', 'good']]);
  });

  test('is said after so many meetings: those held by then, as things stood', () => {
    const closed = (meeting: string, took = true) =>
      happened('MeetingClosed', {
        meeting,
        mentorship: 'm1',
        mentor: 'asha',
        mentee: 'ben',
        by: 'asha',
        took,
        minutes: took ? 40 : 0,
        on: '2026-03-06',
      });
    const heard = (meeting: string, took: boolean) =>
      happened('AttendanceRecorded', { meeting, mentorship: 'm1', by: 'asha', took, minutes: took ? 40 : 0 });
    const story = [closed('k1'), checked('ben', 'good'), closed('k2'), closed('k3'), closed('k4', false), checked('ben', 'not-good')];
    const after = (events: readonly ReturnType<typeof happened>[]) =>
      given(fitView, events)
        .row('m1:ben')
        ?.answers.map((answer) => answer.after);
    expect(after(story)).toEqual([1, 3]);
    expect(after([...story, heard('k3', false), checked('ben', 'good')])).toEqual([1, 3, 2]);
  });

  test('[R9] is gone with the person, and the other’s answers stay', () => {
    const answers = [checked('ben', 'not-good'), checked('asha', 'good')];
    expect(given(fitView, [...answers, happened('PersonErased', { person: 'ben' })]).ids()).toEqual(['m1:asha']);
  });
});
