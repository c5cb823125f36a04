import type { HubEvent } from './hub-event.js';
import { given, happened } from '../testing/given-events.js';
import { issued } from '../testing/issued.js';
import { credentialView } from './credential.view.js';

const row = (...events: Parameters<typeof given>[1]) => given(credentialView, [issued, ...events]).row('c1');

describe('a certificate', () => {
  test('is for its holder, and states figures', () => {
    expect(given(credentialView, [issued]).audience('c1')).toEqual(['person:ben']);
    expect(row()).toMatchObject({ code: '23456789AB', achievement: { meetings: 3, minutes: 120 }, revoked: null });
  });

  test('says that it was revoked, when and why', () => {
    expect(row(happened('CredentialRevoked', { credential: 'c1', by: 'ben', why: 'asked-by-holder', on: '2026-03-07' }))?.revoked).toEqual({
      ...{ on: '2026-03-07', why: 'asked-by-holder' },
    });
  });

  test('of an older log is a certificate; a record of participation says so until it is raised, and keeps its code', () => {
    expect(row()?.kind).toBe('certificate');
    const record = happened('CredentialIssued', {
      ...(issued.data as Extract<HubEvent, { type: 'CredentialIssued' }>['data']),
      kind: 'participation',
    });
    const raised = happened('CredentialRaised', {
      ...{ credential: 'c1', person: 'ben', mentorship: 'm1', meetings: 4, minutes: 160, on: '2026-03-09' },
    });
    expect(given(credentialView, [record]).row('c1')?.kind).toBe('participation');
    expect(given(credentialView, [record, raised]).row('c1')).toMatchObject({
      ...{ kind: 'certificate', code: '23456789AB', on: '2026-03-09', achievement: { meetings: 4, minutes: 160, goalsAchieved: 1 } },
    });
  });

  test('[R9] outlives its holder without their name', () => {
    expect(row(happened('PersonErased', { person: 'ben' }))).toMatchObject({ code: '23456789AB', person: 'ben' });
  });
});
