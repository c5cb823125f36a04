import { given, happened } from '../testing/given-events.js';
import { meetingContentView } from './meeting-content.view.js';

const of = { meeting: 'k1', mentorship: 'm1' };
const two = { mentor: 'asha', mentee: 'ben' };
const time = { startsAt: '2026-03-09T15:40:00.000Z', minutes: 45 };
const proposed = happened('MeetingProposed', { ...of, ...two, by: 'ben', times: [time], format: 'in-person', place: 'The library' });
const booked = happened('MeetingBooked', { ...of, ...two, by: 'asha', time, format: 'in-person', placeBy: 'ben', place: 'The library' });
const [his, hers] = [
  { id: 'i1', title: 'Starts', minutes: 10 },
  { id: 'i2', title: 'Ends', minutes: 10 },
];
const agenda = (by: string, ...turns: ('mentor' | 'mentee')[]) =>
  happened('AgendaSet', { ...of, ...two, by, items: turns.map((part) => ({ by: two[part], item: part === 'mentor' ? hers : his })) });
const notes = (by: string, edition: number, text: string) => happened('NotesSaved', { ...of, by, edition, text });
const closed = (took: boolean) => happened('MeetingClosed', { ...of, ...two, by: 'ben', took, on: '2026-03-09', minutes: 45 });
const erased = (person: string) => happened('PersonErased', { person });
const row = (...events: Parameters<typeof given>[1]) => given(meetingContentView, events).row('k1');

describe('what was written for a meeting', () => {
  test('[R6] is for the pair, from the first word on', () => {
    expect(given(meetingContentView, [booked]).ids()).toEqual([]);
    expect(given(meetingContentView, [booked, agenda('ben', 'mentee')]).audience('k1')).toEqual(['mentorship:m1']);
  });

  test('keeps an agenda that was written before the time was chosen', () => {
    expect(row(proposed, agenda('ben', 'mentee', 'mentor'), booked)?.agenda).toEqual({
      ...{ by: 'ben', items: [his, hers], wordedBy: { i1: 'ben', i2: 'asha' } },
    });
  });

  test('holds the latest edition of the notes and who saved it', () => {
    expect(row(booked, notes('ben', 1, 'Draft'), notes('asha', 2, 'Agreed'))?.notes).toMatchObject({
      by: 'asha',
      edition: 2,
      text: 'Agreed',
    });
  });

  test('remembers what was not reached', () => {
    const carried = happened('ItemCarriedOver', { ...of, by: 'asha', wordedBy: 'ben', item: his });
    expect(row(booked, closed(true), carried)?.carriedOver).toMatchObject([{ item: { title: 'Starts' } }]);
  });

  test('[R9] erasing one of the two leaves what the other wrote', () => {
    const events = [booked, agenda('ben', 'mentee', 'mentor'), notes('asha', 1, 'Hers')];
    expect(row(...events, erased('ben'))).toMatchObject({ agenda: { items: [hers], wordedBy: { i2: 'asha' } }, notes: { text: 'Hers' } });
    expect(row(...events, erased('asha'))).toMatchObject({ agenda: { items: [his] }, notes: { text: '' } });
  });

  test('[R9] notes fall back to what the other saved last, and the next still starts from the latest edition', () => {
    const events = [booked, notes('asha', 1, 'Hers'), notes('ben', 2, 'His'), notes('ben', 3, 'His again')];
    expect(row(...events, erased('ben'))?.notes).toMatchObject({ by: 'asha', edition: 3, text: 'Hers' });
    expect(row(...events, erased('ben'), erased('asha'))?.notes).toMatchObject({ text: '' });
    expect(row(...events, erased('asha'), erased('ben'))?.notes).toMatchObject({ by: 'ben', text: '' });
    expect(row(booked, notes('ben', 1, 'His'), erased('ben'))?.notes).toMatchObject({ by: 'ben', edition: 1, text: '' });
  });

  test('[R9] what was carried over goes with whoever worded it, not with whoever carried it over', () => {
    const carried = happened('ItemCarriedOver', { ...of, by: 'asha', wordedBy: 'ben', item: his });
    expect(row(booked, closed(true), carried, erased('asha'))?.carriedOver).toMatchObject([{ by: 'ben', item: his }]);
    expect(row(booked, closed(true), carried, erased('ben'))?.carriedOver).toMatchObject([{ by: 'ben', item: { title: '' } }]);
  });

  test('keeps below a new agenda what its writer had not seen, in the words of whoever wrote it', () => {
    const set = agenda('asha', 'mentor');
    const kept = { ...set, data: { ...set.data, kept: ['i1'] } };
    const items = (...events: Parameters<typeof given>[1]) => row(booked, ...events)?.agenda?.items;
    expect(row(booked, agenda('ben', 'mentee'), kept)?.agenda).toEqual({
      by: 'asha',
      items: [hers, his],
      wordedBy: { i1: 'ben', i2: 'asha' },
    });
    expect(items(agenda('ben', 'mentee'), set)).toEqual([hers]);
    expect(items(agenda('ben', 'mentee'), kept, erased('ben'))).toEqual([hers]);
  });
});
