import { happened } from '@alongside/projections/testing/given-events.js';
import { notificationsOf } from './notifications.js';
import { ben, lookAfter, type Told } from './written.testing.js';

const school = (institution: string, name: string) =>
  happened('InstitutionRegistered', { institution, details: { name, kind: 'school', nation: 'england' } });
const before = [school('old', 'Oldfield School'), school('new', 'Newfield Academy'), school('elm', 'Elm College')];
const joined = happened('MemberJoined', { institution: 'old', person: ben, from: '2025-09-01' });
const closed = (successors: readonly string[]) =>
  happened('InstitutionClosed', { institution: 'old', on: '2025-12-31', successors: [...successors] });
const told = happened('ClosingTold', { institution: 'old', people: [ben] });

/** What is written about the letter, after everything that came before it and since. */
const emails = (successors: readonly string[], ...since: Told) =>
  notificationsOf(told.id, lookAfter(...before, joined, closed(successors), told, ...since), told.at);

describe('the email that a school has closed', () => {
  test('names the day, and asks where they work now', () => {
    expect(emails([])).toEqual([
      expect.objectContaining({
        to: ben,
        subject: 'Oldfield School has closed. Where do you work now?',
        body: [
          'Oldfield School closed on Wednesday 31 December 2025.',
          'Find the school or trust you work at now. A coordinator there confirms that you are a colleague.',
          'Your mentorships and your records stay as they are.',
        ],
        link: { says: 'Say where you work now', path: '/' },
      }),
    ]);
  });

  test('names the schools that follow it, which they join by their own word', () => {
    expect(emails(['new'])[0]?.body.slice(0, 2)).toEqual([
      'Oldfield School closed on Wednesday 31 December 2025. Newfield Academy follows it.',
      'If you work at Newfield Academy now, you can join it at once. At any other school a coordinator confirms that you are a colleague.',
    ]);
    expect(emails(['new', 'elm'])[0]?.body.slice(0, 2)).toEqual([
      'Oldfield School closed on Wednesday 31 December 2025. Newfield Academy and Elm College follow it.',
      'If you work at one of them now, you can join it at once. At any other school a coordinator confirms that you are a colleague.',
    ]);
  });

  test('names no school that has closed since', () => {
    const since = happened('InstitutionClosed', { institution: 'elm', on: '2026-01-01', successors: [] });
    expect(emails(['new', 'elm'], since)[0]?.body[0]).toContain('Newfield Academy follows it.');
  });

  test('is sent to those who take another colleague off the list', () => {
    const left = happened('MemberLeft', { institution: 'old', person: 'asha' }, { actor: ben });
    expect(emails(['new'], left)).toHaveLength(1);
  });

  test('is not sent to a person who has said it, nor once the school is open again', () => {
    expect(emails(['new'], happened('MemberLeft', { institution: 'old', person: ben, movedTo: 'new' }))).toEqual([]);
    const asked = happened('JoinAsked', { institution: 'elm', person: ben, email: 'ben@x.example', from: '2026-01-02', closed: 'old' });
    expect(emails(['new'], asked)).toEqual([]);
    expect(emails(['new'], happened('InstitutionReopened', { institution: 'old' }))).toEqual([]);
    expect(emails(['new'], happened('PersonErased', { person: ben }))).toEqual([]);
  });

  test('is one for a closing: that of a school which opened and closed again is not sent, before the next one nor after it', () => {
    const reopened = happened('InstitutionReopened', { institution: 'old' });
    const again = happened('InstitutionClosed', { institution: 'old', on: '2026-02-28', successors: [] });
    expect(emails(['new'], reopened, again)).toEqual([]);
    const next = happened('ClosingTold', { institution: 'old', people: [ben] });
    const look = lookAfter(...before, joined, closed([]), told, reopened, again, next);
    expect([told, next].map(({ id, at }) => notificationsOf(id, look, at).map(({ body }) => body[0]))).toEqual([
      [],
      ['Oldfield School closed on Saturday 28 February.'],
    ]);
  });

  test('is sent once more where another school opened again, or this one is told of anew as closed', () => {
    expect(emails(['new'], happened('InstitutionReopened', { institution: 'elm' }))).toHaveLength(1);
    expect(emails(['new'], closed(['elm']))).toHaveLength(1);
  });
});
