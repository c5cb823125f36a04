import { communityStory } from '../testing/community.js';
import { COUNTED, foldView, given, happened } from '../testing/given-events.js';
import { capacityView } from './capacity.view.js';
import { directoryView } from './directory.view.js';
import { isPrivate } from './private-rows.js';

const offered = happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: 'Gladly' } });
const stopped = happened('MentoringWithdrawn', { person: 'asha' });
const places = happened('CapacityChanged', { mentor: 'asha', places: 2 });
const asked = (request: string, at = '2026-03-02T09:00:00.000Z') =>
  happened(
    'MentoringRequested',
    {
      ...{ request, mentor: 'asha', mentee: 'ben', note: '', aims: [], times: [], reserves: [] },
      ...{ remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED },
    },
    { at },
  );
const discussed = (from: string, at: string) =>
  happened(
    'RequestDiscussed',
    { request: 'r1', from, text: 'When?', remindOn: '2026-03-05', answerBy: '2026-03-10', counted: COUNTED },
    { at },
  );
const accepted = (request: string, at: string) =>
  happened('RequestAccepted', { request, mentor: 'asha', mentee: 'ben', mentorship: 'm1', aims: [] }, { at });
const row = (...events: Parameters<typeof given>[1]) => given(capacityView, events).row('asha');

describe('the space of a mentor', () => {
  test('is there while they offer mentoring, with what was counted before', () => {
    expect(row(places)).toBeUndefined();
    const counted = { person: 'asha', places: 2, taken: 0, openRequests: 1, answered: 0, answerHours: 0, unanswered: 0 };
    expect(row(places, asked('r1'), offered)).toEqual(counted);
    expect(row(places, offered, stopped, asked('r1'))).toBeUndefined();
    expect(row(places, offered, stopped, asked('r1'), offered)).toEqual(counted);
  });

  test('counts open requests and taken places through a request’s life', () => {
    expect(row(offered, asked('r1'), asked('r2'))).toMatchObject({ openRequests: 2, taken: 0 });
    expect(row(offered, asked('r1'), accepted('r1', '2026-03-02T10:00:00.000Z'))).toMatchObject({ openRequests: 0, taken: 1 });
    const released = happened('PlaceReleased', { mentor: 'asha', mentorship: 'm1' });
    expect(row(offered, asked('r1'), accepted('r1', '2026-03-02T10:00:00.000Z'), released)).toMatchObject({ taken: 0 });
    const lapsed = happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext: 'mentor', next: null });
    expect(row(offered, asked('r1'), lapsed)).toMatchObject({ openRequests: 0, answered: 0 });
  });

  test('the usual reply time counts from asking to the first reply, a message or an answer', () => {
    const first = discussed('asha', '2026-03-02T15:00:00.000Z');
    const events = [offered, asked('r1'), discussed('ben', '2026-03-02T10:00:00.000Z'), first, accepted('r1', '2026-03-04T09:00:00.000Z')];
    expect(row(...events)).toMatchObject({ answered: 1, answerHours: 6 });
    expect(row(offered, asked('r1'), accepted('r1', '2026-03-04T09:00:00.000Z'))).toMatchObject({ answered: 1, answerHours: 48 });
  });

  describe('requests in a row without a reply', () => {
    const lapsed = (request: string, actsNext: 'mentor' | 'mentee' = 'mentor') =>
      happened('RequestLapsed', { request, mentor: 'asha', mentee: 'ben', actsNext, next: null });
    const silent = [offered, asked('r1'), lapsed('r1'), asked('r2'), lapsed('r2')];

    test('are counted where it was the mentor’s turn', () => {
      expect(row(...silent)).toMatchObject({ unanswered: 2 });
      expect(row(offered, asked('r1'), lapsed('r1', 'mentee'))).toMatchObject({ unanswered: 0 });
    });

    test.each([
      ['a reply', [asked('r3'), accepted('r3', '2026-03-02T10:00:00.000Z')]],
      ['other places', [places]],
      ['taking requests again', [happened('MentoringResumed', { person: 'asha' })]],
      ['offering again', [offered]],
      [
        'an offer to help',
        [
          happened('HelpOffered', {
            ...{ helpOffer: 'o1', mentor: 'asha', mentee: 'dev', note: '', aims: [], answerBy: '2026-03-09', counted: COUNTED },
          }),
        ],
      ],
    ] as const)('end with %s', (_what, events) => {
      expect(row(...silent, ...events)).toMatchObject({ unanswered: 0 });
    });

    test('a request that waits, or that the mentee takes back, ends nothing', () => {
      const back = happened('RequestWithdrawn', { request: 'r3', mentor: 'asha', mentee: 'ben' });
      expect(row(...silent, asked('r3'))).toMatchObject({ unanswered: 2 });
      expect(row(...silent, asked('r3'), back)).toMatchObject({ unanswered: 2 });
    });
  });

  test('a yes to an offer takes a place, and says nothing of how soon the mentor replies', () => {
    const both = { request: 'r1', mentor: 'asha', mentee: 'ben', aims: [], helpOffer: 'o1' };
    const days = { remindOn: '2026-03-04', answerBy: '2026-03-09', counted: COUNTED };
    const yes = happened('MentoringRequested', { ...both, note: '', times: [], reserves: [], ...days });
    const paired = happened('RequestAccepted', { ...both, mentorship: 'm1' });
    expect(row(offered, yes, paired)).toMatchObject({ openRequests: 0, taken: 1, answered: 0, answerHours: 0 });
  });

  test('what the hub closes for a mentor does not count among their replies', () => {
    const both = { request: 'r1', mentor: 'asha', mentee: 'ben', reason: '', next: null };
    const closed = happened('RequestDeclined', { ...both, because: 'not-taking-new-mentees' });
    expect(row(offered, asked('r1'), closed)).toMatchObject({ openRequests: 0, answered: 0, answerHours: 0 });
    expect(row(offered, asked('r1'), happened('RequestDeclined', both))).toMatchObject({ openRequests: 0, answered: 1 });
  });

  test('stands beside their row of the directory, for the same people, after every event of the story', () => {
    const member = (person: string) => happened('MemberJoined', { institution: 'oakfield', person, from: '2025-09-01' });
    const more = [
      ...[offered, member('asha'), happened('ExclusionAdded', { person: 'asha', other: 'dev' })],
      ...[
        happened('VisibilitySet', { person: 'asha', visibility: 'institution' }),
        happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }),
      ],
      ...[
        happened('MemberLeft', { institution: 'oakfield', person: 'asha' }),
        happened('VisibilitySet', { person: 'asha', visibility: 'nobody' }),
      ],
      ...[stopped, offered, happened('PersonErased', { person: 'asha' })],
    ];
    const story = [...communityStory(), ...more];
    const readers = (rows: ReturnType<typeof foldView>) =>
      [...rows].flatMap(([id, { audience }]) => (isPrivate(id) ? [] : [[id, audience]])).toSorted();
    for (const length of story.keys())
      expect([length, readers(foldView(capacityView, story.slice(0, length)))]).toEqual([
        length,
        readers(foldView(directoryView, story.slice(0, length))),
      ]);
    expect(readers(foldView(directoryView, story.slice(0, -1)))).not.toEqual([]);
  });

  test('[R9] is gone with an erased mentor, and counts on should they be dealt with still', () => {
    const erased = [places, offered, asked('r1'), happened('PersonErased', { person: 'asha' })];
    expect(row(...erased)).toBeUndefined();
    const withdrawn = happened('RequestWithdrawn', { request: 'r1', mentor: 'asha', mentee: 'ben' });
    expect(given(capacityView, [...erased, withdrawn]).rows()).toEqual(new Map());
  });
});
