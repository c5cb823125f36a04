import { given, happened } from '../testing/given-events.js';
import { carriedOverView } from './carried-over.view.js';

const carried = (id: string, wordedBy = 'ben') =>
  happened('ItemCarriedOver', { meeting: 'k1', mentorship: 'm1', by: 'asha', wordedBy, item: { id, title: `Item ${id}`, minutes: 10 } });
const agenda = (meeting: string) =>
  happened('AgendaSet', {
    ...{ meeting, mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben' },
    ...{ turns: [], mentorItems: [], menteeItems: [] },
  });
const titles = (...events: Parameters<typeof given>[1]) =>
  given(carriedOverView, events)
    .row('m1')
    ?.items.map(({ item }) => item.title);

describe('what waits for the next meeting', () => {
  test('is for the pair, in the order in which it was left', () => {
    expect(given(carriedOverView, [carried('1')]).audience('m1')).toEqual(['mentorship:m1']);
    expect(titles(carried('1'), carried('2'))).toEqual(['Item 1', 'Item 2']);
  });

  test('is let go once the next agenda was written, not when the old one is touched', () => {
    expect(titles(carried('1'), agenda('k1'))).toEqual(['Item 1']);
    expect(titles(carried('1'), agenda('k2'))).toEqual([]);
  });

  test('[R9] loses the words of an erased person and keeps the other’s', () => {
    expect(titles(carried('1'), carried('2', 'asha'), happened('PersonErased', { person: 'ben' }))).toEqual(['', 'Item 2']);
  });
});
