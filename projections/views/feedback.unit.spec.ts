import { given, happened } from '../testing/given-events.js';
import { feedbackView } from './feedback.view.js';

const told = happened('FeedbackGiven', {
  ...{ mentorship: 'm1', feedback: 'f1', from: 'asha', to: 'ben', saw: 'You waited', nextStep: 'Wait again' },
});

describe('feedback', () => {
  test('[R6] is for the pair', () => {
    expect(given(feedbackView, [told]).audience('f1')).toEqual(['mentorship:m1']);
    expect(given(feedbackView, [told]).row('f1')).toMatchObject({ from: 'asha', saw: 'You waited', nextStep: 'Wait again' });
  });

  test('shows the standards that its author chose, and that they removed them', () => {
    const linked = (statements: string[]) => happened('FeedbackLinked', { mentorship: 'm1', feedback: 'f1', by: 'asha', statements });
    expect(given(feedbackView, [told]).row('f1')).toMatchObject({ statements: [] });
    expect(given(feedbackView, [told, linked(['eng-ts-7'])]).row('f1')).toMatchObject({ statements: ['eng-ts-7'] });
    expect(given(feedbackView, [told, linked(['eng-ts-7']), linked([])]).row('f1')).toMatchObject({ statements: [] });
  });

  test('[R9] goes with whoever gave it, not with whoever had it', () => {
    expect(given(feedbackView, [told, happened('PersonErased', { person: 'ben' })]).row('f1')).toMatchObject({ saw: 'You waited' });
    expect(given(feedbackView, [told, happened('PersonErased', { person: 'asha' })]).row('f1')).toMatchObject({ saw: '', nextStep: '' });
  });
});
