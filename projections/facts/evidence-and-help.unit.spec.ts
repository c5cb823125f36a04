import type { Command } from '@alongside/domain/kernel/decider.js';
import { aggregateOf } from '@alongside/domain/protocol/registry.js';
import { allViews } from '../views/index.js';
import { foldView, happened } from '../testing/given-events.js';
import { lookInto } from '../testing/look-into.js';
import { gather } from './index.js';

type Told = Parameters<typeof foldView>[1];
const lookAfter = (events: Told) => lookInto(new Map(allViews.map((view) => [view.name, foldView(view, events)])));
const joined = (person: string, institution = 'oakfield') => [
  happened('PersonJoined', { person, name: person, email: `${person}@school.example` }),
  happened('MemberJoined', { institution, person, from: '2025-09-01' }),
];
const house = (institution: string, kind: 'school' | 'trust') =>
  happened('InstitutionRegistered', { institution, details: { name: institution, kind, nation: 'england' } });
const started = happened('MentorshipStarted', { mentorship: 'm1', mentor: 'cleo', mentee: 'ben', request: null, aims: [] });

/** Oakfield is in a trust; Moor stands alone. Cleo of Moor mentors Ben of Oakfield. */
const community = [
  ...[house('riverbank', 'trust'), house('oakfield', 'school'), house('moor', 'school')],
  happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }),
  ...[...joined('ben'), ...joined('lea'), ...joined('cleo', 'moor')],
];
const gathered = (events: Told, type: string, data: object, by = 'ben') => {
  const aggregate = aggregateOf(type);
  if (!aggregate) throw new Error(`Nobody knows ${type}.`);
  const command = { type, by, at: '2026-03-06T12:00:00.000Z', on: '2026-03-06', data } as unknown as Command;
  return gather(aggregate, command, lookAfter([...community, ...events]));
};

test('[R8] what stands behind a certificate is what both recorded, and what its issuer asks for', () => {
  const confirmed = (meeting: string, minutes: number) =>
    happened('MeetingConfirmed', { meeting, mentorship: 'm1', mentor: 'cleo', mentee: 'ben', on: '2026-03-05', minutes });
  const once = happened('AttendanceRecorded', { meeting: 'k3', mentorship: 'm1', by: 'ben', took: true, minutes: 500 });
  const asks = happened('InstitutionSettingsChanged', {
    institution: 'oakfield',
    settings: { requestWindowDays: 5, discoverableBeyond: true, certificateMeetings: 5, certificateMinutes: 200 },
  });
  const raising = (issuer: string, ...events: Told) => {
    const achievement = { as: 'mentee' as const, from: '2026-01-05', to: '2026-03-06', meetings: 0, minutes: 0, goalsAchieved: 0 };
    const held = happened('CredentialIssued', {
      ...{ credential: 'c1', person: 'ben', mentorship: 'm1', issuer, issuerName: issuer, code: '23456789AB', on: '2026-03-06' },
      achievement,
    });
    return gathered([started, held, ...events], 'RaiseCredential', { credential: 'c1' }).facts;
  };
  expect(raising('oakfield', confirmed('k1', 40), confirmed('k2', 30), once)).toMatchObject({ found: { meetings: 2, minutes: 70 } });
  expect(raising('oakfield', asks)).toMatchObject({ needed: { meetings: 5, minutes: 200 }, issuerTrust: 'riverbank' });
  expect(raising('moor', asks)).toMatchObject({ needed: { meetings: 3, minutes: 90 }, issuerTrust: null });
});

describe('[R6] who may be asked for help with a mentorship', () => {
  const role = (person: string, institution = 'oakfield') => happened('RoleGranted', { institution, person, role: 'coordinator' });
  const mayHelp = (coordinator: string, by: string, ...events: Told) =>
    gathered([started, ...events], 'AskForHelp', { mentorship: 'm1', coordinator, text: 'Hello' }, by);
  const helps = (...asking: Parameters<typeof mayHelp>) => (mayHelp(...asking).facts as { mayHelp: boolean }).mayHelp;

  test('a coordinator where one belongs, or of its trust', () => {
    expect(helps('lea', 'ben')).toBe(false);
    expect(helps('lea', 'ben', role('lea'))).toBe(true);
    expect(helps('tru', 'ben', ...joined('tru', 'riverbank'), role('tru', 'riverbank'))).toBe(true);
    expect(helps('lea', 'cleo', role('lea'))).toBe(false);
  });

  test('and never one who manages or assesses the mentee, whoever asks, nor the other of the pair', () => {
    const assesses = happened('ReportingLineSet', { institution: 'oakfield', person: 'ben', lineManager: null, inductionTutor: 'lea' });
    expect(helps('lea', 'ben', role('lea'), assesses)).toBe(false);
    expect(helps('cleo', 'ben', ...joined('cleo'), role('cleo'))).toBe(false);
  });

  test('what was written to them that day counts, asked or said, and no other day or person', () => {
    const asked = (coordinator: string, at?: string) =>
      happened('HelpAsked', { mentorship: 'm1', by: 'ben', coordinator, text: 'Hello' }, at ? { at } : {});
    const said = happened('MessageWritten', { message: 'w1', from: 'ben', to: 'lea', text: 'Hello' });
    const events = [role('lea'), asked('lea'), asked('tru'), asked('lea', '2026-03-05T12:00:00.000Z'), said];
    expect(mayHelp('lea', 'ben', ...events).facts).toMatchObject({ writtenToday: 2 });
    expect(gathered([started, ...events], 'WriteMessage', { message: 'w2', to: 'lea', text: 'Hello' }).facts).toMatchObject({
      sentToday: 2,
    });
  });

  test('what is asked concerns no institution: no leader’s replay tells of it', () => {
    expect(mayHelp('lea', 'ben', role('lea')).institutions).toEqual([]);
  });
});

test('[R8] a mentor whom the mentee has already is none to suggest; one whose mentorship is over is', () => {
  const offers = happened('MentoringOffered', { person: 'cleo', offer: { careerStages: [], note: '' } });
  const ended = happened('MentorshipEnded', { mentorship: 'm1', mentor: 'cleo', mentee: 'ben', by: 'ben', reason: '', wantsAnother: true });
  const askable = (...events: Told) =>
    gathered([offers, ...events], 'SuggestMentors', { message: 'w', to: 'ben', mentors: ['cleo'], text: '' }, 'lea').facts as object;
  expect(askable()).toMatchObject({ askable: ['cleo'] });
  expect(askable(started)).toMatchObject({ askable: [] });
  expect(askable(started, ended)).toMatchObject({ askable: ['cleo'] });
});
