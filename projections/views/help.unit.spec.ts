import { given, happened } from '../testing/given-events.js';
import { coordinatorsView } from './coordinators.view.js';
import { helpView } from './help.view.js';

const asked = (by: string, coordinator: string, text: string) => happened('HelpAsked', { mentorship: 'm1', by, coordinator, text });

describe('what one of a pair writes to a coordinator', () => {
  test('[R6] is for that coordinator and the person who wrote, and for nobody else', () => {
    const event = asked('ben', 'helen', 'Could we talk?');
    const rows = given(helpView, [event]);
    expect(rows.audience(event.id)).toEqual(['person:ben', 'person:helen']);
    expect(rows.row(event.id)).toMatchObject({ by: 'ben', coordinator: 'helen', text: 'Could we talk?' });
  });

  test('[R9] is gone with its writer; what others wrote stays', () => {
    const [bens, ashas] = [asked('ben', 'helen', 'His'), asked('asha', 'helen', 'Hers')];
    expect(given(helpView, [bens, ashas, happened('PersonErased', { person: 'ben' })]).ids()).toEqual([ashas.id]);
  });
});

describe('whom members can write to', () => {
  const role = (person: string, name: 'coordinator' | 'leader' = 'coordinator') =>
    happened('RoleGranted', { institution: 'oakfield', person, role: name });
  const listed = (...events: Parameters<typeof given>[1]) => given(coordinatorsView, events).row('oakfield')?.coordinators;

  test('are the coordinators of their institution, as long as they are', () => {
    expect(given(coordinatorsView, [role('helen')]).audience('oakfield')).toEqual(['institution:oakfield']);
    expect(listed(role('helen'), role('dev'), role('lea', 'leader'))).toEqual(['helen', 'dev']);
    const trust = happened('TrustJoined', { institution: 'oakfield', trust: 'riverbank' });
    for (const events of [
      [trust, role('helen')],
      [role('helen'), trust],
    ])
      expect(given(coordinatorsView, events).audience('oakfield')).toEqual(['institution:oakfield', 'institution:riverbank#leaders']);
    expect(given(coordinatorsView, [trust, role('helen'), { ...trust, type: 'TrustLeft' } as typeof trust]).audience('oakfield')).toEqual([
      'institution:oakfield',
    ]);
    const stops = happened('RoleRevoked', { institution: 'oakfield', person: 'helen', role: 'coordinator' });
    for (const gone of [
      stops,
      happened('MemberLeft', { institution: 'oakfield', person: 'helen' }),
      happened('PersonErased', { person: 'helen' }),
    ])
      expect(listed(role('helen'), role('dev'), gone)).toEqual(['dev']);
  });
});
