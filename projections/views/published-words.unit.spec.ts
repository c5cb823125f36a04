import { given, happened } from '../testing/given-events.js';
import { publishedWordsView } from './published-words.view.js';

const of = { reflection: 'x1', person: 'ben' };
const written = happened('ReflectionWritten', {
  ...{ ...of, mentorship: 'm1', meeting: 'k1', prompt: null, statements: [] },
  ...{ title: 'A calmer start', text: 'I waited' },
});
const revised = happened('ReflectionRevised', { ...of, title: 'Calmer', text: 'I waited longer' });
const shared = (sharedWith: 'nobody' | 'pair' | 'published') =>
  happened('ReflectionShared', { ...of, mentorship: 'm1', with: sharedWith }, { institutions: ['oakfield', 'trust'] });
const told = (...events: Parameters<typeof given>[1]) => given(publishedWordsView, events);

describe('the words of a published reflection', () => {
  test('[R6] are for the institutions that it was published to, and name no mentorship and no meeting', () => {
    expect(told(written, shared('published')).audience('x1')).toEqual(['institution:oakfield', 'institution:trust', 'person:ben']);
    expect(told(written, shared('published')).row('x1')).toEqual({ ...of, title: 'A calmer start', text: 'I waited' });
  });

  test('[R6] are nobody’s while it is private or the pair’s, nor once it was taken back', () => {
    for (const events of [[written], [written, shared('pair')], [written, shared('published'), shared('nobody')]])
      expect(told(...events).row('x1')).toBeUndefined();
  });

  test('are the newest, whenever they were changed', () => {
    const newest = { title: 'Calmer', text: 'I waited longer' };
    expect(told(written, shared('published'), revised).row('x1')).toMatchObject(newest);
    expect(told(written, revised, shared('published')).row('x1')).toMatchObject(newest);
    expect(told(written, shared('published'), revised).audience('x1')).toHaveLength(3);
  });

  test('[R6] are not read any more by a school that the author has left', () => {
    const at = { institution: 'oakfield', person: 'ben', from: '2026-01-05' };
    const [joined, left] = [happened('MemberJoined', at), happened('MemberLeft', at)];
    expect(told(joined, written, shared('published'), left).row('x1')).toBeUndefined();
    expect(told(joined, written, shared('published'), left, revised).row('x1')).toBeUndefined();
  });

  test('[R5] are read by a colleague whom the author excludes, as they are when the author hides', () => {
    const excluded = told(written, shared('published'), happened('ExclusionAdded', { person: 'ben', other: 'dan' }));
    expect(excluded.audience('x1')).toEqual(['institution:oakfield', 'institution:trust', 'person:ben']);
  });

  test('[R9] are gone with their author, unpublished ones as well', () => {
    const erased = happened('PersonErased', { person: 'ben' });
    expect(told(written, shared('published'), erased).ids()).toEqual([]);
    expect([...told(written, erased).rows().keys()]).toEqual([]);
  });
});
