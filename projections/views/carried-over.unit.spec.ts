import { given, happened } from '../testing/given-events.js';
import { carriedOverView } from './carried-over.view.js';

const carried = (id: string, wordedBy = 'ben') =>
  happened('ItemCarriedOver', { meeting: 'k1', mentorship: 'm1', by: 'asha', wordedBy, item: { id, title: `Item ${id}`, minutes: 10 } });
const agenda = (meeting: string, ...ids: readonly string[]) =>
  happened('AgendaSet', {
    ...{ meeting, mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'asha' },
    items: ids.map((id) => ({ by: 'ben', item: { id, title: `Item ${id}`, minutes: 10 } })),
  });
const agendaLetting = (letGo: readonly string[], ...ids: readonly string[]) => {
  const set = agenda('k2', ...ids);
  return { ...set, data: { ...set.data, letGo } };
};
const cancelled = (meeting: string) => happened('MeetingCancelled', { meeting, mentorship: 'm1', by: 'asha' });
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

  test('goes on waiting until it is on an agenda or somebody lets it go', () => {
    expect(titles(carried('1'), carried('2'), agendaLetting([], '1'))).toEqual(['Item 2']);
    expect(titles(carried('1'), carried('2'), agendaLetting(['2']))).toEqual(['Item 1']);
    expect(titles(carried('1'), agendaLetting([], '1'), cancelled('k2'))).toEqual(['Item 1']);
  });

  test('[R9] loses the words of an erased person and keeps the other’s', () => {
    expect(titles(carried('1'), carried('2', 'asha'), happened('PersonErased', { person: 'ben' }))).toEqual(['Item 2']);
    const erased = (person: string) => happened('PersonErased', { person });
    expect(titles(carried('1'), agenda('k2', '1'), cancelled('k2'), erased('ben'))).toEqual([]);
    expect(titles(carried('1'), agenda('k2', '1'), erased('ben'), cancelled('k2'))).toEqual([]);
    expect(titles(carried('1'), agenda('k2', '1'), erased('asha'), cancelled('k2'))).toEqual(['Item 1']);
  });

  test('waits once, though both carried it over', () => {
    expect(titles(carried('1'), carried('1'))).toEqual(['Item 1']);
  });

  test('waits again when the meeting that had it on its agenda is called off, with all that was on it', () => {
    expect(titles(carried('1'), agenda('k2', '1', '2'), cancelled('k2'))).toEqual(['Item 1', 'Item 2']);
    expect(titles(agenda('k2', '2'), carried('1'), cancelled('k2'))).toEqual(['Item 1', 'Item 2']);
    expect(titles(carried('1'), cancelled('k2'))).toEqual(['Item 1']);
    expect(titles(carried('1'), agenda('k2', '1'), cancelled('k2'), agenda('k3', '1'))).toEqual([]);
  });

  test('is on an agenda that keeps it unseen, and waits again with it', () => {
    const set = agendaLetting([], '2');
    const kept = { ...set, data: { ...set.data, kept: ['1'] } };
    expect(titles(carried('1'), agendaLetting([], '1'), kept)).toEqual([]);
    expect(titles(carried('1'), agendaLetting([], '1'), kept, cancelled('k2'))).toEqual(['Item 2', 'Item 1']);
  });

  test('is found by the id of its meeting, whatever a device called that', () => {
    expect(titles(carried('1'), agenda('k2', '2'), cancelled('constructor'))).toEqual([]);
    expect(titles(agenda('constructor', '2'), cancelled('constructor'))).toEqual(['Item 2']);
  });

  test('does not wait for ever: a meeting that was closed has had its agenda', () => {
    const closed = happened('MeetingClosed', {
      ...{ meeting: 'k2', mentorship: 'm1', mentor: 'asha', mentee: 'ben', by: 'ben', took: true, on: '2026-03-09', minutes: 45 },
    });
    expect(titles(carried('1'), agenda('k2', '1'), closed)).toEqual([]);
  });
});
