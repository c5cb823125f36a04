import { screen } from '@solidjs/testing-library';
import type { PersonRow } from '@alongside/projections/views/person.view.js';
import { replica } from '../../replica/index.js';
import { smallHub } from '../../replica/testing/small-hub.js';
import { openScreen, seed } from '../../shared/testing.js';
import type { MemberLine } from './lines.js';
import { MemberList } from './member-list.js';

afterEach(() => replica().close());

describe('a line manager who is not of the school', () => {
  const line = {
    ...{ name: 'Mark Jones', jobTitle: 'Teacher', awaited: false },
    member: { person: 'mark', from: '2025-09-01', roles: [], lineManager: 'asha', inductionTutor: 'far' },
  } as unknown as MemberLine;

  test('is named as what they are: a person who deleted their account is at no school', async () => {
    const hub = smallHub();
    seed(hub, []);
    hub.put('person', 'asha', { person: 'asha', name: '', called: '', erased: true });
    const people = new Map<string, PersonRow>();
    await openScreen(hub, () => <MemberList lines={[line]} chosenBy="" people={people} onOpen={() => undefined} />, '/', '/');
    expect(await screen.findByText('A former member')).toBeTruthy();
    expect(await screen.findByText('A person at another school')).toBeTruthy();
  });
});
