import { given, happened } from '../testing/given-events.js';
import { publishedView } from './published.view.js';

const shared = (sharedWith: 'nobody' | 'pair' | 'published', institutions: readonly string[] = ['oakfield', 'trust']) =>
  happened('ReflectionShared', { reflection: 'x1', person: 'ben', mentorship: 'm1', with: sharedWith }, { institutions });
const at = (institution: string) => ({ institution, person: 'ben', from: '2026-01-05' });
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

  const [joined, left] = [happened('MemberJoined', at('oakfield')), happened('MemberLeft', at('oakfield'))];
  const inTrust = happened('TrustJoined', { institution: 'oakfield', trust: 'trust' });

  test('[R6] is not found any more by a school that its author has left, nor by its trust', () => {
    expect(told(inTrust, joined, shared('published'), left).ids()).toEqual([]);
    expect(told(inTrust, joined, shared('published'), left, joined).ids()).toEqual([]);
    const twoSchools = [inTrust, joined, happened('MemberJoined', at('elm')), shared('published', ['oakfield', 'trust', 'elm']), left];
    expect(told(...twoSchools).audience('x1')).toEqual(['institution:elm', 'person:ben']);
    expect(told(...twoSchools).row('x1')).toMatchObject({ institutions: ['elm'] });
  });

  test('[R6] is not found any more by a trust that the school has left', () => {
    const trustLeft = happened('TrustLeft', { institution: 'oakfield', trust: 'trust' });
    expect(told(inTrust, joined, shared('published'), trustLeft).audience('x1')).toEqual(['institution:oakfield', 'person:ben']);
  });

  test('[R5] is found by a colleague whom its author excludes, as it is when its author hides: neither shows', () => {
    for (const kept of [
      happened('ExclusionAdded', { person: 'ben', other: 'dan' }),
      happened('VisibilitySet', { person: 'ben', visibility: 'nobody' }),
    ])
      for (const events of [
        [joined, kept, shared('published', ['oakfield'])],
        [joined, shared('published', ['oakfield']), kept],
      ])
        expect(told(...events).audience('x1')).toEqual(['institution:oakfield', 'person:ben']);
  });

  test('[R9] is gone with its author', () => {
    expect(told(shared('published'), happened('PersonErased', { person: 'ben' })).ids()).toEqual([]);
  });
});
