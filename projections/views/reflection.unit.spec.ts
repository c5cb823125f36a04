import { given, happened } from '../testing/given-events.js';
import { reflectionView } from './reflection.view.js';

const written = (mentorship: string | null = 'm1') =>
  happened('ReflectionWritten', {
    ...{ reflection: 'x1', person: 'ben', mentorship, meeting: null, prompt: null, statements: [] },
    ...{ title: 'A calmer start', text: 'I waited' },
  });
const shared = (sharedWith: 'nobody' | 'pair' | 'published', mentorship: string | null = 'm1') =>
  happened(
    'ReflectionShared',
    { reflection: 'x1', person: 'ben', mentorship, with: sharedWith },
    { institutions: ['oakfield', 'riverbank'] },
  );
const audience = (...events: Parameters<typeof given>[1]) => given(reflectionView, events).audience('x1');

describe('a reflection', () => {
  test('[R6] is its author’s alone until they say otherwise', () => {
    expect(audience(written())).toEqual(['person:ben']);
  });

  test('[R6] shared with the pair it is for the two', () => {
    expect(audience(written(), shared('pair'))).toEqual(['mentorship:m1', 'person:ben']);
  });

  test('[R6] published it is for the pair as well, if there is one; what colleagues read of it names no mentorship', () => {
    expect(audience(written(), shared('published'))).toEqual(['mentorship:m1', 'person:ben']);
    expect(audience(written(null), shared('published', null))).toEqual(['person:ben']);
  });

  test('[R6] taken back it is the author’s alone again', () => {
    expect(audience(written(), shared('published'), shared('nobody'))).toEqual(['person:ben']);
  });

  test('a new wording changes neither when it was written nor who may read it', () => {
    const revised = happened('ReflectionRevised', { reflection: 'x1', person: 'ben', title: 'Calmer', text: 'I waited longer' });
    expect(audience(written(), shared('pair'), revised)).toEqual(['mentorship:m1', 'person:ben']);
    expect(given(reflectionView, [written(), revised]).row('x1')).toMatchObject({ title: 'Calmer', writtenAt: '2026-03-06T12:00:00.000Z' });
  });

  test('[R9] is gone with its author', () => {
    expect(given(reflectionView, [written(), happened('PersonErased', { person: 'ben' })]).ids()).toEqual([]);
  });
});
