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

  test('[R9] is gone with the person, and the other’s answers stay', () => {
    const answers = [checked('ben', 'not-good'), checked('asha', 'good')];
    expect(given(fitView, [...answers, happened('PersonErased', { person: 'ben' })]).ids()).toEqual(['m1:asha']);
  });
});
