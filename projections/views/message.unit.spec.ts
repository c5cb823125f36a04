import { given, happened } from '../testing/given-events.js';
import { helpView } from './help.view.js';
import { messageView } from './message.view.js';

const written = happened('MessageWritten', { message: 'w1', from: 'helen', to: 'ines', text: 'Can we talk?' });
const suggested = happened('MentorsSuggested', { message: 'w2', from: 'helen', to: 'ines', mentors: ['asha', 'ben'], text: '' });

describe('a message outside a pair', () => {
  test('[R6] is for the two, and neither the mentors it names nor another coordinator', () => {
    const rows = given(messageView, [written, suggested]);
    for (const id of ['w1', 'w2']) expect(rows.audience(id)).toEqual(['person:helen', 'person:ines']);
    expect(rows.row('w1')).toMatchObject({ from: 'helen', to: 'ines', mentors: [], text: 'Can we talk?' });
    expect(rows.row('w2')).toMatchObject({ mentors: ['asha', 'ben'] });
  });

  test('[R9] loses its words with its writer', () => {
    expect(given(messageView, [written, happened('PersonErased', { person: 'helen' })]).row('w1')?.text).toBe('');
    expect(given(messageView, [written, happened('PersonErased', { person: 'ines' })]).row('w1')?.text).toBe('Can we talk?');
  });
});

describe('help that a coordinator marked as done', () => {
  const asked = happened('HelpAsked', { mentorship: 'm1', by: 'ben', coordinator: 'helen', text: 'Could we talk?' });
  const done = (coordinator: string) => happened('HelpMarkedDone', { coordinator, help: asked.id });

  test('stays to be read and is off the desk of the coordinator who was asked; another’s word does nothing', () => {
    expect(given(helpView, [asked]).row(asked.id)?.doneOn).toBeNull();
    expect(given(helpView, [asked, done('helen')]).row(asked.id)).toMatchObject({ text: 'Could we talk?', doneOn: '2026-03-06' });
    expect(given(helpView, [asked, done('dev')]).row(asked.id)?.doneOn).toBeNull();
  });
});
