import type { InstitutionId } from '@alongside/domain/kernel/brand.js';
import { given, happened } from '../testing/given-events.js';
import { memberListReaders } from './audiences.js';
import { putBackView } from './put-back.view.js';

type Events = Parameters<typeof given>[1];
const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
const brought = (person: string, actor = 'hub', institutions = ['oakfield', 'riverbank']) =>
  happened('PersonJoined', { person, name: person, email: `${person}@x.example` }, { actor, institutions });
const joins = (person: string, institution = 'oakfield') => happened('MemberJoined', { institution, person, from: '2026-09-01' });
const leaves = (person: string, actor = 'helen', institution = 'oakfield') => happened('MemberLeft', { institution, person }, { actor });
const signsIn = (person: string) =>
  ({ ...leaves(person), actor: person, type: 'SessionOpened', data: { person } }) as unknown as Events[number];
const rows = (...events: Events) => given(putBackView, [trust, ...events]);
const row = (...events: Events) => rows(...events).row('oakfield:ben');

describe('members who were removed and never signed in', () => {
  test('may be added again by whoever brought them in, and keeps its list', () => {
    expect(row(brought('ben'), joins('ben'))).toBeUndefined();
    const out = rows(brought('ben'), joins('ben'), leaves('ben'));
    expect(out.row('oakfield:ben')).toEqual({ institution: 'oakfield', person: 'ben', told: false, from: '2026-09-01' });
    expect(out.audience('oakfield:ben')).toEqual(memberListReaders(['oakfield', 'riverbank'] as InstitutionId[]).toSorted());
    expect(row(brought('ben'), joins('ben'), leaves('ben'), joins('ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'), joins('ben'), leaves('ben'))).toMatchObject({ person: 'ben' });
  });

  test('may not be added by the trust of their school, of which they were never a member', () => {
    expect(rows(brought('ben'), joins('ben'), leaves('ben')).row('riverbank:ben')).toBeUndefined();
    const both = [joins('ben'), joins('ben', 'riverbank'), leaves('ben'), leaves('ben', 'helen', 'riverbank')];
    expect(rows(brought('ben'), ...both).row('riverbank:ben')).toMatchObject({ from: '2026-09-01' });
  });

  test('are read of by the trust that their school is in now, and by no trust that it has left', () => {
    const leavesTrust = happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' });
    const joinsMoor = happened('TrustJoined', { institution: 'oakfield', trust: 'moor' });
    const readers = (...institutions: string[]) => memberListReaders(institutions as InstitutionId[]).toSorted();
    const after = rows(brought('ben'), joins('ben'), leavesTrust, leaves('ben'));
    expect([after.row('riverbank:ben'), after.audience('oakfield:ben')]).toEqual([undefined, readers('oakfield')]);
    const before = [brought('ben'), joins('ben'), leaves('ben'), leavesTrust];
    expect(rows(...before).audience('oakfield:ben')).toEqual(readers('oakfield'));
    expect(rows(...before, joinsMoor).audience('oakfield:ben')).toEqual(readers('oakfield', 'moor'));
  });

  test('were told of it where they had an invitation', () => {
    expect(row(brought('ben', 'helen'), joins('ben'), leaves('ben'))).toMatchObject({ told: true });
    const sent = happened('InvitationSent', { institution: 'oakfield', person: 'ben', from: 'helen' });
    expect(row(brought('ben'), joins('ben'), sent, leaves('ben'))).toMatchObject({ told: true });
  });

  test('whom an import brought in and did not add is known to the hub alone, until they are added or come', () => {
    const half = rows(brought('ben'));
    expect(half.row('oakfield:ben')).toMatchObject({ person: 'ben', told: false, neverAdded: true });
    expect(half.audience('oakfield:ben')).toEqual([]);
    expect(row(brought('ben', 'helen'))).toMatchObject({ told: true, neverAdded: true });
    for (const more of [signsIn('ben'), joins('ben'), joins('ben', 'moor'), happened('PersonErased', { person: 'ben' })])
      for (const at of ['oakfield:ben', 'riverbank:ben']) expect(rows(brought('ben'), more).row(at)).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'))).not.toHaveProperty('neverAdded');
  });

  test('keep their first day as it was corrected', () => {
    const corrected = happened('FirstDayCorrected', { institution: 'oakfield', person: 'ben', from: '2026-10-05' });
    expect(row(brought('ben'), joins('ben'), corrected, leaves('ben'))).toMatchObject({ from: '2026-10-05' });
  });

  test('are not those who signed in before or since, left by their own act, belong elsewhere or were erased', () => {
    expect(row(brought('ben'), joins('ben'), signsIn('ben'), leaves('ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'), signsIn('ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben', 'ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), joins('ben', 'moor'), leaves('ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'), joins('ben', 'moor'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'), happened('PersonErased', { person: 'ben' }))).toBeUndefined();
    // Who came by themself, or was brought in by another institution.
    expect(row(brought('ben', 'ben'), joins('ben'), leaves('ben'))).toBeUndefined();
    expect(row(brought('ben', 'hub', ['moor']), joins('ben'), leaves('ben'))).toBeUndefined();
  });

  test('are not those who signed in as the other of two records, whichever is older', () => {
    const joined = happened('RecordsJoined', { person: 'ben', joined: 'benj', belongs: [] }, { actor: 'ben' });
    // As a process that knows of the join reads it: the session was of the other record, from before this one was brought in.
    expect(row(signsIn('ben'), brought('ben'), joins('ben'), leaves('ben'))).toBeUndefined();
    expect(row(brought('ben'), joins('ben'), leaves('ben'), joined)).toBeUndefined();
  });
});
