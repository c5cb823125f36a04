import { COUNTED, given, happened } from '../testing/given-events.js';
import { shownView } from './shown.view.js';

const shown = (mentors: readonly string[], how: { person?: string; ranking?: string; on?: string } = {}) =>
  happened('SuggestionsShown', {
    ...{ person: 'ben', ranking: 'rules-4', on: '2026-03-02', ...how },
    ...{ weights: { expertise: 1 }, through: '42' },
    shown: mentors.map((mentor) => ({ mentor, score: 0.5, propensity: 1 })),
  });
const asked = (request: string, mentor = 'asha', more: { helpOffer?: string } = {}) =>
  happened('MentoringRequested', {
    ...{ request, mentor, mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
    ...{ remindOn: '2026-03-09', answerBy: '2026-03-12', counted: COUNTED, ...more },
  });
const accepted = (request: string, mentor = 'asha') =>
  happened('RequestAccepted', { request, mentor, mentee: 'ben', mentorship: `of-${request}`, aims: [] });
type Events = Parameters<typeof given>[1];
const row = (events: Events, id = 'ben:asha') => given(shownView, events).row(id);

describe('what came of suggestions', () => {
  test('each mentor is followed from the list to the request and the mentorship', () => {
    const list = shown(['cleo', 'asha']);
    expect(row([list])).toMatchObject({ place: 2, ranking: 'rules-4', on: '2026-03-02', request: null, mentorship: null });
    expect(row([list, asked('r1')])).toMatchObject({ request: 'r1', mentorship: null });
    expect(row([list, asked('r1'), accepted('r1')])).toMatchObject({ request: 'r1', mentorship: 'of-r1' });
    expect(row([list, asked('r1'), accepted('r1')], 'ben:cleo')).toMatchObject({ place: 1, request: null });
  });

  test('where they stood last before the request counts, and no list after it', () => {
    const [first, later] = [shown(['cleo', 'asha']), shown(['asha'], { ranking: 'rules-4:a-model', on: '2026-03-03' })];
    expect(row([first, later])).toMatchObject({ place: 1, ranking: 'rules-4:a-model' });
    expect(row([first, asked('r1'), later])).toMatchObject({ place: 2, ranking: 'rules-4', request: 'r1' });
  });

  test('the first request is followed: what a second leads to is not put down to the list', () => {
    expect(row([shown(['asha']), asked('r1'), asked('r2'), accepted('r2')])).toMatchObject({ request: 'r1', mentorship: null });
  });

  test('nothing follows from a list where none was seen, or where the mentor offered first', () => {
    expect(row([asked('r1'), accepted('r1')])).toBeUndefined();
    expect(row([asked('r1'), shown(['asha'])])).toMatchObject({ request: null });
    expect(row([shown(['asha']), asked('r1', 'asha', { helpOffer: 'o1' }), accepted('r1')])).toMatchObject({
      request: null,
      mentorship: null,
    });
  });

  test('is forgotten with either of the two, and with nobody else', () => {
    const events = [shown(['asha', 'cleo']), asked('r1')];
    const after = (person: string) => {
      const rows = given(shownView, [...events, happened('PersonErased', { person })]);
      return ['ben:asha', 'ben:cleo'].filter((id) => rows.row(id));
    };
    expect([after('ben'), after('asha'), after('cleo'), after('dee')]).toEqual([[], ['ben:cleo'], ['ben:asha'], ['ben:asha', 'ben:cleo']]);
  });

  test('nobody reads it, and somebody who had two records was not suggested to themself', () => {
    expect(given(shownView, [shown(['asha'])]).audience('ben:asha')).toEqual([]);
    expect(row([shown(['ben', 'asha'])], 'ben:ben')).toBeUndefined();
  });
});
