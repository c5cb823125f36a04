import { given, happened } from '../testing/given-events.js';
import { cpdView } from './cpd.view.js';

const credited = happened('CpdCredited', { person: 'ben', mentorship: 'm1', meeting: 'k1', on: '2026-03-05', minutes: 40, as: 'mentee' });

describe('the CPD record', () => {
  test('[R10] has a line for each meeting that was credited, for the person alone', () => {
    expect(given(cpdView, [credited]).audience('k1:ben')).toEqual(['person:ben']);
    expect(given(cpdView, [credited]).row('k1:ben')).toMatchObject({ minutes: 40, as: 'mentee', on: '2026-03-05' });
  });

  test('[R10] the same meeting counts once', () => {
    expect(given(cpdView, [credited, credited]).ids()).toEqual(['k1:ben']);
  });

  test('[R9] is gone with the person', () => {
    expect(given(cpdView, [credited, happened('PersonErased', { person: 'ben' })]).ids()).toEqual([]);
  });
});
