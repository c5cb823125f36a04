import { given, happened } from '../testing/given-events.js';
import { endingView } from './ending.view.js';

const ended = happened('MentorshipEnded', {
  ...{ mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', reason: 'We never met', wantsAnother: true },
});

describe('why a mentorship ended early', () => {
  test('[R8] is for whoever said so, and nobody else', () => {
    expect(given(endingView, [ended]).audience('m1')).toEqual(['person:ben']);
    expect(given(endingView, [ended]).row('m1')).toMatchObject({ reason: 'We never met', wantsAnother: true });
  });

  test('[R9] the words go with the person, that it ended stays', () => {
    expect(given(endingView, [ended, happened('PersonErased', { person: 'ben' })]).row('m1')).toMatchObject({
      reason: '',
      wantsAnother: true,
    });
    expect(given(endingView, [ended, happened('PersonErased', { person: 'asha' })]).row('m1')).toMatchObject({ reason: 'We never met' });
  });
});
