import { given, happened } from '../testing/given-events.js';
import { issued } from '../testing/issued.js';
import { growthView } from './growth.view.js';

const credited = (meeting: string, minutes: number, as: 'mentor' | 'mentee') =>
  happened('CpdCredited', { person: 'ben', mentorship: 'm1', meeting, on: '2026-03-05', minutes, as });
const agreed = happened('GoalAgreed', {
  ...{ mentorship: 'm1', goal: 'g1', mentee: 'ben', description: { title: '', why: '', success: '' } },
  ...{ tag: null, statements: [], due: null },
});
const row = (...events: Parameters<typeof given>[1]) => given(growthView, events).row('ben');

describe('growth in figures', () => {
  test('[R10] minutes by the part they had', () => {
    expect(row(credited('k1', 40, 'mentee'), credited('k2', 45, 'mentor'), credited('k3', 30, 'mentor'))).toMatchObject({
      ...{ meetings: 3, minutesAsMentee: 40, minutesAsMentor: 75 },
    });
  });

  test('a goal is the mentee’s, whoever records that it was reached', () => {
    const events = [agreed, happened('GoalAchieved', { mentorship: 'm1', goal: 'g1', by: 'asha', evidence: '' })];
    expect(row(...events)).toMatchObject({ goalsAgreed: 1, goalsAchieved: 1 });
    expect(given(growthView, events).ids()).toEqual(['ben']);
  });

  test('a revoked certificate is not held, and revoked once only', () => {
    const revoked = happened('CredentialRevoked', { credential: 'c1', by: 'dev', why: 'issued-in-error', on: '2026-03-07' });
    expect(row(issued)).toMatchObject({ credentials: 1 });
    expect(row(issued, revoked, revoked)).toMatchObject({ credentials: 0 });
  });

  test('a record of participation is no certificate until it becomes one', () => {
    const record = { ...issued, data: { ...issued.data, kind: 'participation' } } as typeof issued;
    const raised = happened('CredentialRaised', {
      ...{ credential: 'c1', person: 'ben', mentorship: 'm1', meetings: 3, minutes: 120, on: '2026-03-09' },
    });
    const revoked = happened('CredentialRevoked', { credential: 'c1', by: 'dev', why: 'issued-in-error', on: '2026-03-10' });
    expect(row(agreed, record)).toMatchObject({ credentials: 0 });
    expect(row(agreed, record, revoked)).toMatchObject({ credentials: 0 });
    expect(row(agreed, record, raised)).toMatchObject({ credentials: 1 });
    expect(row(agreed, record, raised, revoked)).toMatchObject({ credentials: 0 });
  });

  test('is for the person, and gone with them', () => {
    expect(given(growthView, [agreed]).audience('ben')).toEqual(['person:ben']);
    expect(row(agreed, happened('PersonErased', { person: 'ben' }))).toBeUndefined();
  });
});
