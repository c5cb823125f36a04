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

  test('knows what was set by hand until a register says otherwise', () => {
    const closedBy = (actor: string, on: string, ...successors: readonly string[]) =>
      happened('InstitutionClosed', { institution: 'oakfield', on, successors }, { actor });
    const reopenedBy = (actor: string) => happened('InstitutionReopened', { institution: 'oakfield' }, { actor });
    const describedBy = (actor: string, more: object) =>
      happened(
        'InstitutionDescribed',
        { institution: 'oakfield', details: { name: 'Oakfield High', kind: 'school', nation: 'wales', ...more } },
        { actor },
      );
    const hand = (...events: Parameters<typeof given>[1]) => row(...events)?.byHand;
    expect(hand(closedBy('hub', '2026-08-31'))).toBeUndefined();
    const closed = closedBy('dee', '2026-08-31');
    expect(hand(closed)).toEqual(['closedOn']);
    // The file of links adds what followed, and the day stays as it was set.
    const linked = closedBy('hub', '2026-08-31', 'elm');
    expect(hand(closed, linked)).toEqual(['closedOn']);
    expect(hand(linked, closed)).toEqual(['successors']);
    expect(hand(linked, closed, closedBy('hub', '2026-07-31'))).toEqual(['successors']);
    expect(hand(linked, reopenedBy('dee'))).toEqual(['open']);
    expect(hand(closed, reopenedBy('hub'))).toBeUndefined();
    expect(hand(linked, reopenedBy('dee'), linked)).toBeUndefined();
    const named = describedBy('dee', {});
    expect(hand(named)).toEqual(['name']);
    expect(hand(named, describedBy('hub', { town: 'Bala' }))).toEqual(['name']);
    expect(hand(named, describedBy('hub', { name: 'Oakfield' }))).toBeUndefined();
    const joined = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' }, { actor: 'dee' });
    expect(hand(joined)).toEqual(['trust']);
    expect(hand(joined, happened('TrustLeft', { institution: 'oakfield', trust: 'riverbank' }))).toBeUndefined();
  });

  test('is looked up by its number where its id is another, and by its name', () => {
    const describedAs = (more: object) =>
      row(
        happened('InstitutionDescribed', {
          institution: 'oakfield',
          details: { name: 'St. Mary’s', kind: 'school', nation: 'wales', ...more },
        }),
      );
    expect(describedAs({})).toMatchObject({ called: 'stmarys', ownId: 'yes' });
    expect(describedAs({})).not.toHaveProperty('registerId');
    expect(describedAs({ reference: ' 660-0001 ' })).toMatchObject({ registerId: 'wales-6600001', ownId: 'yes' });
    expect(describedAs({ nation: 'england', reference: 'URN: 100009' })?.registerId).toBe('urn-100009');
    expect(describedAs({ kind: 'trust', reference: '5001' })?.registerId).toBe('trust-5001');
    expect(describedAs({ kind: 'hub', reference: '5001' })).not.toHaveProperty('registerId');
    const listed = happened('InstitutionRegistered', {
      institution: 'urn-100009',
      details: { name: 'Elm', kind: 'school', nation: 'england', reference: '100009' },
    });
    const ofRegister = given(institutionView, [listed]).row('urn-100009');
    for (const field of ['registerId', 'ownId']) expect(ofRegister).not.toHaveProperty(field);
  });

  test('one that nobody registered has no row, whatever is said of it', () => {
    expect(given(institutionView, [happened('TrustJoined', { institution: 'nowhere', trust: 'riverbank' })]).ids()).toEqual([]);
  });
});
