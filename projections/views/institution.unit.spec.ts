import { given, happened } from '../testing/given-events.js';
import { institutionView } from './institution.view.js';

const registered = happened('InstitutionRegistered', {
  institution: 'oakfield',
  details: { name: 'Oakfield', kind: 'school', nation: 'wales' },
});
const row = (...events: Parameters<typeof given>[1]) => given(institutionView, [registered, ...events]).row('oakfield');

describe('an institution', () => {
  test('is for everyone and begins with the usual settings', () => {
    expect(given(institutionView, [registered]).audience('oakfield')).toEqual(['everyone']);
    expect(row()).toMatchObject({
      details: { name: 'Oakfield' },
      trust: null,
      settings: { requestWindowDays: 5, discoverableBeyond: true },
      terms: [],
    });
  });

  test('joins and leaves a trust', () => {
    const joined = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
    expect(row(joined)?.trust).toBe('riverbank');
    expect(row(joined, happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }))?.trust).toBeNull();
  });

  test('keeps its calendar and settings when it is described anew', () => {
    const closures = [{ from: '2026-03-09', to: '2026-03-09', why: 'Training day' }];
    const events = [
      happened('CalendarSet', { institution: 'oakfield', terms: [], closures }),
      happened('InstitutionSettingsChanged', { institution: 'oakfield', settings: { requestWindowDays: 3, discoverableBeyond: false } }),
      happened('InstitutionDescribed', { institution: 'oakfield', details: { name: 'Oakfield High', kind: 'school', nation: 'wales' } }),
    ];
    expect(row(...events)).toMatchObject({ details: { name: 'Oakfield High' }, closures, settings: { requestWindowDays: 3 } });
  });

  test('one that nobody registered has no row, whatever is said of it', () => {
    expect(given(institutionView, [happened('TrustJoined', { institution: 'nowhere', trust: 'riverbank' })]).ids()).toEqual([]);
  });
});
