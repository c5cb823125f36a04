import { COUNTED, given, happened } from '../testing/given-events.js';
import { directoryView } from './directory.view.js';

const joined = happened('PersonJoined', { person: 'asha', name: 'Asha', email: 'asha@school.example' });
const expert = happened('ExpertiseDeclared', { person: 'asha', expertise: [{ tag: 'behaviour', level: 4 }] });
const offered = happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: 'Gladly' } });
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
const row = (...events: Parameters<typeof given>[1]) => given(directoryView, events).row('asha');

describe('the directory', () => {
  test('holds those who offer mentoring, with what they said before they did', () => {
    expect(row(joined, expert, places)).toBeUndefined();
    expect(row(joined, expert, places, offered)).toMatchObject({
      name: 'Asha',
      expertise: [{ tag: 'behaviour', level: 4 }],
      places: 2,
      offering: true,
    });
  });

  test('[R9] says of nobody that they offer once they stopped or were erased, in private rows neither', () => {
    for (const over of [happened('MentoringWithdrawn', { person: 'asha' }), happened('PersonErased', { person: 'asha' })]) {
      const kept = given(directoryView, [joined, expert, offered, over]).everything();
      expect([...kept.values()].filter(({ data }) => (data as { offering?: boolean }).offering)).toEqual([]);
    }
  });

  test('forgets nobody’s answers when they stop and begin again', () => {
    const stopped = happened('MentoringWithdrawn', { person: 'asha' });
    expect(row(joined, expert, offered, stopped)).toBeUndefined();
    expect(row(joined, expert, offered, stopped, offered)).toMatchObject({ expertise: [{ tag: 'behaviour', level: 4 }] });
  });

  test('says who is paused and until when, and shows them still', () => {
    expect(row(joined, offered, happened('MentoringPaused', { person: 'asha', until: '2026-05-01' }))?.paused).toEqual({
      until: '2026-05-01',
    });
  });

  test('counts open requests and taken places through a request’s life', () => {
    expect(row(joined, offered, asked('r1'), asked('r2'))).toMatchObject({ openRequests: 2, taken: 0 });
    expect(row(joined, offered, asked('r1'), accepted('r1', '2026-03-02T10:00:00.000Z'))).toMatchObject({ openRequests: 0, taken: 1 });
    const released = happened('PlaceReleased', { mentor: 'asha', mentorship: 'm1' });
    expect(row(joined, offered, asked('r1'), accepted('r1', '2026-03-02T10:00:00.000Z'), released)).toMatchObject({ taken: 0 });
    const lapsed = happened('RequestLapsed', { request: 'r1', mentor: 'asha', mentee: 'ben', actsNext: 'mentor', next: null });
    expect(row(joined, offered, asked('r1'), lapsed)).toMatchObject({ openRequests: 0, answered: 0 });
  });

  test('the usual reply time counts from asking to the first reply, a message or an answer', () => {
    const first = discussed('asha', '2026-03-02T15:00:00.000Z');
    const events = [
      joined,
      offered,
      asked('r1'),
      discussed('ben', '2026-03-02T10:00:00.000Z'),
      first,
      accepted('r1', '2026-03-04T09:00:00.000Z'),
    ];
    expect(row(...events)).toMatchObject({ answered: 1, answerHours: 6 });
    expect(row(joined, offered, asked('r1'), accepted('r1', '2026-03-04T09:00:00.000Z'))).toMatchObject({ answered: 1, answerHours: 48 });
  });

  test('what the hub closes for a mentor does not count among their replies', () => {
    const both = { request: 'r1', mentor: 'asha', mentee: 'ben', reason: '', next: null };
    const closed = happened('RequestDeclined', { ...both, because: 'not-taking-new-mentees' });
    expect(row(joined, offered, asked('r1'), closed)).toMatchObject({ openRequests: 0, answered: 0, answerHours: 0 });
    expect(row(joined, offered, asked('r1'), happened('RequestDeclined', both))).toMatchObject({ openRequests: 0, answered: 1 });
  });

  test('is for those who may find each mentor', () => {
    const member = happened('MemberJoined', { institution: 'oakfield', person: 'asha', from: '2025-09-01' });
    const seen = (visibility: 'everyone' | 'institution' | 'nobody') =>
      given(directoryView, [joined, member, offered, happened('VisibilitySet', { person: 'asha', visibility })]).audience('asha');
    expect(seen('everyone')).toEqual(['everyone', 'person:asha']);
    expect(seen('institution')).toEqual(['institution:oakfield', 'person:asha']);
    expect(seen('nobody')).toEqual(['person:asha']);
  });

  test('[R5] whom a mentor excludes is kept out of the crowd, whoever else may find them, until it is lifted', () => {
    const member = happened('MemberJoined', { institution: 'oakfield', person: 'asha', from: '2025-09-01' });
    const excluded = happened('ExclusionAdded', { person: 'asha', other: 'ben' });
    const seen = (...events: Parameters<typeof given>[1]) => given(directoryView, [joined, member, ...events, offered]).audience('asha');
    expect(seen(excluded, excluded)).toEqual(['everyone', 'except:ben', 'person:asha']);
    expect(seen(excluded, happened('VisibilitySet', { person: 'asha', visibility: 'institution' }))).toEqual([
      ...['except:ben', 'institution:oakfield', 'person:asha'],
    ]);
    expect(seen(excluded, happened('ExclusionLifted', { person: 'asha', other: 'ben' }))).toEqual(['everyone', 'person:asha']);
    expect(seen(happened('ExclusionAdded', { person: 'ben', other: 'asha' }))).toEqual(['everyone', 'person:asha']);
  });

  test('[R9] an erased mentor is not in it', () => {
    expect(row(joined, offered, happened('PersonErased', { person: 'asha' }))).toBeUndefined();
  });
});
