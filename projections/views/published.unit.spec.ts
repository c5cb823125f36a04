import { given, happened } from '../testing/given-events.js';
import { publishedView } from './published.view.js';

const shared = (sharedWith: 'nobody' | 'pair' | 'published', institutions: readonly string[] = ['oakfield', 'trust']) =>
  happened('ReflectionShared', { reflection: 'x1', person: 'ben', mentorship: 'm1', with: sharedWith }, { institutions });
const told = (...events: Parameters<typeof given>[1]) => given(publishedView, events);

describe('what somebody publishes', () => {
  test('[R6] is found by the institutions that they published to, and by nobody else', () => {
    expect(told(shared('published')).audience('x1')).toEqual(['institution:oakfield', 'institution:trust', 'person:ben']);
    expect(told(shared('published', [])).audience('x1')).toEqual(['person:ben']);
  });

  test('is looked up by institution or by author, and holds no words', () => {
    expect(told(shared('published')).row('x1')).toEqual({
      ...{ reflection: 'x1', person: 'ben', institutions: ['oakfield', 'trust'], publishedAt: '2026-03-06T12:00:00.000Z' },
    });
  });

  test('[R6] is not found while it is private or the pair’s, nor once it was taken back', () => {
    expect(told(shared('pair')).ids()).toEqual([]);
    expect(told(shared('published'), shared('nobody')).ids()).toEqual([]);
    expect(told(shared('published'), shared('pair')).ids()).toEqual([]);
    expect(told(shared('published'), shared('nobody'), shared('published')).ids()).toEqual(['x1']);
  });

  test('[R9] is gone with its author', () => {
    expect(told(shared('published'), happened('PersonErased', { person: 'ben' })).ids()).toEqual([]);
  });
});
