import { communityStory } from '../testing/community.js';
import { given, happened } from '../testing/given-events.js';
import { directoryView } from './directory.view.js';

const joined = happened('PersonJoined', { person: 'asha', name: 'Asha', email: 'asha@school.example' });
const expert = happened('ExpertiseDeclared', { person: 'asha', expertise: [{ tag: 'behaviour', level: 4 }] });
const offered = happened('MentoringOffered', { person: 'asha', offer: { careerStages: [], note: 'Gladly' } });
const MOVES_COUNTERS: ReadonlySet<string> = new Set(['CapacityChanged', 'MentoringRequested', 'PlaceReleased']);
const row = (...events: Parameters<typeof given>[1]) => given(directoryView, events).row('asha');

describe('the directory', () => {
  test('holds those who offer mentoring, with what they said before they did', () => {
    expect(row(joined, expert)).toBeUndefined();
    expect(row(joined, expert, offered)).toMatchObject({
      name: 'Asha',
      expertise: [{ tag: 'behaviour', level: 4 }],
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

  test('stays as it is whatever happens to a mentor’s requests and places: its row goes to everybody who may find them', () => {
    const listed = given(directoryView, [joined, expert, offered]).everything();
    const happenings = communityStory().filter(({ type }) => type.startsWith('Request') || MOVES_COUNTERS.has(type));
    expect(happenings.length).toBeGreaterThan(5);
    expect(given(directoryView, [joined, expert, offered, ...happenings]).everything()).toEqual(listed);
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
    const chose = happened('VisibilitySet', { person: 'asha', visibility: 'everyone' });
    const seen = (...events: Parameters<typeof given>[1]) =>
      given(directoryView, [joined, member, chose, ...events, offered]).audience('asha');
    expect(seen(excluded, excluded)).toEqual(['everyone', 'except:ben', 'person:asha']);
    expect(seen(excluded, happened('VisibilitySet', { person: 'asha', visibility: 'institution' }))).toEqual([
      ...['except:ben', 'institution:oakfield', 'person:asha'],
    ]);
    expect(seen(excluded, happened('ExclusionLifted', { person: 'asha', other: 'ben' }))).toEqual(['everyone', 'person:asha']);
    expect(seen(happened('ExclusionAdded', { person: 'ben', other: 'asha' }))).toEqual(['everyone', 'person:asha']);
  });

  test('[R5] who left a school that lets nobody be found from outside is not found by everybody then, nor anyone who belongs nowhere', () => {
    const closed = happened('InstitutionSettingsChanged', {
      institution: 'oakfield',
      settings: { requestWindowDays: 5, discoverableBeyond: false },
    });
    const member = happened('MemberJoined', { institution: 'oakfield', person: 'asha', from: '2025-09-01' });
    const left = happened('MemberLeft', { institution: 'oakfield', person: 'asha' });
    for (const events of [[member, closed], [member], []])
      expect(given(directoryView, [joined, ...events, offered, left]).audience('asha')).toEqual(['person:asha']);
  });

  test('[R9] an erased mentor is not in it', () => {
    expect(row(joined, offered, happened('PersonErased', { person: 'asha' }))).toBeUndefined();
  });
});
